import { indexOfLargest } from "../../arithmetic/largest.js";
import { requireOptions } from "../../arithmetic/options.js";
import type { Figure } from "../../charts/figure.js";
import { digitGrid } from "../../charts/figures/digits.js";
import type { Digits } from "../../images/digits/digits.js";
import { type LayersModel, tf } from "../../networks/tf.js";
import { toInputs } from "../../networks/training/inputs.js";
import { letterImages } from "./letters.js";

/** What a network of distances makes of the letters, where a limit keeps most of the digits. */
export interface LettersAmong {
  /** The squared distance within which the share of the digits lies. */
  readonly limit: number;
  /** Names of the letters that lie within it as well. */
  readonly passing: readonly string[];
  /** How many letters there are. */
  readonly count: number;
  /** Every letter with the class that is nearest, and how far that is. */
  readonly picture: Figure;
}

/**
 * Shows each of the 26 letters to a LeNet-5 with codes. How far off a digit is its distance to the nearest code.
 *
 * @param digits by which the limit is set
 * @param options.keep the share of them that lies within it. @default {0.98}
 * @throws {TypeError} if an option has another name
 */
export function lettersAmong(
  model: LayersModel,
  digits: Digits,
  options: { keep?: number; seed?: number } = {},
): LettersAmong {
  requireOptions("show letters", options, ["keep", "seed"]);
  const { keep = 0.98, seed = 7 } = options;
  const letters = letterImages({ seed, each: 1 });
  const near = nearestOf(model, digits).map(({ distance }) => distance);
  near.sort((a, b) => a - b);
  const limit = near[Math.max(0, Math.round(keep * near.length) - 1)] ?? 0;
  const found = nearestOf(model, letters);
  const captions = found.map(
    ({ label, distance }, at) => `${letters.names[at]}: ${label}, ${distance.toFixed(0)}`,
  );
  return {
    limit,
    passing: letters.names.filter((_, at) => (found[at]?.distance ?? 0) <= limit),
    count: letters.count,
    picture: digitGrid(letters, { captions, columns: 9, scale: 2 }),
  };
}

function nearestOf(model: LayersModel, images: Digits): { label: number; distance: number }[] {
  const rows = tf.tidy(() => (model.predict(toInputs(images)) as tf.Tensor2D).arraySync());
  return rows.map((scores) => ({
    label: indexOfLargest(scores),
    distance: -Math.max(...scores),
  }));
}
