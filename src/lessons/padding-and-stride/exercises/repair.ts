import { isWhole } from "../../../arithmetic/whole.js";
import { allNear } from "../../exercise/answers/compare.js";
import { paddingNames } from "../../exercise/answers/named.js";
import { rowIn } from "../../exercise/answers/shapes.js";
import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { type Kind, listOfNumbers } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Window = readonly [length: number, kernel: number, stride: number];
type Sides = readonly number[];

/** Odd totals, an even one, none, and strides that need less. */
const cases: readonly Window[] = [
  [6, 3, 2],
  [28, 4, 1],
  [7, 3, 1],
  [8, 5, 2],
  [4, 1, 2],
  [9, 2, 3],
  [10, 4, 3],
];

const totalOf = (...[length, kernel, stride]: Window) =>
  Math.max(0, (Math.ceil(length / stride) - 1) * stride + kernel - length);
const shared = (total: number): Sides => [Math.floor(total / 2), total - Math.floor(total / 2)];
const right = (...window: Window) => shared(totalOf(...window));

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: (...window: Window) => Sides, message: string])[] = [
  [(...window) => [...right(...window)].reverse(), "The odd zero is still before the pixels. TensorFlow puts it after them."],
  [(...window) => [Math.floor(totalOf(...window) / 2), Math.floor(totalOf(...window) / 2)], "Both sides get the same, and an odd zero is lost. Then they cannot be equal."],
  [(...window) => [Math.ceil(totalOf(...window) / 2), Math.ceil(totalOf(...window) / 2)], "Both sides get the same, and an odd total becomes one larger. Then they cannot be equal."],
  [(...window) => [totalOf(...window) / 2, totalOf(...window) / 2], "An odd total gives two halves: there is no half zero."],
  [(_, kernel) => shared(kernel - 1), "It takes kernel - 1 zeros. That is right for stride 1; with a larger stride fewer are enough."],
  [(...window) => [0, totalOf(...window)], "All zeros are on one side. They are shared out as evenly as they can be."],
  [(...window) => [totalOf(...window), 0], "All zeros are on one side. They are shared out as evenly as they can be."],
  [(length, kernel, stride) => shared(Math.max(0, (Math.floor(length / stride) - 1) * stride + kernel - length)), "The number of outputs is rounded down. `same` promises `ceil(length / stride)` of them: round up."],
]; // biome-ignore format: pairs

const twoSides: Kind<Sides> = {
  ...listOfNumbers,
  asked: "two numbers, `[before, after]`",
  read: (result) => rowIn(result, paddingNames),
};

export const repairSame: ExerciseContent = {
  title: "Repair: the zeros are on the wrong side",
  check: functionCheck<Window, Sides>({
    name: "zerosAround",
    takes: ["length", "kernel", "stride"],
    cases,
    returns: twoSides,
    right,
    mistakes,
    hintAt: mistakeIn,
  }),
  because:
    "An odd total leaves one zero over, and TensorFlow puts it after the pixels. On the other side every window looks one pixel further to the left: the shapes agree, the values do not.",
  hints: [
    "Run the broken cell for an even total and for an odd one. When do the two lines agree?",
    "Only one word in the function has to change: which side is rounded down?",
  ],
  solution:
    "```\nfunction zerosAround(length: number, kernel: number, stride: number) {\n  const total = Math.max(0, (Math.ceil(length / stride) - 1) * stride + kernel - length);\n  const before = Math.floor(total / 2);\n  return [before, total - before];\n}\n```",
};

/** More about the first window whose zeros are wrong. */
function mistakeIn(
  found: Sides,
  wanted: Sides,
  length: number,
  kernel: number,
  stride: number,
): string | undefined {
  const total = totalOf(length, kernel, stride);
  if (found.length !== 2) return undefined;
  const [before = 0, after = 0] = found;
  if (!found.every((zeros) => isWhole(zeros))) return "There is no half zero.";
  if (before < 0 || after < 0) return "Where nothing is needed, the number is 0.";
  if (total % 2 === 1 && allNear(found, [...wanted].reverse()))
    return "The odd zero is still before the pixels. TensorFlow puts it after them.";
  if (total % 2 === 1 && before === after) return `${inAll(total)} needed, so the sides cannot be equal.`;
  if (stride > 1 && before + after === kernel - 1)
    return `It takes kernel - 1 zeros. That is right for stride 1; with a larger stride fewer are enough for ${Math.ceil(length / stride)} outputs.`;
  return `${inAll(total)} needed, shared out as evenly as can be.`;
}

const inAll = (total: number) => (total === 1 ? "1 in all is" : `${total} in all are`);
