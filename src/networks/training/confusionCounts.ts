import { requireOneEach } from "../../arithmetic/lists.js";

/** How often each class was taken for each: `counts[label][predicted]`. */
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
