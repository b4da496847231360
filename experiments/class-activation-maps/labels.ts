import { disposeModel, seeded, shuffled } from "convlab";
import { experiment, weightsHash } from "convlab/lessons";
import { grid } from "../shared.js";
import { located, locating, scenesOf, thresholds, trained } from "./scenes.js";

const plan = { epochs: 3, trainScenes: 4_000, scenes: 500 };

export default experiment({
  id: "class-activation-maps/labels",
  question:
    "A control: the labels of the training scenes are shuffled, so nothing can be learned about digits",
  rows: grid([{ name: "gap, labels shuffled", ...plan }], 3),
  means: [{ arms: ["gap, labels shuffled"], measure: "pointing", percent: true }],
  comparisons: [{ first: "gap, labels shuffled", second: 0.1, measure: "testAccuracy" }],
  async run({ seed }, context) {
    const { epochs, trainScenes, scenes } = plan;
    const train = await scenesOf("train", trainScenes, seed);
    const order = shuffled(trainScenes, seeded(seed));
    const labels = Uint8Array.from(order, (index) => train.scenes.labels[index] as number);
    const { model, trainAccuracy } = await trained(
      "gap",
      { ...train.scenes, labels },
      { epochs, seed },
      context,
    );
    const [validation, test] = [
      await scenesOf("validation", scenes, 100),
      await scenesOf("test", scenes, 200),
    ];
    const { accuracy, ...locates } = locating(located(model, validation), located(model, test));
    const result = { trainAccuracy, testAccuracy: accuracy, thresholds, ...locates };
    const weights = weightsHash(model);
    if (seed === 1) await context.keep(model, "scenes-shuffled-labels", {
      network: 'headCnn({ head: "gap", inputSize: 64, seed: 1 })',
      seed, epochs, trainScenes, testAccuracy: accuracy, localised: locates.localised,
    }); // biome-ignore format: short
    disposeModel(model);
    context.report(1);
    return { weights, result };
  },
});
