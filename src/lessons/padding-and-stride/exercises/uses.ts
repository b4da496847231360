import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { listOfNumbers } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Window = readonly [length: number, kernel: number, stride: number];
type Counts = readonly number[];

/** A plain one, a stride, windows that leave gaps, one window only, one that leaves pixels at the end. */
const cases: readonly Window[] = [
  [5, 3, 1],
  [7, 3, 2],
  [8, 2, 3],
  [4, 4, 1],
  [10, 3, 2],
  [3, 1, 1],
];

const placesOf = (length: number, kernel: number, stride: number) =>
  Math.floor((length - kernel) / stride) + 1;

function counted(length: number, kernel: number, stride: number, outputs: number): Counts {
  const counts = new Array<number>(length).fill(0);
  for (let output = 0; output < outputs; output++)
    for (let weight = 0; weight < kernel; weight++) {
      const pixel = output * stride + weight;
      if (pixel < length) counts[pixel] = (counts[pixel] ?? 0) + 1;
    }
  return counts;
}
const right = (...[length, kernel, stride]: Window) =>
  counted(length, kernel, stride, placesOf(length, kernel, stride));

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: (...window: Window) => Counts, message: string])[] = [
  [(length, kernel) => new Array<number>(length).fill(kernel), "It says that every pixel is used as often as the kernel is long. Try the first one: how many windows can reach it?"],
  [(l, k, s) => counted(l, k, s, placesOf(l, k, s) - 1), "The last window is missing: there is one place more than steps."],
  [(l, k, s) => counted(l, k, s, Math.ceil((l - k) / s)), "A window is missing that ends exactly at the last pixel: should a `<` be a `<=`?"],
  [(l, k, s) => counted(l, k, s, placesOf(l, k, s) + 1), "There is a window too many: it would hang over the end."],
  [(l) => counted(l, 1, 1, 0), "No window is counted anywhere. The function gets (length, kernel, stride), in this order: how many outputs follow from them?"],
  [(l, k) => counted(l, k, 1, placesOf(l, k, 1)), "It counts as if the stride were 1."],
  [(l, k, s) => counted(l, k, 1, placesOf(l, k, s)), "The number of windows is right, but each begins one pixel after the one before it. Output i begins at pixel `i * stride`."],
  [(l, k, s) => counted(l, k, s, Math.ceil((l - k) / s + 1)), "Where the steps do not come out even there is a window too many, which hangs over the end: round down."],
  [(l, k, s) => counted(l, k, s, l), "There are windows that hang over the end. Only those count that fit inside."],
]; // biome-ignore format: pairs

export const countUses: ExerciseContent = {
  title: "Count how often each pixel is used",
  check: functionCheck<Window, Counts>({
    name: "uses",
    takes: ["length", "kernel", "stride"],
    cases,
    returns: listOfNumbers,
    right,
    mistakes,
    hintAt: (value, wanted, length, kernel, stride) => {
      const [first] = value;
      if (value.length === wanted.length)
        return value.every((each) => each === first)
          ? "Not every pixel is used equally often. Try the first one: how many windows can reach it?"
          : undefined;
      return value.length === placesOf(length, kernel, stride)
        ? `That is one for each output. One for each of the ${length} pixels is asked for.`
        : `Give one for each of the ${length} pixels.${value.length > length ? " A window that hangs over the end writes beyond them." : ""}`;
    },
  }),
  because:
    "Every output adds one to each pixel its window takes. In the middle that is up to `kernel` windows, at the ends only one; and what lies behind the last window stays at zero.",
  hints: [
    "Start with `length` zeros. For each output go through its window and add 1 to each pixel you meet.",
    "Output i takes the pixels from `i * stride` to `i * stride + kernel - 1`. There are `Math.floor((length - kernel) / stride) + 1` outputs.",
  ],
  solution:
    "Two loops:\n```\nfunction uses(length: number, kernel: number, stride: number) {\n  const counts = new Array(length).fill(0);\n  for (let start = 0; start + kernel <= length; start += stride)\n    for (let weight = 0; weight < kernel; weight++) counts[start + weight] += 1;\n  return counts;\n}\n```",
};
