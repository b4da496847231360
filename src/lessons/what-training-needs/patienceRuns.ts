import { requireOptions } from "../../arithmetic/options.js";
import { requireWhole } from "../../arithmetic/whole.js";
import { pick } from "../../images/digits/digits.js";
import type { Digits } from "../../images/images.js";
import { cnn } from "../../networks/models/cnn.js";
import { disposeModel } from "../../networks/models/disposeModel.js";
import { evaluate } from "../../networks/training/evaluate.js";
import { fit } from "../../networks/training/fit.js";
import { progress } from "../../notebook/progress.js";

/** What one training came to on the test digits. */
export interface PatienceRun {
  readonly epochs: number;
  readonly accuracy: number;
  readonly loss: number;
}

/** Of adam: three times the usual one, so that the least loss comes early. */
const learningRate = 0.003;

const network = [
  { kind: "conv", filters: 8, kernel: 5, activation: "relu" },
  { kind: "maxPool", size: 2 },
  { kind: "conv", filters: 16, kernel: 5, activation: "relu" },
  { kind: "maxPool", size: 2 },
  { kind: "flatten" },
  { kind: "dense", units: 32, activation: "relu" },
  { kind: "dense", units: 10, activation: "softmax" },
] as const;

/**
 * The same small network trained twice for each seed, from the same first weights in the same order: once for all epochs, once until the
 * loss on digits kept aside has not fallen for some epochs; then it goes back to its best epoch. The test digits are asked once.
 *
 * @param digits the first 300 to train on, the 300 behind them kept aside; shares of them where there are fewer
 * @param options.patience epochs without a lower loss after which training ends
 * @param options.seeds how many, from 1
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if one is no whole number from 1, or there are fewer than two digits to train on
 */
export async function patienceRuns(
  digits: { readonly train: Digits; readonly test: Digits },
  options: { epochs: number; patience: number; seeds: number },
): Promise<{ readonly all: PatienceRun[]; readonly early: PatienceRun[] }> {
  requireOptions("compare patience", options, ["epochs", "patience", "seeds"]);
  const { epochs, patience, seeds } = options;
  requireWhole("compare patience", { epochs, patience, seeds }, { from: 1 });
  const half = Math.min(300, Math.floor(digits.train.count / 2));
  requireWhole("compare patience", { half }, { from: 1 });
  const part = (start: number) =>
    pick(
      digits.train,
      Uint32Array.from({ length: half }, (_, at) => start + at),
    );
  const [train, validation] = [part(0), part(half)];
  const bar = progress("Training twice with each seed", 2 * seeds);
  const run = async (seed: number, early: boolean): Promise<PatienceRun> => {
    const model = cnn({ height: 28, width: 28, channels: 1 }, network, { seed, learningRate });
    try {
      const more = early ? { validation, earlyStopping: { patience } } : {};
      const history = await fit(model, train, { epochs, seed, ...more });
      const { accuracy, loss } = await evaluate(model, digits.test);
      return { epochs: history.loss.length, accuracy, loss };
    } finally {
      disposeModel(model);
    }
  };
  const all: PatienceRun[] = [];
  const early: PatienceRun[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    all.push(await run(seed, false));
    early.push(await run(seed, true));
    bar.update(2 * seed);
  }
  bar.done();
  return { all, early };
}
