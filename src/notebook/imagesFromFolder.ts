import { requireOptions } from "../arithmetic/options.js";
import {
  type FolderImages,
  type FolderOptions,
  folderOptions,
  readFolder,
} from "../images/folder/readFolder.js";
import { progress } from "./progress.js";

/** How pictures become images of one size, and whether a bar tells how far it is. */
export interface ImagesFromFolderOptions extends FolderOptions {
  /** No bar, and no word of files that were left out. @default {false} */
  quiet?: boolean;
}

/** How many files that were left out are named. */
const mostNamed = 10;

/**
 * A set of images from a folder that has a folder of pictures for each class: the names of the folders are the classes, in
 * natural order (`class2` before `class10`). JPEG and PNG files are read one by one, turned upright as their EXIF says, laid on white where
 * they are transparent, and resized as Pillow does (bicubic). Pictures in deeper folders belong to the class above; hidden files and files that are no
 * pictures are passed over. The images come class by class: `split` and `train` shuffle.
 *
 * A picture that cannot be read (damaged, WebP, HEIC …) or lies beside the folders is refused by name. With `onDamaged: "skip"` such
 * files are left out, named, and listed as `skipped`.
 *
 * @param folder its path; `~` in front stands for the home folder
 * @throws {Error} if it is no such folder, a class has no picture, or a picture cannot be read
 * @throws {TypeError} if the folder is no text, or there is no option of that name
 * @throws {RangeError} if size, channels or another option is impossible
 * @example
 * // photographs/cats/1.jpg …, photographs/dogs/1.jpg …: of classes ["cats", "dogs"]
 * const photographs = () => imagesFromFolder("photographs", { size: 64 });
 */
export async function imagesFromFolder(
  folder: string,
  options: ImagesFromFolderOptions = {},
): Promise<FolderImages> {
  requireOptions("read images from a folder", options, [...folderOptions, "quiet"]);
  const { quiet = false, ...reading } = options;
  let bar: ReturnType<typeof progress> | undefined;
  const report = (done: number, total: number, file: string) => {
    bar ??= progress("Reading pictures", total);
    bar.update(done, file);
  };
  try {
    const images = await readFolder(folder, reading, quiet ? undefined : report);
    if (!quiet && images.skipped.length > 0) console.warn(leftOut(images));
    return images;
  } finally {
    bar?.done();
  }
}

function leftOut({ count, skipped }: FolderImages): string {
  const lines = skipped.slice(0, mostNamed).map(({ file, reason }) => `  ${file}: ${reason}`);
  const more = skipped.length > mostNamed ? [`  and ${skipped.length - mostNamed} more`] : [];
  return [`Left out ${skipped.length} of ${count + skipped.length} pictures:`, ...lines, ...more].join("\n");
}
