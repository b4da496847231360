import { disposeModel } from "convlab";
import { experiment, mnistMlp, weightsHash } from "convlab/lessons";
import { grid, mnist, trainAndMeasure } from "../shared.js";

const networks = [
  { name: "no hidden layer", hiddenUnits: 0, activation: "relu" },
  { name: "128 hidden units, no ReLU", hiddenUnits: 128, activation: "linear" },
  { name: "128 hidden units, ReLU", hiddenUnits: 128, activation: "relu" },
] as const;

export default experiment({
  id: "images-and-dense-layers/dense",
  question: "What a hidden layer buys, with ReLU and without, ten epochs on all 60,000 digits",
  rows: grid(
    networks.map((network) => ({ ...network, epochs: 10, batchSize: 128, trainImages: 60_000 })),
    3,
  ),
  comparisons: [
    { first: "128 hidden units, ReLU", second: "no hidden layer", measure: "testAccuracy" },
    { first: "128 hidden units, no ReLU", second: "no hidden layer", measure: "testAccuracy" },
    { first: "128 hidden units, ReLU", second: "128 hidden units, no ReLU", measure: "testAccuracy" },
  ],
  async run({ configuration, seed }, context) {
    const { train } = await mnist;
    const units = Number(configuration.hiddenUnits);
    const activation = configuration.activation === "linear" ? "linear" : "relu";
    const model = mnistMlp({ hiddenUnits: units === 0 ? [] : [units], activation, seed });
    const [epochs, batchSize] = [Number(configuration.epochs), Number(configuration.batchSize)];
    const plan = { epochs, batchSize, seed, curve: true };
    const measured = await trainAndMeasure(model, train, plan, context);
    const { loss, accuracy, validationLoss = [], validationAccuracy = [] } = measured.history;
    const { trainAccuracy, testAccuracy } = measured;
    const parameters = model.countParams();
    const result = {
      parameters,
      loss,
      accuracy,
      validationLoss,
      validationAccuracy,
      trainAccuracy,
      testAccuracy,
    };
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result };
  },
});
