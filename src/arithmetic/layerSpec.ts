import type { PerAxis } from "./axes.js";
import type { AxisPadding } from "./window.js";

/** The shape of one image or stack of feature maps, in pixels. */
export interface ImageShape {
  height: number;
  width: number;
  channels: number;
}

interface ConvLayer {
  kind: "conv";
  filters: number;
  kernel: PerAxis<number>;
  /** Step from one place to the next. @default {1} */
  stride?: PerAxis<number>;
  /** Distance between neighbouring weights. @default {1} */
  dilation?: PerAxis<number>;
  /** Zeros around the maps. @default {"valid"} */
  padding?: PerAxis<AxisPadding>;
  /** Channels and filters are split into so many parts, each part sees only its own channels. @default {1} */
  groups?: number;
  /** One more parameter for each filter. @default {true} */
  bias?: boolean;
}

interface PoolLayer {
  kind: "maxPool" | "averagePool";
  size: PerAxis<number>;
  /** Step from one place to the next. @default {size} */
  stride?: PerAxis<number>;
  /** Pixels around the maps, which never win and are not counted. @default {"valid"} */
  padding?: PerAxis<AxisPadding>;
}

interface DenseLayer {
  kind: "dense";
  units: number;
  /** One more parameter for each unit. @default {true} */
  bias?: boolean;
}

interface ZeroPaddingLayer {
  kind: "zeroPadding";
  /** Rows and columns of zeros around every map: one number for all sides, `[before, after]`, or one of these for each axis. */
  padding: PerAxis<number | readonly [before: number, after: number]>;
}

interface DropoutLayer {
  kind: "dropout";
  /** Share of the values that is silenced while training, from 0 up to but not including 1. */
  rate: number;
}

interface PlainLayer {
  /**
   * `flatten`: all numbers in a row. `globalAverage` and `globalMax`: the mean and the largest number of each map. `softmax`:
   * positive numbers that add up to 1, along the units or at each place along the channels.
   */
  kind: "flatten" | "globalAverage" | "globalMax" | "softmax";
}

/** One layer of a network, as far as shapes and counts go. Activations of other layers change neither and are left out. */
export type LayerSpec = ConvLayer | PoolLayer | ZeroPaddingLayer | DenseLayer | DropoutLayer | PlainLayer;

/** What one layer makes of its input. */
export interface LayerRow {
  kind: string;
  /** `[height, width, channels]`, or `[length]` once flat. The batch is left out. */
  shape: readonly number[];
  parameters: number;
  /** For one image, padding included. A bias adds none, and neither does pooling. */
  multiplyAdds: number;
  /**
   * Pixels of the input that one number of the output sees. Of a window it is the nominal size and may exceed the
   * image; of `dense`, `globalAverage` and `globalMax`, which see the whole map, the part of the image under that map.
   */
  receptiveField: { rows: number; columns: number };
}
