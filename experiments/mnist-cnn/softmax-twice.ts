import { disposeModel, take } from "convlab";
import { experiment, weightsHash } from "convlab/lessons";
import { grid, mnist, trainAndMeasure } from "../shared.js";
import { type End, labCnn } from "./labCnn.js";

export default experiment({
  id: "mnist-cnn/softmax-twice",
  question:
    "One more softmax before the loss: what it costs when it is trained, on 3,000 digits, five epochs",
  rows: grid(
    ["softmax", "softmax twice"].map((end) => ({ name: end, end, epochs: 5, trainImages: 3_000 })),
    10,
  ),
  comparisons: ["trainAccuracy", "testAccuracy", "testLoss"].map((measure) => ({
    first: "softmax",
    second: "softmax twice",
    measure,
  })),
  async run({ configuration, seed }, context) {
    const { train } = await mnist;
    const model = labCnn(configuration.end as End, seed);
    const epochs = Number(configuration.epochs);
    const part = take(train, 0, Number(configuration.trainImages));
    const measured = await trainAndMeasure(model, part, { epochs, seed }, context);
    const { trainAccuracy, testAccuracy, testLoss } = measured;
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result: { trainAccuracy, testAccuracy, testLoss } };
  },
});
