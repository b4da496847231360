import { requireOptions } from "../../arithmetic/options.js";
import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { mean } from "../../arithmetic/statistics/statistics.js";
import { requireWhole } from "../../arithmetic/whole.js";
import { cropImage } from "../../images/photographs/cropImage.js";
import { photograph } from "../../images/photographs/photographs.js";
import { toGray } from "../../images/photographs/toGray.js";

/** The textures, by their labels 0 to 2. */
export const textureNames = ["brick", "grass", "gravel"] as const;

/** Which crops {@link textureCrops} cuts. */
export interface TextureCropOptions {
  /** Which half of each picture: what comes from one half shows nothing of the other. */
  readonly half: "left" | "right";
  /** Crops of each texture. */
  readonly each: number;
  /** Pixels of a side, at most 256. */
  readonly side: number;
  /** Gives the next number in [0, 1), as `seeded` makes them. */
  readonly random: () => number;
}

/**
 * Square crops of brick, grass and gravel at random places, brick, grass, gravel, brick, … in turn, gray. Each is brought to
 * the same mean and the same deviation, so that brightness and contrast say nothing of what it is.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if the side is no whole number from 1 to 256
 * @throws {Error} if the photographs cannot be fetched
 */
export async function textureCrops(
  options: TextureCropOptions,
): Promise<{ image: PixelImage; label: number }[]> {
  requireOptions("cut textures", options, ["half", "each", "side", "random"]);
  const { half, each, side, random } = options;
  requireWhole("cut crops", { side }, { from: 1, to: 256 }); // half a picture is 256 wide
  const pictures = await Promise.all(textureNames.map(async (name) => toGray(await photograph(name))));
  return Array.from({ length: each }, () =>
    pictures.map((picture, label) => {
      const top = Math.floor(random() * (picture.height - side + 1));
      const start = half === "left" ? 0 : 256;
      const left = start + Math.floor(random() * (256 - side + 1));
      return { image: levelled(cropImage(picture, { top, left, height: side, width: side })), label };
    }),
  ).flat();
}

/** Mean 127, deviation 50. */
function levelled(image: PixelImage): PixelImage {
  const values = Array.from(image.pixels);
  const middle = mean(values);
  const deviation = Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) || 1;
  const pixels = Uint8ClampedArray.from(values, (value) => 127 + (50 * (value - middle)) / deviation);
  return { ...image, pixels: new Uint8Array(pixels.buffer) };
}
