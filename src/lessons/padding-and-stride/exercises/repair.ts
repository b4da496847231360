import { isWhole } from "../../../arithmetic/whole.js";
import { allNear, numbersIn } from "../../exercise/answers.js";
import type { ExerciseContent } from "../../exercise/content.js";

// length, kernel, stride: odd totals, an even one, none, and a stride that needs less
const cases: readonly (readonly [number, number, number])[] = [
  [6, 3, 2],
  [28, 4, 1],
  [7, 3, 1],
  [8, 5, 2],
  [4, 1, 2],
];

const totalOf = (length: number, kernel: number, stride: number) =>
  Math.max(0, (Math.ceil(length / stride) - 1) * stride + kernel - length);

export const repairSame: ExerciseContent = {
  title: "Repair: the zeros are on the wrong side",
  check(answer) {
    if (typeof answer !== "function")
      return { message: "Pass the mended function itself: `(length, kernel, stride) => [before, after]`." };
    for (const [length, kernel, stride] of cases) {
      const found = numbersIn((answer as (...input: number[]) => unknown)(length, kernel, stride));
      const total = totalOf(length, kernel, stride);
      const before = Math.floor(total / 2);
      if (found !== undefined && allNear(found, [before, total - before])) continue;
      return { message: mistake(found, [length, kernel, stride], total) };
    }
    return true;
  },
  because:
    "An odd total leaves one zero over, and TensorFlow puts it after the pixels. On the other side every window looks one pixel further to the left: the shapes agree, the values do not.",
  hints: [
    "Run the broken cell for an even total and for an odd one. When do the two lines agree?",
    "Only one word in the function has to change: which side is rounded down?",
  ],
  solution:
    "```\nfunction zerosAround(length: number, kernel: number, stride: number) {\n  const total = Math.max(0, (Math.ceil(length / stride) - 1) * stride + kernel - length);\n  const before = Math.floor(total / 2);\n  return [before, total - before];\n}\n```",
};

function mistake(
  found: readonly number[] | undefined,
  [length, kernel, stride]: readonly [number, number, number],
  total: number,
): string {
  const input = `For length ${length}, kernel ${kernel}, stride ${stride}`;
  const less = Math.floor(total / 2);
  if (found === undefined || found.length !== 2)
    return "The function must return two numbers, `[before, after]`. Is a `return` missing?";
  const sum = (found[0] as number) + (found[1] as number);
  if (total % 2 === 1 && allNear(found, [total - less, less]))
    return `${input} the odd zero is still before the pixels. TensorFlow puts it after them.`;
  if (total % 2 === 1 && found[0] === found[1] && isWhole(found[0]))
    return `${input} both sides get ${found[0]} zeros, ${sum} in all. ${total} are needed, so the sides cannot be equal.`;
  if (!found.every((zeros) => isWhole(zeros)))
    return `${input} it says ${found.join(" and ")}: there is no half zero.`;
  if (found.some((value) => value < 0))
    return `${input} it says ${found.join(" and ")}. Where nothing is needed, the number is 0.`;
  if (stride > 1 && sum === kernel - 1)
    return `${input} it takes kernel - 1 zeros. That is right for stride 1; with a larger stride fewer are enough for ${Math.ceil(length / stride)} outputs.`;
  if (allNear(found, [0, total]))
    return `${input} all zeros are on one side. They are shared out as evenly as they can be.`;
  return `${input} it says ${found.join(" and ")}; ${total} in all are needed, shared out as evenly as they can be.`;
}
