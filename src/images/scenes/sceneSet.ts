import type { Box } from "../../arithmetic/maps/boxes.js";
import { requireOptions } from "../../arithmetic/options.js";
import { requireWhole } from "../../arithmetic/whole.js";
import { changed, type Digits } from "../images.js";
import type { SceneOptions } from "./sceneOptions.js";
import { clutteredScene } from "./scenes.js";

/** Scenes to learn from or to measure on: the images with the label of their digit, and where each digit is. */
export interface SceneSet {
  scenes: Digits;
  boxes: Box[];
}

/**
 * Many scenes with one whole digit each. Scene number i is {@link clutteredScene} with the seed `seed x 1,000,000 + i`.
 *
 * @param options.number how many
 * @param options.within as of `clutteredScene`, or a function of the scene's number: to place digits where one likes
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if the number is no whole number from 1 to 1000000, or {@link clutteredScene} refuses the rest
 * @example
 * const { test } = await loadMnist({ trainImages: 0, testImages: 100 });
 * sceneSet({ digits: test, number: 5, seed: 9 }).scenes.count // 5 images of 64x64, as `train` and `evaluate` take them
 */
export function sceneSet(
  options: Omit<SceneOptions, "digits" | "count" | "within"> & {
    digits: Digits;
    number: number;
    within?: (index: number) => Box | undefined;
  },
): SceneSet {
  requireOptions("make scenes", options, ["digits", "number", "seed", "size", "patches", "within"]);
  const { number, seed, size = 64, within, ...rest } = options;
  requireWhole("make scenes", { number }, { from: 1, to: 1_000_000 });
  const pixels = new Uint8Array(number * size * size);
  const labels = new Uint8Array(number);
  const boxes: Box[] = [];
  for (let index = 0; index < number; index++) {
    const area = within?.(index);
    const place = area === undefined ? {} : { within: area };
    const scene = clutteredScene({ ...rest, ...place, size, seed: seed * 1_000_000 + index });
    const [object] = scene.objects;
    if (object === undefined) continue;
    pixels.set(scene.pixels, index * size * size);
    labels[index] = object.label;
    boxes.push(object.box);
  }
  const set = { count: number, height: size, width: size, pixels, labels };
  return { scenes: changed(rest.digits, set), boxes };
}
