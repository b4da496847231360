import type { MapSizes } from "./stage.js";
import type { Reader } from "./sumReaders.js";
import { pair, slidingOf } from "./windows.js";

const pooling =
  (rule: "max" | "average", name: string): Reader =>
  (_, below, config) => {
    const { words, sliding } = slidingOf(below, pair(config.poolSize), config);
    return { what: `${name} of ${words}`, rule, ...sliding };
  };

const whole =
  (rule: "max" | "average", name: string): Reader =>
  (_, { rows, columns }) => ({ what: `${name} of each map`, rule, kernel: [rows, columns] });

const flatten: Reader = (_, { maps, rows, columns }) => ({
  what: "flatten: all numbers in a row",
  rule: "move",
  source: `(datum.map % ${maps}) * ${rows * columns} + floor(datum.map / ${maps})`,
});

const bending: Reader = (layer) => ({
  what: layer.getClassName().toLowerCase(),
  rule: "move",
  source: "datum.index",
});

/** Where the number at a place comes from when maps get a border. */
const within = ({ rows, columns }: MapSizes, top: number, left: number) => {
  const [row, column] = [`(datum.row - ${top})`, `(datum.column - ${left})`];
  const inside = `${row} >= 0 && ${row} < ${rows} && ${column} >= 0 && ${column} < ${columns}`;
  return `${inside} ? datum.map * ${rows * columns} + ${row} * ${columns} + ${column} : -1`;
};

const zeroPadding: Reader = (_, below, config) => {
  const [[top = 0, bottom = 0] = [], [left = 0, right = 0] = []] = config.padding as number[][];
  const around = [top, left, bottom, right] as const;
  return { what: "a border of zeros", rule: "move", around, source: within(below, top, left) };
};

/** LeNet-5's: pixels from -0.1 to 1.175, and two rows or columns of background on each side. */
const lenetFrame: Reader = (_, below) => ({
  what: "pixels from -0.1 to 1.175, with a border",
  rule: "move",
  around: [2, 2, 2, 2],
  source: within(below, 2, 2),
  scaling: [1.275, -0.1, -0.1],
});

const wrap: Reader = (_, { rows, columns }, config) => {
  const amount = Number(config.amount);
  const around = (at: string, length: number) => `((datum.${at} + ${length - amount}) % ${length})`;
  return {
    what: "a border from the opposite side",
    rule: "move",
    source: `datum.map * ${rows * columns} + ${around("row", rows)} * ${columns} + ${around("column", columns)}`,
  };
};

/** Layers without weights, by their names in TensorFlow.js. */
export const plainReaders: Readonly<Record<string, Reader>> = {
  MaxPooling2D: pooling("max", "maximum"),
  AveragePooling2D: pooling("average", "average"),
  GlobalAveragePooling2D: whole("average", "average"),
  GlobalMaxPooling2D: whole("max", "maximum"),
  Flatten: flatten,
  Activation: bending,
  ReLU: bending,
  Softmax: bending,
  ZeroPadding2D: zeroPadding,
  Frame: lenetFrame,
  WrapPadding: wrap,
};

/** Layers that do something only while a network is trained. */
export const idleLayers: readonly string[] = [
  "Dropout",
  "SeededDropout",
  "SpatialDropout2D",
  "GaussianDropout",
  "GaussianNoise",
  "AlphaDropout",
];
