import { compileClassifier, disposeModel, evaluate, fit, take, tf } from "convlab";
import { type ChosenArm, experiment, mnistMlp, weightsHash } from "convlab/lessons";
import { grid, mnist } from "../shared.js";

const trainImages = 3_000;
const habit = 0.9;
const plain = [0.01, 0.03, 0.1, 0.3, 1];
const withMomentum = [0.003, 0.01, 0.03, 0.1];

const settings = (momentum: number, rates: readonly number[]) =>
  rates.map((rate) => ({
    name: `${momentum === 0 ? "plain" : "momentum"}, rate ${rate}`,
    momentum,
    rate,
    epochs: 3,
    batchSize: 32,
    trainImages,
  }));
const configurations = [...settings(0, plain), ...settings(habit, withMomentum)];

const best = (kind: "plain" | "momentum"): ChosenArm => ({
  name: kind,
  among: configurations.map(({ name }) => name).filter((name) => name.startsWith(kind)),
  by: "validationAccuracy",
});

export default experiment({
  id: "how-a-network-learns/rates",
  question:
    "Learning rates from too small to too large, with momentum and without: 784-32-10 units, three epochs on 3,000 digits",
  rows: grid(configurations, 10),
  comparisons: [
    { first: best("plain"), second: "plain, rate 0.01", measure: "testAccuracy" },
    { first: best("plain"), second: "plain, rate 1", measure: "testAccuracy" },
    { first: "momentum, rate 0.01", second: "plain, rate 0.01", measure: "testAccuracy" },
    { first: "momentum, rate 0.01", second: "plain, rate 0.1", measure: "testAccuracy" },
    { first: best("momentum"), second: best("plain"), measure: "testAccuracy" },
    { first: best("plain"), second: 0.1, measure: "testAccuracy" },
  ],
  async run({ configuration, seed }, context) {
    const { train, test } = await mnist;
    const [rate, momentum] = [Number(configuration.rate), Number(configuration.momentum)];
    const model = mnistMlp({ hiddenUnits: [32], seed });
    const optimizer = momentum === 0 ? tf.train.sgd(rate) : tf.train.momentum(rate, momentum);
    compileClassifier(model, { optimizer });
    const [epochs, batchSize] = [Number(configuration.epochs), Number(configuration.batchSize)];
    // The last 10,000 of the training digits, from which nothing is learned here, choose.
    const { loss } = await fit(model, take(train, 0, trainImages), { epochs, batchSize, seed }, [
      { onBatch: ({ epoch, seen, total }) => context.report((epoch - 1 + seen / total) / epochs) },
    ]);
    const validationAccuracy = (await evaluate(model, take(train, 50_000, 10_000))).accuracy;
    const testAccuracy = (await evaluate(model, test)).accuracy;
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result: { loss, validationAccuracy, testAccuracy } };
  },
});
