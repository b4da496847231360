import { distort, type Experiment, experiment, take } from "convlab";
import { measureLenet } from "./lenet.js";
import { grid, mnist } from "./shared.js";

/**
 * What each rung changes about the one before. The published network is trained by gradient descent with momentum in batches of 32 and
 * the paper's falling rates, scaled: its second-order rates are not reproduced. A rate is the best of those tried on 10,000 training digits
 * with 3,000 others kept aside, for the rungs whose scores have one scale alike.
 */
const changes: readonly { name: string; [setting: string]: string | number }[] = [
  { name: "as published", optimizer: "momentum", rates: "falling", rate: 0.003, batchSize: 32 },
  { name: "all links in C3", connections: "full" },
  { name: "average pooling", subsampling: "average" },
  { name: "max pooling", subsampling: "max" },
  { name: "ReLU", activation: "relu" },
  { name: "equation 8", loss: "equation8" },
  { name: "j to infinity", loss: "equation9", output: "rbfLinear", rate: 0.01 },
  { name: "learned output weights", output: "softmax", rate: 0.1 },
  { name: "Adam", optimizer: "adam", rates: "constant", rate: 0.001 },
  { name: "one cycle of rates", rates: "one cycle", rate: 0.002 },
  { name: "distorted digits", distorted: 1 },
];

/** The rungs, each with all changes up to its own. */
const rungs = changes.map(({ name }, index) => ({
  ...Object.assign({}, ...changes.slice(0, index + 1)),
  name,
}));

/** The ladder on a number of digits. */
export function ladder(size: {
  id: string;
  question: string;
  trainImages: number;
  epochs: number;
  seeds: number;
}): Experiment {
  const { id, question, trainImages, epochs, seeds } = size;
  return experiment({
    id,
    question,
    rows: grid(
      rungs.map((rung) => ({ ...rung, epochs, trainImages })),
      seeds,
    ),
    async run(row, context) {
      const { train } = await mnist;
      const augment = (digits: typeof train, epoch: number) =>
        distort(digits, { seed: 1000 * row.seed + epoch });
      const more = row.configuration.distorted === 1 ? { augment } : {};
      return measureLenet(row, take(train, 0, trainImages), context, more);
    },
  });
}
