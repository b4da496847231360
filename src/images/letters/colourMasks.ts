import { grayLevel } from "../../arithmetic/pixelImage.js";

/** Red, green and blue, 0 to 255. */
type Colour = readonly [red: number, green: number, blue: number];

/** Dark to light, quiet enough to stand beside each other on one sheet. */
const palette: readonly Colour[] = [
  "1d2b3a", "2c2a4a", "3b1f2b", "12373a", "223d2b", "4a2618", "3d3d46", "274472", "5c3a6b", "7a2e3b",
  "1f6f6b", "3f6b35", "8a4b1f", "6b6470", "3a78b5", "8d5fa8", "c2504f", "2fa39a", "76a04b", "d08a2e",
  "9b96a3", "7fb2e5", "c7a0dc", "f09a8c", "8ed8cc", "bcd77e", "f4c65b", "d9d3c7", "c9e4fb", "f6d9ea",
  "ffe3d1", "d6f5e8", "eef5c6", "fff2bd", "faf6ee",
].map((hex) => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour); // biome-ignore format: five rows of colours

/** How light a colour looks, 0 to 1 (ITU-R BT.601). */
const luma = ([red, green, blue]: Colour) => grayLevel(red, green, blue) / 255;

/** All pairs of a ground and an ink that is lighter by more than a quarter. */
const pairs = palette.flatMap((ground) =>
  palette.filter((ink) => luma(ink) - luma(ground) > 0.25).map((ink) => ({ ground, ink })),
);

/**
 * Masks as colour images: where the mask is 255 lies the ink, where it is 0 the darker ground, a pair of colours drawn for each.
 *
 * @param masks `count` x `size` bytes
 * @returns `count` x `size` x 3 bytes
 */
export function colourMasks(masks: Uint8Array, size: number, random: () => number): Uint8Array {
  const pixels = new Uint8Array(masks.length * 3);
  for (let image = 0; image < masks.length / size; image++) {
    const { ground, ink } = pairs[Math.floor(random() * pairs.length)] as (typeof pairs)[0];
    for (let at = image * size; at < (image + 1) * size; at++) {
      const share = (masks[at] as number) / 255;
      for (const channel of [0, 1, 2] as const) {
        pixels[3 * at + channel] = Math.round(share * ink[channel] + (1 - share) * ground[channel]);
      }
    }
  }
  return pixels;
}
