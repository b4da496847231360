import { disposeModel, experiment, weightsHash } from "convlab";
import { located, locating, type SceneHead, scenesOf, thresholds, trained } from "./scenes.js";
import { grid } from "./shared.js";

const plan = { epochs: 3, trainScenes: 10_000, scenes: 500, size: 40 };
const canvas = { size: plan.size, patches: 4 };
const heads = ["gap", "globalMax", "flattenDense", "flatten"] as const;

export default experiment({
  id: "09-ends",
  question: "Four ends of one trunk, trained on the same scenes: which map finds the digit best",
  rows: grid(
    heads.map((head) => ({ name: head, head, ...plan })),
    3,
  ).sort((a, b) => a.seed - b.seed),
  async run({ configuration, seed }, context) {
    const { epochs, trainScenes, scenes } = plan;
    const head = configuration.head as SceneHead;
    const train = await scenesOf("train", trainScenes, seed, canvas);
    const { model, trainAccuracy } = await trained(head, train.scenes, { epochs, seed }, context);
    const validation = await scenesOf("validation", scenes, 100, canvas);
    const test = await scenesOf("test", scenes, 200, canvas);
    const own = locating(located(model, validation), located(model, test));
    // Behind GAP it is the same map, behind Flatten another one than the exact map.
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
      gradCamLocalised: byGradCam.localised,
    };
    const weights = weightsHash(model);
    disposeModel(model);
    context.report(1);
    return { weights, result };
  },
});
