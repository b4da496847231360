import {
  averagePool,
  type Digits,
  digitAt,
  disposeModel,
  evaluate,
  fit,
  type LayersModel,
  layerTable,
  type Matrix,
  maxPool,
  seeded,
  shuffled,
  take,
  tf,
  toInputs,
} from "convlab";
import {
  experiment,
  type Reduction,
  reductionCnn,
  reductionLayers,
  ridge,
  shift,
  weightsHash,
} from "convlab/lessons";
import { processorMilliseconds } from "../processor.js";
import { grid, mnist, upperMedian } from "../shared.js";
import { poolingComparisons } from "./comparisons.js";

const plan = { epochs: 2, trainImages: 12_000 };
/** What the lesson says of time: stride 1 costs it, larger strides save it, a strided convolution most. */
const timeComparisons = [
  ["max 2, stride 1", "none"],
  ["max 2, stride 2", "none"],
  ["convolution, stride 2", "max 2, stride 3"],
].flatMap(([first = "", second = ""]) =>
  ["trainingMilliseconds", "inferenceMilliseconds"].map((measure) => ({ first, second, measure })),
);
const [batchSize, decoderImages, shiftedImages] = [32, 5_000, 2_000];

export default experiment({
  id: "pooling/pooling",
  question:
    "What pooling costs and buys, on equal ground: 8 and 16 filters, every map averaged to 4x4 before the dense layer",
  rows: grid(
    [
      { name: "none", kind: "none", size: 1, stride: 1, ...plan },
      { name: "max 2, stride 1", kind: "max", size: 2, stride: 1, ...plan },
      { name: "max 3, stride 1", kind: "max", size: 3, stride: 1, ...plan },
      { name: "max 2, stride 2", kind: "max", size: 2, stride: 2, ...plan },
      { name: "max 3, stride 2", kind: "max", size: 3, stride: 2, ...plan },
      { name: "average 2, stride 2", kind: "average", size: 2, stride: 2, ...plan },
      { name: "convolution, stride 2", kind: "stridedConvolution", size: 1, stride: 2, ...plan },
      { name: "max 2, stride 3", kind: "max", size: 2, stride: 3, ...plan },
      { name: "max 3, stride 3", kind: "max", size: 3, stride: 3, ...plan },
    ],
    3,
  ),
  comparisons: [...poolingComparisons, ...timeComparisons],
  async run({ configuration, seed }, context) {
    const { train, test } = await mnist;
    const reduction = configuration as unknown as Reduction;
    const [epochs, trainImages] = [Number(configuration.epochs), Number(configuration.trainImages)];
    const model = reductionCnn({ reduction, seed });
    const milliseconds: number[] = [];
    let before = processorMilliseconds();
    await fit(model, take(train, 0, trainImages), { epochs, batchSize, seed }, [
      {
        onBatch({ epoch, seen }) {
          milliseconds.push(processorMilliseconds() - before);
          context.report((0.7 * ((epoch - 1) * trainImages + seen)) / (epochs * trainImages));
          before = processorMilliseconds();
        },
      },
    ]);
    const { accuracy } = await evaluate(model, test);
    context.report(0.8);
    const agreement = await agreementUnderShifts(model, take(test, 0, shiftedImages));
    context.report(0.9);
    const table = layerTable({ height: 28, width: 28, channels: 1 }, reductionLayers(reduction));
    const result = {
      parameters: model.countParams(),
      multiplyAdds: table.reduce((sum, layer) => sum + layer.multiplyAdds, 0),
      trainingMilliseconds: upperMedian(milliseconds),
      inferenceMilliseconds: inferenceMilliseconds(model, take(test, 0, 200)),
      testAccuracy: accuracy,
      agreement,
      decoderError: decoderError(configuration, train, test, seed),
    };
    const weights = weightsHash(model);
    disposeModel(model);
    context.report(1);
    return { weights, result };
  },
});

/** Of one image, in a batch of 200: the median of 15 rounds. */
function inferenceMilliseconds(model: LayersModel, digits: Digits): number {
  const inputs = toInputs(digits);
  const rounds = Array.from({ length: 15 }, () => {
    const before = processorMilliseconds();
    tf.tidy(() => (model.predict(inputs) as tf.Tensor).dataSync());
    return (processorMilliseconds() - before) / digits.count;
  });
  inputs.dispose();
  return upperMedian(rounds);
}

/** Share of the answers that stay when a digit moves by one pixel up, down, left or right. */
async function agreementUnderShifts(model: LayersModel, digits: Digits): Promise<number> {
  const { predicted } = await evaluate(model, digits);
  let same = 0;
  for (const [rows, columns] of [[-1, 0], [1, 0], [0, -1], [0, 1]] as const) {
    const moved = await evaluate(model, shift(digits, { rows, columns }));
    same += moved.predicted.filter((answer, index) => answer === predicted[index]).length;
  }
  return same / (4 * digits.count);
} // biome-ignore format: four directions

/**
 * Reduces the raw image, asks a linear decoder for the pixels, and tells how far off it is: the root of the mean squared
 * error on test digits, pixels from 0 to 1. A strided convolution is stood for by its stride: every second pixel.
 */
function decoderError(
  { kind, size, stride }: Readonly<Record<string, string | number>>,
  train: Digits,
  test: Digits,
  seed: number,
): number {
  const window = { size: Number(size), stride: Number(stride), padding: "same" } as const;
  const reduce = (image: Matrix) =>
    kind === "average" ? averagePool(image, window) : maxPool(image, window);
  const pixels = (digits: Digits, index: number) =>
    digitAt(digits, index).map((row) => row.map((pixel) => pixel / 255));
  const fitted = [...shuffled(train.count, seeded(seed)).subarray(0, decoderImages)].map((index) =>
    pixels(train, index),
  );
  const decode = ridge(
    fitted.map((image) => reduce(image).flat()),
    fitted.map((image) => image.flat()),
    1,
  );
  let squares = 0;
  for (let index = 0; index < 1_000; index++) {
    const image = pixels(test, index);
    const wanted = image.flat();
    decode(reduce(image).flat()).forEach((value, at) => {
      squares += (value - (wanted[at] ?? 0)) ** 2;
    });
  }
  return Math.sqrt(squares / (1_000 * 784));
}
