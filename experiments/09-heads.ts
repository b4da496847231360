import { disposeModel, experiment, weightsHash } from "convlab";
import { heads, located, locating, type SceneHead, scenesOf, thresholds, trained } from "./scenes.js";
import { grid } from "./shared.js";

const plan = { epochs: 3, trainScenes: 20_000, scenes: 500 };
const kept: readonly string[] = ["gap", "globalMax"];

export default experiment({
  id: "09-heads",
  question:
    "Where do networks look that learned labels only: four heads on one trunk, 500 unseen scenes with known boxes",
  rows: grid(
    heads.map((head) => ({ name: head, head, ...plan })),
    3,
  ).sort((a, b) => a.seed - b.seed),
  async run({ configuration, seed }, context) {
    const [epochs, trainScenes, scenes] = [plan.epochs, plan.trainScenes, plan.scenes];
    const head = configuration.head as SceneHead;
    const train = await scenesOf("train", trainScenes, seed);
    const { model, trainAccuracy } = await trained(head, train.scenes, { epochs, seed }, context);
    const [validation, test] = [
      await scenesOf("validation", scenes, 100),
      await scenesOf("test", scenes, 200),
    ];
    const own = locating(located(model, validation), located(model, test));
    // Behind one dense layer Grad-CAM is either the same map (GAP) or another one worth comparing (Flatten).
    const byGradCam =
      head === "flatten" ? locating(located(model, validation, true), located(model, test, true)) : own;
    const { accuracy, ...locates } = own;
    const result = {
      parameters: model.countParams(),
      trainAccuracy,
      testAccuracy: accuracy,
      thresholds,
      ...locates,
      gradCamPointing: byGradCam.pointing,
      gradCamChosenThreshold: byGradCam.chosenThreshold,
      gradCamLocalised: byGradCam.localised,
      gradCamLocalisedAtThresholds: byGradCam.localisedAtThresholds,
    };
    const weights = weightsHash(model);
    if (seed === 1 && kept.includes(head)) {
      const network = `headCnn({ head: "${head}", inputSize: 64, seed: 1 })`;
      const card = { network, seed, epochs, trainScenes, testAccuracy: accuracy, localised: own.localised };
      await context.keep(model, `scenes-${head}`, card);
    }
    disposeModel(model);
    context.report(1);
    return { weights, result };
  },
});
