import { numbersIn } from "../../exercise/answers.js";
import type { ExerciseContent } from "../../exercise/content.js";

const [count, height, width] = [6, 2, 2];
const order = [3, 0, 4, 1, 5, 2];

/** Six images that say themselves which they are: all four pixels hold ten times the label. */
const digits = () => ({
  count,
  height,
  width,
  pixels: Uint8Array.from({ length: count * height * width }, (_, at) => 10 * labelOf(Math.floor(at / 4))),
  labels: Uint8Array.from({ length: count }, (_, index) => labelOf(index)),
});
const labelOf = (index: number) => index + 2;

export const shuffledTogether: ExerciseContent = {
  title: "Repair: a network that learns nothing",
  check(answer) {
    if (typeof answer !== "function")
      return {
        message:
          "Pass the mended function itself: `check(shuffleDigits)`. It takes digits and an order, and returns digits.",
      };
    const own = digits();
    const result = answer(own, Uint32Array.from(order)) as { pixels?: unknown; labels?: unknown } | undefined;
    if (result === undefined || result === null)
      return { message: "The function returns nothing. Is a `return` missing?" };
    const pixels = numbersIn(result.pixels);
    const labels = numbersIn(result.labels);
    if (pixels === undefined || labels === undefined)
      return { message: "The function must return digits: `{ count, height, width, pixels, labels }`." };
    if (labels.length !== count || pixels.length !== 4 * count)
      return {
        message: `${count} digits go in; ${pixels.length / 4} images and ${labels.length} labels come out. None may be lost.`,
      };
    const images = labels.map((_, index) => (pixels[4 * index] ?? 0) / 10);
    if (images.some((image, index) => [1, 2, 3].some((at) => pixels[4 * index + at] !== 10 * image)))
      return { message: "The pixels of different images got mixed. An image moves as a whole." };
    const same = (a: readonly number[], b: readonly number[]) =>
      a.every((value, index) => value === b[index]);
    const wanted = order.map(labelOf);
    const before = order.map((_, index) => labelOf(index));
    if (same(images, labels)) {
      if (same(images, before))
        return { message: "Images and labels fit, but nothing was shuffled: they come in their old order." };
      if ([...images].sort().join() !== [...before].sort().join())
        return { message: "Images and labels fit, but some came twice and others are missing." };
      if (!same([...own.labels], before))
        return { message: "Right, but the digits passed in were changed as well. Return new ones." };
      return same(images, wanted)
        ? true
        : { message: "Images and labels fit, but they follow another order than the one that was passed." };
    }
    if (same(labels, before))
      return {
        message: "The images were shuffled and the labels stayed. Each label must go with its image.",
      };
    if (same(images, before))
      return {
        message: "The labels were shuffled and the images stayed. Each image must go with its label.",
      };
    return {
      message:
        "Images and labels no longer belong together: the two follow different orders. Shuffle both by the same one.",
    };
  },
  because:
    "One order for both: the pair of image and label stays together. The loss could not tell you, it only said that there was nothing to learn.",
  hints: [
    "Show the first ten images of the shuffled set with their labels as captions. What do you see?",
    "The labels were drawn with an order of their own. `pick(digits, order)` takes images and labels together.",
  ],
  solution:
    "`pick` already moves both:\n```\nconst shuffleDigits = (digits: Digits, order: Uint32Array) => pick(digits, order);\n```",
};
