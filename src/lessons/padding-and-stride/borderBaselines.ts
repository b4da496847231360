import { requireSome } from "../../arithmetic/lists.js";
import { nearestNeighbour } from "../../arithmetic/nearest.js";
import type { Digits } from "../../images/digits/digits.js";

/** Shares of test digits that simple rules read right, by the name of the rule. */
export type BorderBaselines = Readonly<Record<string, number>>;

/**
 * What a network that reads digits has to beat: guessing, always the digit that is most frequent in training, and the digit whose
 * mean training image is nearest. Shares from 0 to 1.
 *
 * @throws {RangeError} if there is no digit, or the sizes of both sets differ
 */
export function borderBaselines(train: Digits, test: Digits): BorderBaselines {
  requireSome("read digits by simple rules", "training digit", train.labels);
  requireSome("read digits by simple rules", "test digit", test.labels);
  const classes = [...new Set(train.labels)].sort((a, b) => a - b);
  const countOf = (label: number) => train.labels.filter((each) => each === label).length;
  const frequent = classes.reduce((best, each) => (countOf(each) > countOf(best) ? each : best));
  const answer = nearestNeighbour(
    classes.map((label) => meanImage(train, label)),
    classes,
  );
  return {
    "one of ten at random": 0.1,
    [`always ${frequent}, the most frequent`]: shareRight(test, () => frequent),
    "the nearest mean image": shareRight(test, (index) => answer(imageAt(test, index))),
  };
}

function imageAt({ pixels, height, width }: Digits, index: number): Uint8Array {
  return pixels.subarray(index * height * width, (index + 1) * height * width);
}

function meanImage(digits: Digits, label: number): Float64Array {
  const sums = new Float64Array(digits.height * digits.width);
  let count = 0;
  for (const [index, each] of digits.labels.entries()) {
    if (each !== label) continue;
    count++;
    for (const [at, pixel] of imageAt(digits, index).entries()) sums[at] = (sums[at] ?? 0) + pixel;
  }
  return sums.map((sum) => sum / count);
}

function shareRight({ labels, count }: Digits, answer: (index: number) => number): number {
  let right = 0;
  for (const [index, label] of labels.entries()) if (answer(index) === label) right++;
  return right / count;
}
