import { type PixelImage, resizeImage } from "convlab";
import { textureCrops } from "convlab/lessons";

/** Pixels of a side of every image that a network gets: as in `transfer.ts`. */
export const side = 128;

type Half = "left" | "right";

/** Crops of 128 pixels a side, of every texture in turn. */
export function cropsFromOneDistance(half: Half, each: number, random: () => number) {
  return textureCrops({ half, each, side, random });
}

/** Crops of 48 to 255 pixels a side, brought to one size: what is near shows a few stones, what is far shows many. */
export async function cropsFromAnyDistance(half: Half, each: number, random: () => number) {
  const found: { image: PixelImage; label: number }[] = [];
  for (let turn = 0; turn < each; turn++) {
    const own = Math.round(48 * (255 / 48) ** random());
    for (const { image, label } of await textureCrops({ half, each: 1, side: own, random })) {
      found.push({ image: resizeImage(image, { height: side, width: side }), label });
    }
  }
  return found;
}
