import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { requireWhole } from "../../arithmetic/whole.js";

/** Pixels of the source on either side that count, at its own scale. */
const reach = 2;

/** The cubic curve through the neighbours (Keys, 1981, with -0.5, as Pillow and TensorFlow have it). */
function cubic(distance: number): number {
  const x = Math.abs(distance);
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  if (x < 2) return ((-0.5 * x + 2.5) * x - 4) * x + 2;
  return 0;
}

/**
 * An image in another size, bicubic. Shrinking smooths first, or fine patterns would turn into coarse ones (aliasing). First
 * along the rows, then along the columns, rounded to bytes after each: so does Pillow, which the usual preparation for
 * ImageNet networks uses.
 *
 * @throws {RangeError} if a side is no whole number from 1
 * @example
 * const image = { height: 1, width: 2, channels: 1, pixels: Uint8Array.of(0, 100) } as const;
 * resizeImage(image, { height: 1, width: 1 }).pixels // [50]
 * @see Keys, *Cubic convolution interpolation for digital image processing*, 1981
 */
export function resizeImage(image: PixelImage, size: { height: number; width: number }): PixelImage {
  requireWhole("resize the image", { height: size.height, width: size.width }, { from: 1 });
  const { channels } = image;
  const narrow = resample(image, size.width, "columns");
  const between = { height: image.height, width: size.width, channels, pixels: narrow };
  return { ...between, height: size.height, pixels: resample(between, size.height, "rows") };
}

function resample(image: PixelImage, length: number, axis: "rows" | "columns"): Uint8Array {
  const { height, width, channels, pixels } = image;
  const [from, other] = axis === "columns" ? [width, height] : [height, width];
  // How far apart neighbours along the axis are, and across it.
  const [step, across] = axis === "columns" ? [channels, width * channels] : [width * channels, channels];
  const [outStep, outAcross] =
    axis === "columns" ? [channels, length * channels] : [width * channels, channels];
  const out = new Uint8Array(length * other * channels);
  for (const [place, { first, weights }] of windows(from, length).entries()) {
    for (let line = 0; line < other; line++) {
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        let at = first * step + line * across + channel;
        for (const weight of weights) {
          sum += weight * (pixels[at] as number);
          at += step;
        }
        out[place * outStep + line * outAcross + channel] = Math.min(255, Math.max(0, Math.round(sum)));
      }
    }
  }
  return out;
}

/** For each pixel of the result, which pixels of the source count, and how much. */
function windows(from: number, to: number): { first: number; weights: number[] }[] {
  const scale = from / to;
  const stretch = Math.max(1, scale);
  return Array.from({ length: to }, (_, place) => {
    const centre = (place + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - reach * stretch + 0.5));
    const end = Math.min(from, Math.trunc(centre + reach * stretch + 0.5));
    const raw = Array.from({ length: end - first }, (_, index) =>
      cubic((first + index - centre + 0.5) / stretch),
    );
    const sum = raw.reduce((total, weight) => total + weight, 0);
    return { first, weights: raw.map((weight) => weight / sum) };
  });
}
