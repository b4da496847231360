import { requireSome } from "../../arithmetic/lists.js";
import { requireOptions } from "../../arithmetic/options.js";
import { requireWhole } from "../../arithmetic/whole.js";
import { imagesFrom } from "../../images/imagesFrom.js";
import { resizeImage } from "../../images/photographs/resizeImage.js";
import { cnn } from "../../networks/models/cnn.js";
import { disposeModel } from "../../networks/models/disposeModel.js";
import { evaluate } from "../../networks/training/evaluate.js";
import { train } from "../../notebook/train.js";
import type { LabelledImage } from "./labelledImage.js";

const action = "train a network from nothing";
/** Pixels of a side that the small network takes. */
const side = 64;

/** How a network is trained from nothing. */
export interface FromNothingOptions {
  /** Of the first weights and the order of the examples. @default {1} */
  readonly seed?: number;
  /** How often it sees all examples. @default {40} */
  readonly epochs?: number;
}

/**
 * Trains a network of three convolutions and a global average from nothing on a few images, made 64 x 64 pixels, and asks it about
 * others.
 *
 * @param examples it learns from these
 * @param tests images of the same classes and as many channels; nothing is chosen by them
 * @returns how many of the tests it reads right
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are no examples or no tests, or a number is no whole one from 1
 * @example
 * const plain = (label: number) =>
 *   ({ image: { height: 64, width: 64, channels: 1, pixels: new Uint8Array(64 * 64).fill(200 * label) } as const, label: label });
 * await readFromNothing([plain(0), plain(1)], [plain(1)], { epochs: 1 }) <= 1 // true
 */
export async function readFromNothing(
  examples: readonly LabelledImage[],
  tests: readonly LabelledImage[],
  options: FromNothingOptions = {},
): Promise<number> {
  requireOptions(action, options, ["seed", "epochs"]);
  const { seed = 1, epochs = 40 } = options;
  requireWhole(action, { seed, epochs }, { from: 1 });
  const { image } = requireSome(action, "example", examples);
  requireSome(action, "test", tests);
  const count = 1 + Math.max(...[...examples, ...tests].map(({ label }) => label));
  const classes = Array.from({ length: count }, (_, label) => String(label));
  const setOf = (list: readonly LabelledImage[]) =>
    imagesFrom(
      list.map((each) => resizeImage(each.image, { height: side, width: side })),
      list.map(({ label }) => label),
      classes,
    );
  const conv = (filters: number) =>
    ({ kind: "conv", filters, kernel: 3, padding: "same", activation: "relu" }) as const;
  const model = cnn(
    { height: side, width: side, channels: image.channels },
    [
      conv(8),
      { kind: "maxPool", size: 2 },
      conv(16),
      { kind: "maxPool", size: 2 },
      conv(32),
      { kind: "globalAverage" },
      { kind: "dense", units: count, activation: "softmax" },
    ],
    { seed },
  );
  try {
    await train(model, setOf(examples), { epochs, batchSize: 8, seed, quiet: true });
    const { predicted } = await evaluate(model, setOf(tests));
    return tests.filter(({ label }, at) => predicted[at] === label).length;
  } finally {
    disposeModel(model);
  }
}
