import { requireOneEach } from "../../arithmetic/lists.js";

/**
 * How often each class was taken for each: `counts[label][predicted]`.
 *
 * @param classes how many there are. @default {10}
 * @throws {RangeError} if there is not one prediction for each label, or a class is not below their number
 * @example confusionCounts(Uint8Array.of(0, 0, 1), Uint8Array.of(0, 1, 1), 2) // [[1, 1], [0, 1]]
 */
export function confusionCounts(
  labels: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes = 10,
): number[][] {
  requireOneEach("count confusions", { labels, predictions: predicted });
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let index = 0; index < labels.length; index++) {
    const [label, answer] = [labels[index] as number, predicted[index] as number];
    const unknown = [label, answer].find((value) => counts[value] === undefined);
    if (unknown !== undefined) {
      throw new RangeError(
        `Cannot count confusions: class ${unknown} is not below ${classes}. Pass how many there are.`,
      );
    }
    const row = counts[label] as number[];
    row[answer] = (row[answer] as number) + 1;
  }
  return counts;
}
