import { disposeModel } from "convlab";
import { experiment, mnistMlp, weightsHash } from "convlab/lessons";
import { grid, mnist, trainAndMeasure } from "../shared.js";

export default experiment({
  id: "mnist-cnn/mlp",
  question: "A network of dense layers with as many parameters as the lab's, ten epochs on all 60,000 digits",
  rows: grid([{ name: "149 hidden units", hiddenUnits: 149, epochs: 10, trainImages: 60_000 }], 3),
  means: [{ arms: ["149 hidden units"], measure: "testAccuracy" }],
  async run({ configuration, seed }, context) {
    const { train } = await mnist;
    const model = mnistMlp({ hiddenUnits: [Number(configuration.hiddenUnits)], seed });
    const epochs = Number(configuration.epochs);
    const measured = await trainAndMeasure(model, train, { epochs, seed, curve: true }, context);
    const { loss, accuracy, validationLoss = [], validationAccuracy = [] } = measured.history;
    const result = {
      parameters: model.countParams(),
      loss,
      accuracy,
      validationLoss,
      validationAccuracy,
      testAccuracy: measured.testAccuracy,
    };
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result };
  },
});
