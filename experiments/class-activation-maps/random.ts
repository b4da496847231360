import { disposeModel, type LayersModel, mean, seeded, shuffled } from "convlab";
import {
  boxArea,
  type ExperimentContext,
  experiment,
  headCnn,
  mappedAnswers,
  pointingShare,
  type Result,
  weightsHash,
} from "convlab/lessons";
import { grid } from "../shared.js";
import { inkShare, pointingByClass, pointingOfOthers } from "./pointing.js";
import { located, scenesOf, trained, trueMaps } from "./scenes.js";

/** The labels of `shuffled` belong to other scenes, as in `labels.ts`: nothing else differs from `trained`. */
const plan = { epochs: 3, trainScenes: 4_000, scenes: 500 };
const arms = ["trained", "random weights", "labels shuffled"];

export default experiment({
  id: "class-activation-maps/random",
  question:
    "Where the map of a network that knows no digits is brightest: the map of its own answer, of the digit that is there, of each class",
  rows: grid(
    arms.map((name) => ({ name, network: name, ...plan })),
    6,
  ).sort((a, b) => a.seed - b.seed),
  means: [
    ...["ownPointing", "truePointing", "commonestShare"].map((measure) => ({ arms, measure, percent: true })),
    {
      arms,
      measure: "pointing, mean of the ten classes' maps",
      of: ({ classPointing }) => mean(classPointing as number[]),
      percent: true,
    },
    { arms, measure: "pointing, map of a digit that is not there", of: pointingOfOthers, percent: true },
    { arms, measure: "testAccuracy" },
  ],
  comparisons: [
    ...arms.map((name) => ({
      first: name,
      second: name,
      measure: "pointing, map of its own answer less map of the digit that is there",
      of: ({ ownPointing }: Result) => ownPointing as number,
      secondOf: ({ truePointing }: Result) => truePointing as number,
      percent: true,
    })),
    ...arms.map((name) => ({
      first: name,
      second: name,
      measure: "pointing, map of the digit that is there less the window with most ink",
      of: ({ truePointing }: Result) => truePointing as number,
      secondOf: ({ inkPointing }: Result) => inkPointing as number,
      percent: true,
    })),
    ...arms.map((name) => ({
      first: name,
      second: name,
      measure: "pointing, map of the digit that is there less map of a digit that is not there",
      of: ({ truePointing }: Result) => truePointing as number,
      secondOf: pointingOfOthers,
      percent: true,
    })),
    ...arms.slice(1).map((name) => ({
      first: name,
      second: name,
      measure: "pointing, map of the digit that is there less a place at random",
      of: ({ truePointing }: Result) => truePointing as number,
      secondOf: ({ chancePointing }: Result) => chancePointing as number,
      percent: true,
    })),
    { first: "random weights", second: "labels shuffled", measure: "ownPointing", percent: true },
    { first: "random weights", second: "labels shuffled", measure: "truePointing", percent: true },
  ],
  async run({ configuration, seed }, context) {
    const model = await networkOf(String(configuration.network), seed, context);
    const test = await scenesOf("test", plan.scenes, 200);
    const own = located(model, test);
    const answers = countsOf(mappedAnswers(model, test.scenes).map(({ predicted }) => predicted));
    const result = {
      testAccuracy: mean(own.map(({ right }) => Number(right))),
      answers,
      commonestShare: Math.max(...answers) / plan.scenes,
      ownPointing: pointingShare(own),
      truePointing: pointingShare(trueMaps(model, test)),
      classPointing: pointingByClass(model, test),
      // What needs no network: a place at random, and the middle of the window with most ink.
      chancePointing: mean(test.boxes.map((box) => boxArea(box) / test.scenes.width ** 2)),
      inkPointing: inkShare(test),
    };
    const weights = weightsHash(model);
    disposeModel(model);
    context.report(1);
    return { weights, result };
  },
});

async function networkOf(network: string, seed: number, context: ExperimentContext): Promise<LayersModel> {
  if (network === "random weights") return headCnn({ head: "gap", inputSize: 64, seed });
  const { epochs, trainScenes } = plan;
  const { scenes } = await scenesOf("train", trainScenes, seed);
  const order = shuffled(trainScenes, seeded(seed));
  const labels =
    network === "trained" ? scenes.labels : Uint8Array.from(order, (index) => scenes.labels[index] as number);
  return (await trained("gap", { ...scenes, labels }, { epochs, seed }, context)).model;
}

function countsOf(classes: readonly number[]): number[] {
  return Array.from({ length: 10 }, (_, wanted) => classes.filter((one) => one === wanted).length);
}
