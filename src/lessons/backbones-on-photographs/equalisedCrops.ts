import { requireOptions } from "../../arithmetic/options.js";
import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { resizeImage } from "../../images/photographs/resizeImage.js";
import type { LabelledImage } from "./labelledImage.js";
import { type TextureCropOptions, textureCrops } from "./textureCrops.js";

/** Pixels a side of what is cut out: from a few stones to many. */
const [nearest, farthest] = [48, 255];

/**
 * Square crops of brick, grass and gravel from any distance, 48 to 255 pixels a side, brought to one size; then every gray as often as
 * every other. So neither how near a picture was taken nor its brightness, contrast or histogram says what it shows.
 *
 * @param options those of {@link textureCrops}; `side` is that of the crops given back
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if the side is no whole number from 1 to 256
 * @throws {Error} if the photographs cannot be fetched
 */
export async function equalisedCrops(options: TextureCropOptions): Promise<LabelledImage[]> {
  requireOptions("cut textures", options, ["half", "each", "side", "random"]);
  const { half, each, side, random } = options;
  const found: LabelledImage[] = [];
  for (let turn = 0; turn < each; turn++) {
    const own = Math.round(nearest * (farthest / nearest) ** random());
    for (const { image, label } of await textureCrops({ ...options, half, each: 1, side: own, random })) {
      found.push({ image: resizeImage(image, { height: side, width: side }), label });
    }
  }
  return found.map(({ image, label }) => ({ image: equalised(image, random), label }));
}

/** Pixels are ranked by their gray, ties by chance, and get grays by their rank. */
function equalised(image: PixelImage, random: () => number): PixelImage {
  const ranked = Array.from(image.pixels, (value, at) => ({ at, key: value + random() })).sort(
    (a, b) => a.key - b.key,
  );
  const pixels = new Uint8Array(ranked.length);
  for (const [rank, { at }] of ranked.entries()) pixels[at] = Math.floor((256 * rank) / ranked.length);
  return { ...image, pixels };
}
