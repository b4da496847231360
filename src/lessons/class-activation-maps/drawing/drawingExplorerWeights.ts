/** Pixels a side of the drawing and of what the network sees. */
export const side = 14;

/** A convolution of 3x3 windows with ReLU: for each filter its weights, place by place, the channels of a place together. */
export interface ConvWeights {
  readonly filters: readonly (readonly number[])[];
  readonly biases: readonly number[];
}

/** A digit to load: 14x14 pixels row by row, each one of sixteen grays, written `0` (background) to `f` (full ink). */
export interface DrawingExample {
  readonly name: string;
  readonly image: string;
}

/**
 * A trained network small enough for a specification, in plain numbers: eight 3x3 filters on one channel, further filters
 * over their maps, the averages of each map over the four quarters, ten logits.
 */
export interface DrawingNetwork {
  readonly first: ConvWeights;
  readonly second: ConvWeights;
  /** For each class its weights: quarter by quarter (upper left, upper right, lower left, lower right), channel by channel. */
  readonly classes: readonly (readonly number[])[];
  readonly classBiases: readonly number[];
  /** Digits that the reader may load instead of painting. */
  readonly examples: readonly DrawingExample[];
}

/**
 * Refuses a network of another form, and examples that are no images.
 *
 * @throws {RangeError} if it is one
 */
export function checkNetwork({ first, second, classes, classBiases, examples }: DrawingNetwork): void {
  const tables = [
    ["first filters", first.filters, 8, 9],
    ["second filters", second.filters, second.filters.length, 72],
    ["classes", classes, 10, 4 * second.filters.length],
  ] as const;
  for (const [name, rows, count, length] of tables) {
    const wrong = rows.find((row) => row.length !== length || !row.every(Number.isFinite));
    if (rows.length !== count || wrong || count === 0) {
      throw new RangeError(
        `Cannot draw the network: its ${name} are ${rows.length} rows of ${wrong?.length ?? length} numbers. Give ${count} of ${length}.`,
      );
    }
  }
  const pairs = [[first.filters, first.biases], [second.filters, second.biases], [classes, classBiases]] as const; // biome-ignore format: pairs
  for (const [rows, biases] of pairs) {
    if (rows.length !== biases.length || !biases.every(Number.isFinite)) {
      throw new RangeError(
        `Cannot draw the network: ${biases.length} biases belong to ${rows.length} filters or classes. Give one each.`,
      );
    }
  }
  const pattern = new RegExp(`^[0-9a-f]{${side * side}}$`);
  const bad = examples.find(({ image }) => !pattern.test(image));
  if (bad || examples.length === 0) {
    throw new RangeError(
      `Cannot load ${bad ? `example ${bad.name}` : "an example"}. Give at least one, of ${side * side} grays from 0 to f.`,
    );
  }
}
