import { type Box, intersectionOverUnion } from "../../arithmetic/maps/boxes.js";
import { requireOptions } from "../../arithmetic/options.js";
import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { seeded } from "../../arithmetic/random.js";
import { requireWhole } from "../../arithmetic/whole.js";
import { requireInside } from "./paintOver.js";
import { seenPart } from "./seenPart.js";

const action = "choose control boxes";

/**
 * Boxes of the same size elsewhere in what the network sees of a photograph, at places drawn at random, none of which touches the
 * first box; among themselves they may overlap. By their names: `elsewhere 1`, `elsewhere 2`, … What painting over these does
 * is what painting over anything does.
 *
 * @param options.count how many. @default {5}
 * @param options.seed of the places. @default {1}
 * @param options.side pixels of a side of what the network takes. @default {224}
 * @throws {TypeError} if an option has another name, or a side of the box is missing or no number
 * @throws {RangeError} if the box is empty or reaches out of the photograph, there is no room for another of its size, or a number
 * is no whole one from 1
 * @example
 * const box = { top: 40, left: 40, bottom: 120, right: 120 };
 * const photograph = { height: 256, width: 256, channels: 1, pixels: new Uint8Array(256 * 256) } as const;
 * Object.keys(controlBoxes(photograph, box, { count: 2 })) // ["elsewhere 1", "elsewhere 2"]
 */
export function controlBoxes(
  photograph: PixelImage,
  box: Box,
  options: { readonly count?: number; readonly seed?: number; readonly side?: number } = {},
): Readonly<Record<string, Box>> {
  requireOptions(action, options, ["count", "seed", "side"]);
  const { count = 5, seed = 1, side = 224 } = options;
  requireWhole(action, { count, side }, { from: 1 });
  requireInside(photograph, box);
  const random = seeded(seed);
  const [height, width] = [box.bottom - box.top, box.right - box.left];
  const seen = seenPart(photograph, side);
  const [lowest, rightmost] = [seen.bottom - height, seen.right - width];
  // Above the box, below it, to its left and to its right: the upper left corners that leave it alone.
  const strips = [
    { top: seen.top, bottom: Math.min(lowest, box.top - height), left: seen.left, right: rightmost },
    { top: Math.max(seen.top, box.bottom), bottom: lowest, left: seen.left, right: rightmost },
    { top: seen.top, bottom: lowest, left: seen.left, right: Math.min(rightmost, box.left - width) },
    { top: seen.top, bottom: lowest, left: Math.max(seen.left, box.right), right: rightmost },
  ].filter(({ top, bottom, left, right }) => top <= bottom && left <= right);
  const sizes = strips.map(({ top, bottom, left, right }) => (bottom - top + 1) * (right - left + 1));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total === 0) {
    throw new RangeError(
      `Cannot ${action}: beside ${height} x ${width} pixels there is no room for as many in the ${seen.bottom - seen.top} x ${seen.right - seen.left} that the network sees. Give a smaller box.`,
    );
  }
  const draw = (): Box => {
    let at = Math.floor(random() * total);
    const index = sizes.findIndex((size) => {
      at -= size;
      return at < 0;
    });
    const { left, right, top } = strips[index] as Box;
    at += sizes[index] as number;
    const across = right - left + 1;
    const place = { top: top + Math.floor(at / across), left: left + (at % across) };
    // A corner that lies in several strips is drawn as often as any other.
    const within = strips.filter(
      (strip) => place.top >= strip.top && place.top <= strip.bottom && place.left >= strip.left && place.left <= strip.right,
    );
    if (random() * within.length > 1) return draw();
    return { ...place, bottom: place.top + height, right: place.left + width };
  }; // biome-ignore format: conditions together
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`elsewhere ${index + 1}`, draw()]));
}

/** Whether two boxes share a pixel. */
export const touches = (a: Box, b: Box) => intersectionOverUnion(a, b) > 0;
