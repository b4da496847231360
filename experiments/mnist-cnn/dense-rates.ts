import { disposeModel, evaluate, fit, take } from "convlab";
import { experiment, weightsHash } from "convlab/lessons";
import { chosenRates, withRates } from "../rates.js";
import { grid, mnist } from "../shared.js";
import { denseNetworks, networkOf, ratesTried } from "./denseNetworks.js";

export default experiment({
  id: "mnist-cnn/dense-rates",
  question:
    "Which of three learning rates suits the lab's network and dense ones: 3,000 digits, eight epochs, 2,000 kept aside",
  rows: grid(withRates(denseNetworks, { epochs: 8, trainImages: 3_000 }, ratesTried), 3),
  means: chosenRates(denseNetworks, ratesTried),
  async run({ configuration, seed }, context) {
    const { train } = await mnist;
    const set = (name: string) => Number(configuration[name]);
    const model = networkOf(set("hiddenUnits"), set("rate"), seed);
    const epochs = set("epochs");
    await fit(model, take(train, 0, set("trainImages")), { epochs, seed }, [
      { onBatch: ({ epoch, seen, total }) => context.report((epoch - 1 + seen / total) / epochs) },
    ]);
    const { accuracy } = await evaluate(model, take(train, 50_000, 2_000));
    const weights = weightsHash(model);
    const parameters = model.countParams();
    disposeModel(model);
    return { weights, result: { parameters, validationAccuracy: accuracy } };
  },
});
