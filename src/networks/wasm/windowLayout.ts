// Where the windows of a convolution lie in memory, as distances in bytes.
import type { Geometry } from "./geometry.js";

/** So many steps, and how far each goes: among the inputs, which are framed, and among the outputs. */
export interface Steps {
  readonly count: number;
  readonly input: number;
  readonly output: number;
}

/** Some weights of a kernel that lie side by side, and so do the inputs under them. */
export interface WeightRun {
  /** Which weight of an output channel is the first of them. */
  readonly first: number;
  readonly length: number;
  /** Where its input lies, from the corner of the window on. */
  readonly place: number;
}

/** The windows of a batch, in three loops, and the weights of each. */
export interface WindowLayout {
  readonly images: Steps;
  readonly lines: Steps;
  readonly rows: Steps;
  readonly weights: readonly WeightRun[];
}

/** @param framed the shape of the inputs with the zeros around them */
export function windowLayout(geometry: Geometry, framed: readonly number[]): WindowLayout {
  const { batchSize, outHeight, outWidth, outChannels, strideHeight, strideWidth } = geometry;
  const [, height = 0, width = 0, channels = 0] = framed;
  const [pixel, output] = [4 * channels, 4 * outChannels];
  const row = width * pixel;
  const images = { count: batchSize, input: height * row, output: outHeight * outWidth * output };
  const weights = weightRuns(geometry, row, pixel);
  const once = { count: 1, input: 0, output: 0 };
  // Four rows are computed at once, so there should be some.
  if (outHeight * outWidth === 1) return { images: once, lines: once, rows: images, weights };
  return {
    images,
    lines: { count: outHeight, input: strideHeight * row, output: outWidth * output },
    rows: { count: outWidth, input: strideWidth * pixel, output },
    weights,
  };
}

function weightRuns(geometry: Geometry, row: number, pixel: number): WeightRun[] {
  const { filterHeight, filterWidth, inChannels, dilationHeight, dilationWidth } = geometry;
  const together = dilationWidth === 1 ? filterWidth : 1;
  return Array.from({ length: (filterHeight * filterWidth) / together }, (_, index) => {
    const [y, x] = [Math.floor((index * together) / filterWidth), (index * together) % filterWidth];
    return {
      first: index * together * inChannels,
      length: together * inChannels,
      place: y * dilationHeight * row + x * dilationWidth * pixel,
    };
  });
}
