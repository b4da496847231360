import { take } from "convlab";
import { type Experiment, experiment } from "convlab/lessons";
import { grid, mnist } from "../shared.js";
import { distortionOf, measureLenet } from "./measure.js";

/**
 * What each rung changes about the one before. The published network is trained by gradient descent with momentum in batches of 32 and
 * the paper's falling rates, scaled: its second-order rates are not reproduced. The first rates were chosen on 10,000 training digits with 3,000
 * others kept aside: of 0.001 and 0.003 (0.006 loses its way), and for linear scores of 0.003 and 0.01 (0.03 loses its way).
 */
const changes: readonly { name: string; [setting: string]: string | number }[] = [
  { name: "as published", optimizer: "momentum", rates: "falling", rate: 0.003, batchSize: 32 },
  { name: "all links in C3", connections: "full" },
  { name: "average pooling", subsampling: "average" },
  { name: "max pooling", subsampling: "max" },
  { name: "ReLU", activation: "relu" },
  { name: "equation 8", loss: "equation8" },
  { name: "j to infinity", loss: "equation9", output: "rbfLinear", rate: 0.01 },
  { name: "Adam", optimizer: "adam", rates: "constant", rate: 0.001 },
  { name: "learned output weights", output: "softmax" },
  { name: "one cycle of rates", rates: "one cycle", rate: 0.002 },
  { name: "distorted digits", distorted: 1 },
];

/** The rungs, each with all changes up to its own. */
export const rungs = changes.map(({ name }, index) => ({
  ...Object.assign({}, ...changes.slice(0, index + 1)),
  name,
}));

/**
 * Beside the ladder: learned output weights before Adam. From the small weights of 1998 gradient descent does not get them going, with no
 * rate that was tried (0.03, 0.1).
 */
const without = { ...rungs[6], name: "learned output weights without Adam", output: "softmax", rate: 0.1 };

/** The ladder on a number of digits. */
export function ladder(size: {
  id: string;
  question: string;
  trainImages: number;
  epochs: number;
  seeds: number;
  /** Whether to try learned output weights without Adam too. */
  withFailure?: boolean;
}): Experiment {
  const { id, question, trainImages, epochs, seeds, withFailure } = size;
  return experiment({
    id,
    question,
    rows: grid(
      [...rungs, ...(withFailure ? [without] : [])].map((rung) => ({ ...rung, epochs, trainImages })),
      seeds,
    ),
    comparisons: rungs.slice(1).map(({ name }, at) => ({
      first: name,
      second: rungs[at]?.name ?? "",
      measure: "testAccuracy",
      misread: "misread",
    })),
    async run(row, context) {
      const { train } = await mnist;
      return measureLenet(row, take(train, 0, trainImages), context, distortionOf(row));
    },
  });
}
