import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { oneNumber } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

const bytes = [0, 64, 127, 200, 255];
type Rule = (byte: number) => number;

/** About one gray level: `byte / 127.5 - 1` and `(byte - 127) / 127` serve as well. */
const grayLevel = 0.01;

const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [(byte) => byte / 255, "That is 0 to 1, and it nearly works: the espresso is back, with less confidence. The network was trained on about -1 to 1: black should come out near -1, middle gray near 0."],
  [(byte) => byte, "The bytes go in as they are: up to 255, where about 1 is expected."],
  [(byte) => byte / 128, "Divided by 128, but nothing is subtracted: it runs from 0 to 2."],
  [(byte) => byte - 127, "127 is subtracted, and the division by 128 is missing."],
  [(byte) => (byte - 127) / 255, "Subtracting is right; dividing by 255 gives half of the range."],
  [(byte) => byte / 255 - 0.5, "From -0.5 to 0.5: half of the range that it was trained on."],
  [(byte) => byte / 127 / 128, "Subtract 127, do not divide by it."],
  [(byte) => 127 - byte / 128, "Brackets are missing: subtract first, then divide."],
  [(byte) => byte - 127 / 128, "Brackets are missing: `(byte - 127) / 128`."],
  [(byte) => (127 - byte) / 128, "The signs are turned: this is the negative of the photograph."],
  [(byte) => (byte / 255 - 0.485) / 0.229, "That is the usual preparation of other ImageNet networks, red channel. This one was trained with 127 and 128."],
  [(byte) => (byte / 255 - 0.456) / 0.224, "That is the usual preparation of other ImageNet networks, green channel. This one was trained with 127 and 128."],
  [(byte) => (byte / 255 - 0.406) / 0.225, "That is the usual preparation of other ImageNet networks, blue channel. This one was trained with 127 and 128."],
]; // biome-ignore format: pairs

export const repairedScaling: ExerciseContent = {
  title: "Repair: a network that misses the espresso",
  check: functionCheck<[number], number>({
    name: "mended",
    takes: ["byte"],
    cases: bytes.map((byte) => [byte]),
    returns: {
      ...oneNumber,
      same: (value, wanted) => Math.abs(value - wanted) <= grayLevel,
    },
    right: (byte) => (byte - 127) / 128,
    mistakes,
    hintAt: () => "Wanted are about -1 for 0, 0 for 127 and 1 for 255.",
  }),
  because:
    "The network was trained on numbers from about -1 to 1, and its first weights count on that. Nothing breaks visibly when they come in another range: shapes fit, an answer comes out, and it is worse. So this belongs to a network like its weights.",
  hints: [
    "Two steps: first a number is subtracted, so that the middle gray becomes 0. Then a division, so that white becomes about 1.",
    "Subtract 127, then divide by 128. Mind the brackets.",
  ],
  solution: "```\nconst mended = (byte: number) => (byte - 127) / 128;\n```",
};
