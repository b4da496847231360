import { requireOptions } from "../../arithmetic/options.js";
import { seeded } from "../../arithmetic/random.js";
import { requireWhole } from "../../arithmetic/whole.js";
import type { Images } from "../../images/images.js";
import { imagesFrom } from "../../images/imagesFrom.js";
import { cropImage } from "../../images/photographs/cropImage.js";
import { photograph } from "../../images/photographs/photographs.js";
import { resizeImage } from "../../images/photographs/resizeImage.js";
import { imagesFromFolder } from "../../notebook/imagesFromFolder.js";

/** Photographs of a few classes, 256 x 256 pixels each, and where they come from. */
export interface FewPhotographs extends Images {
  /** Whose they are, in words. */
  said: string;
}

const action = "gather photographs";
const names = ["cat", "coffee", "rocket", "astronaut"] as const;
/** So many crops of each. */
const each = 5;
/** Of the shorter side of a photograph. */
const share = 0.65;
const side = 256;

/**
 * The reader's photographs, from a folder that has a folder for each class; where no folder is given, twenty crops of the lesson's
 * own four photographs. Crops of one photograph overlap: what is read of them shows that it runs, and no more.
 *
 * @param folder its path, `~` in front stands for the home folder; empty for the crops
 * @param options.seed of the places of the crops. @default {1}
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if the seed is no whole number from 0
 * @throws {Error} if it is no such folder, or a picture cannot be read or fetched
 * @example (await folderOrCrops("")).classes // ["cat", "coffee", "rocket", "astronaut"]
 */
export async function folderOrCrops(
  folder: string,
  options: { readonly seed?: number } = {},
): Promise<FewPhotographs> {
  requireOptions(action, options, ["seed"]);
  const { seed = 1 } = options;
  requireWhole(action, { seed });
  if (folder === "") return crops(seeded(seed));
  const images = await imagesFromFolder(folder, { size: side, fit: "crop", onDamaged: "skip" });
  return { ...images, said: `${images.count} photographs of ${folder}` };
}

async function crops(random: () => number): Promise<FewPhotographs> {
  const wholes = await Promise.all(names.map((name) => photograph(name)));
  const squares = wholes.flatMap((whole) =>
    Array.from({ length: each }, () => {
      const cut = Math.floor(share * Math.min(whole.height, whole.width));
      const top = Math.floor(random() * (whole.height - cut + 1));
      const left = Math.floor(random() * (whole.width - cut + 1));
      const square = cropImage(whole, { top, left, height: cut, width: cut });
      return resizeImage(square, { height: side, width: side });
    }),
  );
  const labels = squares.map((_, at) => Math.floor(at / each));
  const said = `no folder of yours yet: ${squares.length} crops of the lesson's own ${names.length} photographs stand in`;
  return { ...imagesFrom(squares, labels, names), said };
}
