import { disposeModel } from "convlab";
import { experiment, weightsHash } from "convlab/lessons";
import { grid } from "../shared.js";
import { located, locating, type SceneHead, scenesOf, thresholds, trained } from "./scenes.js";

const plan = { epochs: 3, trainScenes: 20_000, scenes: 500 };
const heads = ["gap", "globalMax", "flatten", "flattenDense"] as const;
const measures = ["localised", "pointing", "testAccuracy"];

export default experiment({
  id: "class-activation-maps/heads",
  question:
    "Four ends of one trunk that learned labels only: which map finds the digit in 500 unseen scenes of 64x64 pixels",
  rows: grid(
    heads.map((head) => ({ name: head, head, ...plan })),
    3,
  ).sort((a, b) => a.seed - b.seed),
  means: [{ arms: heads, measure: "trainAccuracy" }],
  comparisons: [
    ...measures.flatMap((measure) =>
      heads.slice(1).map((head) => ({ first: "gap", second: head, measure, percent: true })),
    ),
    {
      first: "flatten",
      second: "flatten",
      measure: "localised, Grad-CAM less exact map",
      of: ({ gradCamLocalised }) => gradCamLocalised as number,
      secondOf: ({ localised }) => localised as number,
      percent: true,
    },
  ],
  async run({ configuration, seed }, context) {
    const { epochs, trainScenes, scenes } = plan;
    const head = configuration.head as SceneHead;
    const train = await scenesOf("train", trainScenes, seed);
    const { model, trainAccuracy } = await trained(head, train.scenes, { epochs, seed }, context);
    const validation = await scenesOf("validation", scenes, 100);
    const test = await scenesOf("test", scenes, 200);
    const { accuracy, ...own } = locating(located(model, validation), located(model, test));
    const result = {
      parameters: model.countParams(),
      trainAccuracy,
      testAccuracy: accuracy,
      thresholds,
      ...own,
    };
    // Behind GAP Grad-CAM is the same map, behind Flatten another one than the exact map.
    const byGradCam =
      head === "flatten"
        ? locating(located(model, validation, { gradCam: true }), located(model, test, { gradCam: true }))
        : undefined;
    const weights = weightsHash(model);
    if (head === "gap" && seed === 1) {
      const network = `headCnn({ head: "${head}", inputSize: 64, seed: 1 })`;
      const card = { network, seed, epochs, trainScenes, testAccuracy: accuracy, localised: own.localised };
      await context.keep(model, `scenes-${head}`, card);
    }
    disposeModel(model);
    context.report(1);
    if (byGradCam === undefined) return { weights, result };
    const { pointing, localised, chosenThreshold } = byGradCam;
    const gradCam = {
      gradCamPointing: pointing,
      gradCamLocalised: localised,
      gradCamChosenThreshold: chosenThreshold,
    };
    return { weights, result: { ...result, ...gradCam } };
  },
});
