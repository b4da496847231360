import { disposeModel, take } from "convlab";
import { experiment, weightsHash } from "convlab/lessons";
import { bestRate } from "../rates.js";
import { grid, mnist, trainAndMeasure } from "../shared.js";
import { denseNetworks, networkOf, ratesTried } from "./denseNetworks.js";

const dense = denseNetworks.slice(1).map(({ name }) => name);

export default experiment({
  id: "mnist-cnn/dense",
  question:
    "The lab's network and dense ones of as many numbers, as many layers, as much work: 3,000 digits, eight epochs, each with the learning rate chosen for it",
  rows: grid(
    denseNetworks.map((each) => ({ ...each, rate: "as chosen", epochs: 8, trainImages: 3_000 })),
    10,
  ),
  comparisons: dense.map((second) => ({ first: "convolutions", second, measure: "testAccuracy" })),
  async run({ name, configuration, seed }, context) {
    const { train } = await mnist;
    const set = (setting: string) => Number(configuration[setting]);
    const rate = await bestRate("mnist-cnn/dense-rates", name.replace(/, seed \d+$/, ""), ratesTried);
    const model = networkOf(set("hiddenUnits"), rate, seed);
    const part = take(train, 0, set("trainImages"));
    const measured = await trainAndMeasure(model, part, { epochs: set("epochs"), seed }, context);
    const { trainAccuracy, testAccuracy } = measured;
    const parameters = model.countParams();
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result: { rate, parameters, trainAccuracy, testAccuracy } };
  },
});
