import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { oneNumber } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Shape = readonly [height: number, width: number, channels: number];
type Input = readonly [place: number, ...Shape];
type Rule = (...input: Input) => number;

const shapes: readonly Shape[] = [
  [2, 2, 2],
  [2, 3, 4],
  [5, 3, 2],
  [7, 7, 8],
];

const right: Rule = (place, height, width, channels) => {
  const channel = Math.floor(place / (height * width));
  return (place % (height * width)) * channels + channel;
};

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [(place) => place, "That leaves every number where it is. The two orders agree only if there is one channel."],
  [(place, height, width, channels) => (place % channels) * height * width + Math.floor(place / channels), "That is the way back, from pixel after pixel to map after map."],
  [(place, height, width, channels) => {
    const [channel, rest] = [Math.floor(place / (height * width)), place % (height * width)];
    return ((rest % width) * height + Math.floor(rest / width)) * channels + channel;
  }, "Channels are right. Rows and columns have changed places: a row of the map is read from left to right in both orders."],
  [(place, height, width, channels) => {
    const [channel, rest] = [Math.floor(place / (height * width)), place % (height * width)];
    return (Math.floor(rest / height) * width + (rest % height)) * channels + channel;
  }, "The row is the rest divided by the width, not by the height."],
  [(place, height, width, channels) => (place % (height * width)) * channels, "The right pixel, but always its first channel. Add the number of the map."],
  [(place, height, width) => place % (height * width), "That is the place within the map. In the other order each place holds all channels."],
  [(place, height, width, channels) => (place % (height * width)) * channels + place / (height * width), "Round the number of the map down: it is a whole number."],
]; // biome-ignore format: pairs

export const placeInTheRow: ExerciseContent = {
  title: "From one order of Flatten to the other",
  check: functionCheck<Input, number>({
    name: "place",
    takes: ["place", "height", "width", "channels"],
    cases: shapes.flatMap((shape) =>
      Array.from({ length: shape[0] * shape[1] * shape[2] }, (_, at): Input => [at, ...shape]),
    ),
    returns: oneNumber,
    right,
    mistakes,
    hintAt: (_, wanted) => `That number stands at ${wanted}.`,
  }),
  because:
    "Every number has exactly one place in either order, so nothing is lost and nothing doubled. The weights of the dense layer behind Flatten move by the same rule.",
  hints: [
    "Take the place apart first: which map is it, and which pixel of that map?",
    "`Math.floor(place / (height * width))` says which map, `place % (height * width)` which pixel of it. Pixel after pixel, how many numbers stand before the first one of that pixel?",
  ],
  solution:
    "```\nconst place = (from: number, height: number, width: number, channels: number) => {\n  const channel = Math.floor(from / (height * width));\n  return (from % (height * width)) * channels + channel;\n};\n```",
};
