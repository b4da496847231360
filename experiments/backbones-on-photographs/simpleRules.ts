import { mean, type PixelImage } from "convlab";

/** The mean absolute difference of pixels that stand so many steps apart, sideways or downwards, in gray levels. */
function difference({ height, width, pixels }: PixelImage, rows: number, columns: number): number {
  let sum = 0;
  for (let row = 0; row + rows < height; row++) {
    for (let column = 0; column + columns < width; column++) {
      const at = row * width + column;
      sum += Math.abs((pixels[at] as number) - (pixels[at + rows * width + columns] as number));
    }
  }
  return sum / ((height - rows) * (width - columns));
}

/** One number: how much a pixel differs from its right neighbour. */
export function neighbourDifference(image: PixelImage): number {
  return difference(image, 0, 1);
}

/** Twelve numbers: the same at 1, 2, 4, 8, 16 and 32 pixels, sideways and downwards. */
export function neighbourDifferences(image: PixelImage): Float32Array {
  const steps = [1, 2, 4, 8, 16, 32];
  return Float32Array.from(steps.flatMap((step) => [difference(image, 0, step), difference(image, step, 0)]));
}

/** Sixteen numbers: the shares of pixels in as many ranges of gray. */
export function histogram({ pixels }: PixelImage): Float32Array {
  const values = Array.from(pixels);
  return Float32Array.from({ length: 16 }, (_, bin) =>
    mean(values.map((value) => Number(value >> 4 === bin))),
  );
}

/** Eight numbers: how much of all change of gray goes which way, from level over upright back to level. */
export function orientations({ height, width, pixels }: PixelImage): Float32Array {
  const shares = new Float32Array(8);
  let sum = 0;
  for (let row = 1; row < height; row++) {
    for (let column = 1; column < width; column++) {
      const at = row * width + column;
      const value = pixels[at] as number;
      const [across, down] = [value - (pixels[at - 1] as number), value - (pixels[at - width] as number)];
      const size = Math.hypot(across, down);
      // A change from dark to light counts as one from light to dark.
      const turn = (Math.atan2(down, across) / Math.PI + 2) % 1;
      const bin = Math.floor(8 * turn + 0.5) % 8;
      shares[bin] = (shares[bin] as number) + size;
      sum += size;
    }
  }
  return shares.map((share) => share / (sum || 1));
}
