import type { Matrix } from "../../../arithmetic/matrix.js";
import { sameMatrix } from "../../exercise/answers/compare.js";
import { rowsOf } from "../../exercise/answers/matrices.js";
import { fieldsIn } from "../../exercise/answers/named.js";
import { numbersIn } from "../../exercise/answers/numbers.js";
import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { type Kind, rowsOfNumbers } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

interface Few {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
}
type Rule = (digits: Few, order: Uint32Array) => Matrix;

const pixelsOfOne = 4;
/** Images of 2x2 that say themselves which they are: all four pixels hold ten times the label. */
const digitsOf = (labels: readonly number[]): Few => ({
  count: labels.length,
  height: 2,
  width: 2,
  pixels: Uint8Array.from(labels.flatMap((label) => new Array<number>(pixelsOfOne).fill(10 * label))),
  labels: Uint8Array.from(labels),
});

const cases: readonly [digits: Few, order: Uint32Array][] = [
  [digitsOf([9, 1, 8]), Uint32Array.of(1, 2, 0)],
  [digitsOf([2, 3, 4, 5, 6, 7]), Uint32Array.of(3, 0, 4, 1, 5, 2)],
  [digitsOf([4, 0, 7, 7, 3]), Uint32Array.of(4, 3, 0, 2, 1)],
];

/** Each image as a row: its pixels, then its label. */
const rows = (images: readonly number[], labels: readonly number[]): Matrix =>
  images.map((image, index) => [...new Array<number>(pixelsOfOne).fill(10 * image), labels[index] ?? 0]);
const by = (labels: ArrayLike<number>, order: ArrayLike<number>) =>
  Array.from(order, (place) => labels[place] ?? 0);
const right: Rule = ({ labels }, order) => rows(by(labels, order), by(labels, order));

const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [({ labels }) => rows([...labels], [...labels]), "Images and labels fit, but nothing was shuffled: they come in their old order."],
  [({ labels }, order) => rows(by(labels, order), [...labels]), "The images were shuffled and the labels stayed. Each label must go with its image."],
  [({ labels }, order) => rows([...labels], by(labels, order)), "The labels were shuffled and the images stayed. Each image must go with its label."],
]; // biome-ignore format: pairs

const digitsKind: Kind<Matrix> = {
  ...rowsOfNumbers,
  asked: "digits, `{ count, height, width, pixels, labels }`, whose count is that of the labels",
  read: (result) => {
    const [pixels, labels] = (fieldsIn(result, [["pixels"], ["labels"]]) ?? []).map(numbersIn);
    if (pixels === undefined || labels === undefined || pixels.length % pixelsOfOne !== 0) return undefined;
    const [count = labels.length] = fieldsIn(result, [["count"]]) ?? [];
    if (count !== labels.length) return undefined;
    const images = rowsOf(pixels, pixels.length / pixelsOfOne, pixelsOfOne);
    return images.length >= labels.length
      ? images.map((image, index) => [...image, labels[index] ?? Number.NaN])
      : labels.map((label, index) => [...(images[index] ?? new Array<number>(4).fill(Number.NaN)), label]);
  },
  misfit: (value, wanted) =>
    value.length === wanted.length && value.flat().every(Number.isFinite)
      ? undefined
      : `${value.filter(([pixel]) => Number.isFinite(pixel)).length} images and ${value.filter((row) => Number.isFinite(row.at(-1))).length} labels, and ${wanted.length} of each are expected. None may be lost`,
};

/** What is wrong with digits of the right number. */
function faultIn(value: Matrix, wanted: Matrix): string {
  if (value.length !== wanted.length) return "";
  const reading =
    "(A row stands for an image: its four pixels, ten times the digit it shows, and its label.)";
  const fault = (): string => {
    if (value.some((row) => row.slice(1, pixelsOfOne).some((pixel) => pixel !== row[0])))
      return "The pixels of different images got mixed. An image moves as a whole.";
    if (value.some(([pixel = 0, , , , label]) => pixel !== 10 * (label ?? 0)))
      return "Images and labels no longer belong together: the two follow different orders. Shuffle both by the same one.";
    const sorted = (matrix: Matrix) => [...matrix].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
    return sameMatrix(sorted(value), sorted(wanted))
      ? "Images and labels fit, but they follow another order than the one that was passed."
      : "Images and labels fit, but some came twice and others are missing.";
  };
  return `${fault()} ${reading}`;
}

export const shuffledTogether: ExerciseContent = {
  title: "Repair: a network that learns nothing",
  check: functionCheck<[Few, Uint32Array], Matrix>({
    name: "shuffleDigits",
    takes: ["digits", "order"],
    cases,
    returns: digitsKind,
    right,
    mistakes,
    hintAt: faultIn,
  }),
  because:
    "One order for both: the pair of image and label stays together. The loss could not tell you, it only said that there was nothing to learn.",
  hints: [
    "Show the first ten images of the shuffled set with their labels as captions. What do you see?",
    "The labels were drawn with an order of their own. `pick(digits, order)` takes images and labels together.",
  ],
  solution:
    "`pick` already moves both:\n```\nconst shuffleDigits = (digits: Digits, order: Uint32Array) => pick(digits, order);\n```",
};
