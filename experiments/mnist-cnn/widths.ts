import { disposeModel, mnistCnn, take } from "convlab";
import { type Experiment, weightsHash } from "convlab/lessons";
import { mnist, trainAndMeasure } from "../shared.js";

/** Trains the lab's network with a row's filters and hidden units. */
export const measureWidth: Experiment["run"] = async ({ configuration, seed }, context) => {
  const { train } = await mnist;
  const set = (name: string) => Number(configuration[name]);
  const model = mnistCnn({ filters: [set("first"), set("second")], hiddenUnits: set("hiddenUnits"), seed });
  const part = take(train, 0, set("trainImages"));
  const measured = await trainAndMeasure(model, part, { epochs: set("epochs"), seed }, context);
  const { trainAccuracy, testAccuracy } = measured;
  const result = { parameters: model.countParams(), trainAccuracy, testAccuracy };
  const weights = weightsHash(model);
  disposeModel(model);
  return { weights, result };
};
