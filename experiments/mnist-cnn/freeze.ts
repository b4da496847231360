import { disposeModel, freeze, mnistCnn, take } from "convlab";
import { experiment, weightsHash } from "convlab/lessons";
import { grid, mnist, trainAndMeasure } from "../shared.js";

export default experiment({
  id: "mnist-cnn/freeze",
  question: "Do convolutions extract and dense layers classify? One part stays at random, the other learns",
  rows: grid(
    ["everything learns", "only dense layers learn", "only convolutions learn"].map((name) => ({
      name,
      learns: name,
      epochs: 5,
      trainImages: 6_000,
    })),
    3,
  ),
  async run({ configuration, seed }, context) {
    const { train } = await mnist;
    const learns = String(configuration.learns);
    const model = mnistCnn({ seed });
    if (learns === "only dense layers learn") freeze(model, ["conv1", "conv2"]);
    if (learns === "only convolutions learn") freeze(model, ["hidden", "output"]);
    const epochs = Number(configuration.epochs);
    const part = take(train, 0, Number(configuration.trainImages));
    const { trainAccuracy, testAccuracy } = await trainAndMeasure(model, part, { epochs, seed }, context);
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result: { trainAccuracy, testAccuracy } };
  },
});
