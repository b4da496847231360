import { channelsOf, type ImageSet } from "../../images/images.js";
import { type PictureSize, perSheet, pictureSize, sheetsOf } from "./sheets.js";

/** Characters for all pictures together: with the rest, and a still picture in gray or colour, it is less than 1 MB. */
const budgets = { 1: 760_000, 3: 560_000 };
/** Characters that the numbers of a picture take, a line in the notebook's file. */
const numbers = 40;
/** Pixels of the longer side, tried in turn: smaller only where there would be room for too few. */
const sides = [64, 40, 24];
const enough = 400;

/** The images that there is room for, and the files that hold them in this order. */
export interface KeptPictures {
  readonly indices: readonly number[];
  readonly sheets: readonly string[];
  readonly size: PictureSize;
}

/**
 * As many of the images as there is room for, the first of `order` before the others.
 *
 * @param arrange puts those that are kept in the order of the sheets
 */
export function keepPictures(
  images: ImageSet,
  order: readonly number[],
  arrange: (kept: ReadonlySet<number>) => readonly number[],
): KeptPictures {
  const budget = budgets[channelsOf(images)];
  const room = (size: PictureSize) => Math.floor(budget / lettersEach(images, order, size));
  const sizes = sides.map((side) => pictureSize(images, side));
  const size =
    sizes.find((each) => room(each) >= Math.min(order.length, enough)) ?? (sizes.at(-1) as PictureSize);
  let count = Math.min(order.length, room(size));
  for (;;) {
    const indices = arrange(new Set(order.slice(0, count)));
    const sheets = sheetsOf(images, indices, size);
    const letters = lettersOf(sheets, indices.length);
    if (letters <= budget || count <= 1) return { indices, sheets, size };
    count = Math.max(1, Math.floor((0.98 * count * budget) / letters));
  }
}

const lettersOf = (sheets: readonly string[], count: number) =>
  sheets.reduce((sum, { length }) => sum + length, count * numbers);

/** Characters a picture, by a sheet of pictures from all over. */
function lettersEach(images: ImageSet, order: readonly number[], size: PictureSize): number {
  const step = Math.max(1, Math.floor(order.length / perSheet));
  const some = order.filter((_, index) => index % step === 0).slice(0, perSheet);
  return lettersOf(sheetsOf(images, some, size), some.length) / some.length;
}
