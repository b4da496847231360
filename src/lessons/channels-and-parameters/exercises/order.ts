import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { listOfNumbers } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Shape = readonly [height: number, width: number, channels: number];
type Input = readonly [saved: readonly number[], ...Shape];
/** Where the number of one place and channel stands in a flat list. */
type Place = (row: number, column: number, channel: number, shape: Shape) => number;

const cases: readonly Shape[] = [
  [2, 2, 3],
  [2, 3, 4],
  [4, 5, 16],
  [3, 1, 2],
  [2, 2, 1],
];

/** Every number says where it stands. */
const saved = ([height, width, channels]: Shape) =>
  Array.from({ length: height * width * channels }, (_, index) => index);

const mapAfterMap: Place = (row, column, channel, [height, width]) =>
  (channel * height + row) * width + column;
const pixelAfterPixel: Place = (row, column, channel, [, width, channels]) =>
  (row * width + column) * channels + channel;

/** A list in which each number says where it stood before: what a re-ordering from one rule to another gives. */
function moved(shape: Shape, to: Place, from: Place): number[] {
  const [height, width, channels] = shape;
  const list = new Array<number>(height * width * channels).fill(Number.NaN);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      for (let channel = 0; channel < channels; channel++)
        list[to(row, column, channel, shape)] = from(row, column, channel, shape);
  return list;
}

const columnsFirst: Place = (row, column, channel, [height, , channels]) =>
  (column * height + row) * channels + channel;
const mapsByColumns: Place = (row, column, channel, [height, width]) =>
  (channel * width + column) * height + row;

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [(shape: Shape) => number[], message: string])[] = [
  [
    (shape) => moved(shape, pixelAfterPixel, pixelAfterPixel),
    "The list comes back as it was, map after map. Our network wants all channels of the first pixel, then all of the second.",
  ],
  [
    (shape) => moved(shape, mapAfterMap, pixelAfterPixel),
    "That is the way back: it makes maps out of pixels. What you get is saved map after map; our order is what you return.",
  ],
  [
    (shape) => moved(shape, columnsFirst, mapAfterMap),
    "The channels of a pixel stand together, but you go down the columns first. Go along the first row, then the second.",
  ],
  [
    (shape) => moved(shape, pixelAfterPixel, mapsByColumns),
    "You read the saved maps column by column. They were saved row by row.",
  ],
  [
    (shape) => moved(shape, pixelAfterPixel, mapAfterMap).reverse(),
    "The order is right and backwards: the first pixel comes first.",
  ],
];

export const reorderedMap: ExerciseContent = {
  title: "Repair: the numbers are all there, and the network has gone blind",
  check: functionCheck<Input, readonly number[]>({
    name: "reorder",
    takes: ["saved", "height", "width", "channels"],
    cases: cases.map((shape) => [saved(shape), ...shape]),
    returns: listOfNumbers,
    right: (_, ...shape) => moved(shape, pixelAfterPixel, mapAfterMap),
    mistakes: mistakes.map(([rule, message]) => [(_, ...shape) => rule(shape), message]),
    hintAt: (value, wanted, _, height, width, channels) =>
      value.length === wanted.length
        ? placeHint(
            value.findIndex((each, at) => each !== wanted[at]),
            width,
            channels,
          )
        : `Of a map of ${height} x ${width} with ${channels} ${channels === 1 ? "channel" : "channels"} every number is still needed.`,
  }),
  because:
    "Flattening loses nothing, but it has an order, and the dense layer has learned it: channel by channel within a pixel. With one channel both orders are the same, which is why such a fault hides so well.",
  hints: [
    "Take a tiny map of 2x2 pixels and two channels, number the saved values 0 to 7, and write down the list that our network wants.",
    "Loop over rows, then columns, then channels, and push `saved[(channel * height + row) * width + column]`.",
  ],
  solution:
    "```\nfunction reorder(saved: number[], height: number, width: number, channels: number) {\n  const list: number[] = [];\n" +
    "  for (let row = 0; row < height; row++)\n    for (let column = 0; column < width; column++)\n" +
    "      for (let channel = 0; channel < channels; channel++)\n" +
    "        list.push(saved[(channel * height + row) * width + column]!);\n  return list;\n}\n```",
};

/** Where the first wrong number of a list should have come from. */
function placeHint(at: number, width: number, channels: number): string {
  const pixel = Math.floor(at / channels);
  if (pixel === 0)
    return `The first ${channels === 1 ? "number should be" : `${channels} should be the channels`} of the first pixel. Where does each of them stand in the saved list?`;
  return `Place ${at}, counted from 0, is the first that is wrong. There should be row ${Math.floor(pixel / width)}, column ${pixel % width}, channel ${at % channels}. Where does it stand in the saved list, and have height and width kept their places?`;
}
