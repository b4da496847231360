import {
  type Digits,
  disposeModel,
  type LayersModel,
  layerOutput,
  lenet5,
  oneCycle,
  pick,
  seeded,
  take,
  tf,
  toInputs,
} from "convlab";
import {
  experiment,
  judgeScores,
  letterImages,
  type Result,
  rearrangePixels,
  type ScoreLoss,
  weightsHash,
} from "convlab/lessons";
import { grid, mnist, trainAndMeasure } from "../shared.js";

/** The shares of the test digits that are kept, from which follows the limit of each score. */
const kept = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995];

/** What is no digit: letters, noise, and digits on their heads unless those may pass for digits. */
async function strangers(): Promise<Digits[]> {
  const { test } = await mnist;
  const { height, width } = test;
  const random = seeded(7);
  const count = 2000;
  const pixels = Uint8Array.from({ length: count * height * width }, () => Math.floor(256 * random()));
  const onlyUpright = [...test.labels.keys()].filter((index) =>
    [2, 3, 4, 5, 7].includes(test.labels[index] ?? 0),
  );
  const backwards = Array.from({ length: height * width }, (_, at) => height * width - 1 - at);
  return [
    letterImages({ each: 40, seed: 7 }),
    { count, height, width, pixels, labels: new Uint8Array(count) },
    rearrangePixels(pick(test, onlyUpright.slice(0, count)), backwards),
  ];
}

/** How sure a network is of each image by each of its scores, the larger the surer; and whether its answer is right. */
function surenessOf(
  model: LayersModel,
  digits: Digits,
): { scores: Record<string, number[]>; right: boolean[] } {
  const scores: Record<string, number[]> = {};
  const right: boolean[] = [];
  for (let from = 0; from < digits.count; from += 500) {
    const part = take(digits, from, Math.min(500, digits.count - from));
    const rows = tf.tidy(() => {
      const inputs = toInputs(part);
      const [kernel, bias] = model.getLayer("output").getWeights();
      const outputs = model.predict(inputs) as tf.Tensor2D;
      const linear = kernel && bias ? layerOutput(model, inputs, "vector").matMul(kernel).add(bias) : outputs;
      return { outputs: outputs.arraySync(), linear: linear.arraySync() as number[][] };
    });
    for (const [index, row] of rows.outputs.entries()) {
      const logits = rows.linear[index] ?? [];
      const distance = typeof model.loss === "function";
      const { probabilities } = distance
        ? judgeScores(model.loss as unknown as ScoreLoss, row, 0)
        : { probabilities: row };
      const found = distance
        ? { "smallest distance": Math.max(...row), "largest probability": Math.max(...probabilities) }
        : { "largest probability": Math.max(...row), "largest logit": Math.max(...logits) };
      for (const [name, value] of Object.entries(found)) scores[name] = [...(scores[name] ?? []), value];
      right.push(row.indexOf(Math.max(...row)) === part.labels[index]);
    }
  }
  return { scores, right };
}

/** A column of a curve, at the limit that keeps this share of the digits. */
function atShare(score: string, share: number, column: number) {
  return (result: Result) =>
    (result[score] as readonly (readonly number[])[])[kept.indexOf(share)]?.[column] ?? Number.NaN;
}

export default experiment({
  id: "lenet-5/reject",
  question:
    "How well a network says 'none of these', by its distances or by its softmax, on 15,000 digits learned",
  rows: grid(
    ["rbf", "softmax"].map((output) => ({ name: output, output, epochs: 10, trainImages: 15_000 })),
    3,
  ),
  comparisons: [0.5, 0.9, 0.98].flatMap((share) =>
    ["misread digits", "letters", "noise", "digits upside down"].map((kind, at) => ({
      first: "rbf",
      second: "softmax",
      measure: `${kind} among those kept with a share of ${share} of the digits`,
      of: atShare("smallest distance", share, at + 1),
      secondOf: atShare("largest probability", share, at + 1),
    })),
  ),
  async run({ configuration, seed }, context) {
    const { train, test } = await mnist;
    const output = configuration.output === "rbf" ? "rbf" : "softmax";
    const model = lenet5({ output, optimizer: "adam", seed });
    const part = take(train, 0, Number(configuration.trainImages));
    const plan = { epochs: Number(configuration.epochs), batchSize: 64, learningRate: oneCycle(0.002), seed };
    const { testAccuracy } = await trainAndMeasure(model, part, plan, context);
    const digits = surenessOf(model, test);
    const others = (await strangers()).map((images) => surenessOf(model, images).scores);
    // For each score a row for each share of digits kept: that share, the share of those kept that are misread, and what else is kept.
    const curves = Object.entries(digits.scores).map(([name, values]) => {
      const sorted = [...values].sort((a, b) => b - a);
      const rows = kept.map((share) => {
        const limit = sorted[Math.round(share * values.length) - 1] ?? 0;
        const through = (all: readonly number[] = []) => all.filter((value) => value >= limit).length;
        const wrong = values.filter((value, index) => value >= limit && !digits.right[index]).length;
        const strangersKept = others.map((scores) => through(scores[name]) / (scores[name]?.length ?? 1));
        return [through(values) / values.length, wrong / through(values), ...strangersKept];
      });
      return [name, rows] as const;
    });
    if (seed === 1) {
      await context.keep(model, `lenet-5-${output}-15k`, {
        network: `lenet5({ output: "${output}" }) with seed 1`,
        data: "15,000 training digits of MNIST",
        training: "Adam, batches of 64, one cycle of rates up to 0.002, 10 epochs, seed 1",
        "accuracy on the 10,000 test digits": testAccuracy,
      });
    }
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result: { testAccuracy, ...Object.fromEntries(curves) } };
  },
});
