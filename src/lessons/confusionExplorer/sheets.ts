import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { encodeJpeg } from "../../charts/drawing/jpeg.js";
import { encodePng } from "../../charts/drawing/png.js";
import { channelsOf, type ImageSet } from "../../images/images.js";
import { imageAt } from "../../images/imagesFrom.js";
import { resizeImage } from "../../images/photographs/resizeImage.js";
import { base64 } from "../../platform/base64.js";

/** So many pictures share a file, one below the other: a file for each would be half heads. */
export const perSheet = 32;

/** Pixels of a picture as it is kept. */
export interface PictureSize {
  readonly height: number;
  readonly width: number;
  /** From one picture of a sheet to the next: whole blocks of JPEG, or neighbours would shine through. */
  readonly pitch: number;
}

const block = 8;

/** The size of the pictures if their longer side has at most so many pixels. */
export function pictureSize({ height, width }: ImageSet, longest: number): PictureSize {
  const share = Math.min(1, longest / Math.max(height, width));
  const [rows, columns] = [height, width].map((side) => Math.max(1, Math.round(share * side)));
  return {
    height: rows as number,
    width: columns as number,
    pitch: block * Math.ceil((rows as number) / block),
  };
}

/** The images as addresses of data, `perSheet` in each: gray lossless, unless they are large, others as JPEG. */
export function sheetsOf(images: ImageSet, indices: readonly number[], size: PictureSize): string[] {
  const starts = Array.from({ length: Math.ceil(indices.length / perSheet) }, (_, sheet) => sheet * perSheet);
  return starts.map((start) => address(strip(images, indices.slice(start, start + perSheet), size)));
}

function strip(images: ImageSet, indices: readonly number[], { height, width, pitch }: PictureSize) {
  const channels = channelsOf(images);
  const line = width * channels;
  const pixels = new Uint8Array(indices.length * pitch * line);
  for (const [place, index] of indices.entries()) {
    const whole = imageAt(images, index);
    const small =
      whole.height === height && whole.width === width ? whole : resizeImage(whole, { height, width });
    pixels.set(small.pixels, place * pitch * line);
    const last = small.pixels.subarray((height - 1) * line);
    for (let row = height; row < pitch; row++) pixels.set(last, (place * pitch + row) * line);
  }
  return { height: indices.length * pitch, width, channels, pixels };
}

/** Gray pictures up to so many pixels a line are lossless; larger ones would take several times the room. */
const smallGray = 32;

function address(image: PixelImage): string {
  if (image.channels === 1 && image.width <= smallGray) {
    return `data:image/png;base64,${base64(encodePng(image))}`;
  }
  return `data:image/jpeg;base64,${base64(encodeJpeg(image, 75))}`;
}
