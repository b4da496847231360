import { type Box, disposeModel, evaluate } from "convlab";
import { experiment, localisedShare, type Result, weightsHash } from "convlab/lessons";
import { grid } from "../shared.js";
import { located, locating, type SceneHead, scenesOf, trained, trueMaps } from "./scenes.js";

const plan = { epochs: 3, trainScenes: 10_000, oneRightIn: 50, scenes: 500, size: 40 };
const [size, patches] = [plan.size, 4];
const left: Box = { top: 0, left: 0, bottom: size, right: size / 2 };
const right: Box = { top: 0, left: size / 2, bottom: size, right: size };

const canvas = { size, patches };
const heads = ["gap", "flatten"] as const;

export default experiment({
  id: "class-activation-maps/rare",
  question:
    "Digits stood in the left half of nearly all training scenes: does the map still find one in the right half, behind GAP and behind Flatten",
  rows: grid(
    heads.map((head) => ({ name: head, head, ...plan })),
    3,
  ).sort((a, b) => a.seed - b.seed),
  comparisons: [
    ...heads.flatMap((head) =>
      ["Accuracy", "Pointing", "TrueLocalised"].map((what) => ({
        first: head,
        second: head,
        measure: `right${what} less left${what}`,
        of: (result: Result) => result[`right${what}`] as number,
        secondOf: (result: Result) => result[`left${what}`] as number,
        percent: true,
      })),
    ),
    ...["leftAccuracy", "leftTrueLocalised", "rightTrueLocalised", "rightPointing"].map((measure) => ({
      first: "gap",
      second: "flatten",
      measure,
      percent: true,
    })),
  ],
  async run({ configuration, seed }, context) {
    const { epochs, trainScenes, oneRightIn, scenes } = plan;
    const head = configuration.head as SceneHead;
    const mostlyLeft = (index: number) => (index % oneRightIn === 0 ? right : left);
    const train = await scenesOf("train", trainScenes, 10 + seed, {
      ...canvas,
      within: mostlyLeft,
    });
    const { model, trainAccuracy } = await trained(head, train.scenes, { epochs, seed }, context);
    const validation = located(
      model,
      await scenesOf("validation", scenes, 101, { ...canvas, within: mostlyLeft }),
    );
    const onLeft = await scenesOf("test", scenes, 201, { ...canvas, within: () => left });
    const onRight = await scenesOf("test", scenes, 202, { ...canvas, within: () => right });
    const [common, rare] = [onLeft, onRight].map((set) => locating(validation, located(model, set)));
    const chosenThreshold = common?.chosenThreshold ?? Number.NaN;
    const result = {
      trainAccuracy,
      chosenThreshold,
      leftAccuracy: (await evaluate(model, onLeft.scenes)).accuracy,
      rightAccuracy: (await evaluate(model, onRight.scenes)).accuracy,
      leftPointing: common?.pointing ?? Number.NaN,
      rightPointing: rare?.pointing ?? Number.NaN,
      leftLocalised: common?.localised ?? Number.NaN,
      rightLocalised: rare?.localised ?? Number.NaN,
      // Whatever is answered: does the map of the digit that is there find it?
      leftTrueLocalised: localisedShare(trueMaps(model, onLeft), chosenThreshold),
      rightTrueLocalised: localisedShare(trueMaps(model, onRight), chosenThreshold),
    };
    const weights = weightsHash(model);
    if (seed === 1) {
      const network = `headCnn({ head: "${head}", inputSize: ${size}, seed: 1 })`;
      const { rightAccuracy, leftAccuracy } = result;
      const card = { network, seed, epochs, trainScenes, oneRightIn, leftAccuracy, rightAccuracy };
      await context.keep(model, `scenes-left-${head}`, card);
    }
    disposeModel(model);
    context.report(1);
    return { weights, result };
  },
});
