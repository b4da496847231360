import { allNear, numbersIn } from "../../exercise/answers.js";
import type { ExerciseContent } from "../../exercise/content.js";

// length, kernel, stride: a plain case, a stride, windows that leave gaps, one window only
const cases: readonly (readonly [number, number, number])[] = [
  [5, 3, 1],
  [7, 3, 2],
  [8, 2, 3],
  [4, 4, 1],
];

function counted(length: number, kernel: number, stride: number, outputs: number): number[] {
  const counts = new Array<number>(length).fill(0);
  for (let output = 0; output < outputs; output++) {
    for (let weight = 0; weight < kernel; weight++) {
      const pixel = output * stride + weight;
      if (pixel < length) counts[pixel] = (counts[pixel] as number) + 1;
    }
  }
  return counts;
}
const placesOf = (length: number, kernel: number, stride: number) =>
  Math.floor((length - kernel) / stride) + 1;

export const countUses: ExerciseContent = {
  title: "Count how often each pixel is used",
  check(answer) {
    if (typeof answer !== "function")
      return { message: "Pass the function itself: `(length, kernel, stride) => …`, without calling it." };
    for (const [length, kernel, stride] of cases) {
      const found = numbersIn((answer as (...input: number[]) => unknown)(length, kernel, stride));
      const wanted = counted(length, kernel, stride, placesOf(length, kernel, stride));
      if (found !== undefined && allNear(found, wanted)) continue;
      return { message: mistake(found, length, kernel, stride, wanted) };
    }
    return true;
  },
  because:
    "Every output adds one to each pixel its window takes. In the middle that is up to `kernel` windows, at the ends only one; and what lies behind the last window stays at zero.",
  hints: [
    "Start with `length` zeros. For each output go through its window and add 1 to each pixel you meet.",
    "Output i takes the pixels from `i * stride` to `i * stride + kernel - 1`. There are `Math.floor((length - kernel) / stride) + 1` outputs.",
  ],
  solution:
    "Two loops:\n```\nfunction uses(length: number, kernel: number, stride: number) {\n  const counts = new Array(length).fill(0);\n  for (let start = 0; start + kernel <= length; start += stride)\n    for (let weight = 0; weight < kernel; weight++) counts[start + weight] += 1;\n  return counts;\n}\n```",
};

function mistake(
  found: readonly number[] | undefined,
  length: number,
  kernel: number,
  stride: number,
  wanted: readonly number[],
): string {
  const input = `For length ${length}, kernel ${kernel}, stride ${stride}`;
  const outputs = placesOf(length, kernel, stride);
  if (found === undefined)
    return "The function must return an array of numbers, one for each pixel. Is a `return` missing?";
  if (found.length === outputs && outputs !== length)
    return `${input} it returns ${outputs} numbers, one for each output. One for each of the ${length} pixels is asked.`;
  if (found.length !== length)
    return `${input} it returns ${found.length} numbers. Give one for each of the ${length} pixels.`;
  if (kernel > 1 && found.every((value) => value === kernel))
    return `It says that every pixel is used ${kernel} times. Try the first one: how many windows can reach it?`;
  if (allNear(found, counted(length, kernel, stride, outputs - 1)))
    return `${input} the last window is missing: there is one place more than steps.`;
  if (allNear(found, counted(length, kernel, stride, outputs + 1)))
    return `${input} there is a window too many: it would hang over the end.`;
  if (stride > 1 && allNear(found, counted(length, kernel, 1, placesOf(length, kernel, 1))))
    return `${input} it counts as if the stride were 1.`;
  return `${input} it returns ${found.join(", ")}; counted by hand it is ${wanted.join(", ")}.`;
}
