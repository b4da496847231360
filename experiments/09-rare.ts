import { type Box, disposeModel, evaluate, experiment, weightsHash } from "convlab";
import { located, locating, type SceneHead, scenesOf, trained } from "./scenes.js";
import { grid } from "./shared.js";

const plan = { epochs: 3, trainScenes: 20_000, oneRightIn: 50, scenes: 500 };
const left: Box = { top: 0, left: 0, bottom: 64, right: 32 };
const right: Box = { top: 0, left: 32, bottom: 64, right: 64 };

export default experiment({
  id: "09-rare",
  question:
    "Digits stood in the left half of nearly all training scenes: does the map still find one in the right half, behind GAP and behind Flatten",
  rows: grid(
    (["gap", "flatten"] as const).map((head) => ({ name: head, head, ...plan })),
    2,
  ).sort((a, b) => a.seed - b.seed),
  async run({ configuration, seed }, context) {
    const { epochs, trainScenes, oneRightIn, scenes } = plan;
    const head = configuration.head as SceneHead;
    const mostlyLeft = (index: number) => (index % oneRightIn === 0 ? right : left);
    const train = await scenesOf("train", trainScenes, 10 + seed, mostlyLeft);
    const { model, trainAccuracy } = await trained(head, train.scenes, { epochs, seed }, context);
    const validation = located(model, await scenesOf("validation", scenes, 101, mostlyLeft));
    const onLeft = await scenesOf("test", scenes, 201, () => left);
    const onRight = await scenesOf("test", scenes, 202, () => right);
    const [common, rare] = [onLeft, onRight].map((set) => locating(validation, located(model, set)));
    const result = {
      trainAccuracy,
      chosenThreshold: common?.chosenThreshold ?? Number.NaN,
      leftAccuracy: (await evaluate(model, onLeft.scenes)).accuracy,
      rightAccuracy: (await evaluate(model, onRight.scenes)).accuracy,
      leftPointing: common?.pointing ?? Number.NaN,
      rightPointing: rare?.pointing ?? Number.NaN,
      leftLocalised: common?.localised ?? Number.NaN,
      rightLocalised: rare?.localised ?? Number.NaN,
    };
    const weights = weightsHash(model);
    if (seed === 1) {
      const network = `headCnn({ head: "${head}", inputSize: 64, seed: 1 })`;
      const { rightAccuracy, leftAccuracy } = result;
      const card = { network, seed, epochs, trainScenes, oneRightIn, leftAccuracy, rightAccuracy };
      await context.keep(model, `scenes-left-${head}`, card);
    }
    disposeModel(model);
    context.report(1);
    return { weights, result };
  },
});
