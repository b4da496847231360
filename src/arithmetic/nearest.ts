import { requireOneEach, requireSome } from "./lists.js";

/**
 * A function that answers with the label of the closest example: the simplest classifier. Closest by straight-line distance; of
 * two equally close ones the first counts.
 *
 * @param examples one row of features each
 * @param labels as many
 * @throws {RangeError} if there is no example, or the lengths do not fit, then or when it is asked
 * @example nearestNeighbour([[0, 0], [9, 9]], [3, 8])([7, 7]) // 8
 * @see Cover and Hart, *Nearest neighbor pattern classification*, 1967
 */
export function nearestNeighbour<Label>(
  examples: readonly ArrayLike<number>[],
  labels: readonly Label[],
): (features: ArrayLike<number>) => Label {
  const { length: width } = requireSome("compare with examples", "example", examples);
  requireOneEach("compare with examples", { examples, labels });
  return (features) => {
    const odd = [features, ...examples].find((row) => row.length !== width);
    if (odd !== undefined) {
      throw new RangeError(`Cannot compare ${odd.length} features with ${width}. Give rows of one length.`);
    }
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    for (const [index, example] of examples.entries()) {
      let distance = 0;
      for (let at = 0; at < width; at++) distance += ((example[at] ?? 0) - (features[at] ?? 0)) ** 2;
      if (distance < least) [best, least] = [index, distance];
    }
    return labels[best] as Label;
  };
}
