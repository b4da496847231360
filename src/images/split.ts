import { requireOptions } from "../arithmetic/options.js";
import { seeded, shuffled } from "../arithmetic/random.js";
import { pick } from "./digits/digits.js";
import type { ImageSet, SameKind } from "./images.js";

/** How much is kept aside. */
export interface SplitShares {
  /** Share of the images to choose by, from 0 to 1. @default {0} */
  validation?: number;
  /** Share of the images to measure on at the end. @default {0} */
  test?: number;
  /** The same seed splits the same way. @default {1} */
  seed?: number;
}

/**
 * Splits a set into three, at random but class by class: each class has the same shares of its images in each part, as nearly
 * as whole images allow, and one image at least to train on. The pixels are copied, in a random order.
 *
 * @throws {RangeError} if a share is not from 0 to 1, or they are more than 1 together
 * @throws {TypeError} if there is no share of that name
 * @example
 * const digits = pick(digitsFrom([[[0, 255]], [[255, 0]]], [1, 7]), [0, 0, 0, 1, 1, 1]);
 * const { train, test } = split(digits, { test: 1 / 3 });
 * train.labels // [7, 1, 1, 7]
 * test.labels // [7, 1]
 */
export function split<Given extends ImageSet>(
  images: Given,
  shares: SplitShares,
): { train: SameKind<Given>; validation: SameKind<Given>; test: SameKind<Given> } {
  const action = "split the images";
  requireOptions(action, shares, ["validation", "test", "seed"]);
  const { validation = 0, test = 0, seed = 1 } = shares;
  for (const [name, share] of Object.entries({ validation, test })) {
    if (typeof share === "number" && share >= 0 && share <= 1) continue;
    throw new RangeError(
      `Cannot ${action}: ${name} is ${share}. Give a share of them from 0 to 1, such as 0.2.`,
    );
  }
  const aside = validation + test;
  if (aside > 1 + 1e-9) {
    throw new RangeError(
      `Cannot ${action}: validation and test are ${aside} of them. Give 1 at most together.`,
    );
  }
  const sizes = classSizes(images.labels);
  // Each class keeps an image to learn from, unless nothing is to be learned from.
  const spare = new Map([...sizes].map(([label, size]) => [label, aside > 1 - 1e-9 ? size : size - 1]));
  const forTest = allotted(sizes, spare, test, Math.round(test * images.count));
  for (const [label, count] of forTest) spare.set(label, (spare.get(label) as number) - count);
  const total = Math.round(aside * images.count) - Math.round(test * images.count);
  const forValidation = allotted(sizes, spare, validation, total);

  const parts = { train: [] as number[], validation: [] as number[], test: [] as number[] };
  for (const index of shuffled(images.count, seeded(seed))) {
    const label = images.labels[index] as number;
    const part = draw(forTest, label) ? "test" : draw(forValidation, label) ? "validation" : "train";
    parts[part].push(index);
  }
  return {
    train: pick(images, parts.train),
    validation: pick(images, parts.validation),
    test: pick(images, parts.test),
  };
}

function classSizes(labels: ArrayLike<number>): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const label of Array.from(labels)) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return sizes;
}

/**
 * How many of each class: the whole part of its share, then one more where the rest is largest, until the total is reached. No
 * class gives more than it can spare.
 */
function allotted(
  sizes: ReadonlyMap<number, number>,
  spare: ReadonlyMap<number, number>,
  share: number,
  total: number,
): Map<number, number> {
  const given = new Map<number, number>();
  for (const [label, size] of sizes) {
    given.set(label, Math.min(Math.floor(share * size + 1e-9), spare.get(label) as number));
  }
  let missing = total - [...given.values()].reduce((sum, count) => sum + count, 0);
  const rest = ([label, size]: [number, number]) => share * size - (given.get(label) as number);
  const byRest = [...sizes].sort((a, b) => rest(b) - rest(a) || b[1] - a[1] || a[0] - b[0]);
  for (const [label] of byRest) {
    const count = given.get(label) as number;
    if (missing <= 0) break;
    if (count >= (spare.get(label) as number)) continue;
    given.set(label, count + 1);
    missing--;
  }
  return given;
}

/** Whether one more is wanted of this class; counts it. */
function draw(wanted: Map<number, number>, label: number): boolean {
  const left = wanted.get(label) ?? 0;
  if (left === 0) return false;
  wanted.set(label, left - 1);
  return true;
}
