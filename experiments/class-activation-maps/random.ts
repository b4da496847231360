import { disposeModel, type LayersModel, mean, seeded, shuffled } from "convlab";
import {
  boxArea,
  boxHolds,
  type ExperimentContext,
  experiment,
  headCnn,
  mappedAnswers,
  pointingShare,
  type Result,
  type SceneSet,
  weightsHash,
} from "convlab/lessons";
import { grid } from "../shared.js";
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

/** For each class 0 to 9 the share of all scenes in which its map is brightest on the digit, whichever that is. */
function pointingByClass(model: LayersModel, set: SceneSet): number[] {
  return Array.from({ length: 10 }, (_, wanted) => {
    const classes = new Uint8Array(set.scenes.count).fill(wanted);
    return pointingShare(located(model, set, { classes }));
  });
}

/** The share of scenes in which the middle of the 24x24 window with most ink lies on the digit. */
function inkShare({ scenes, boxes }: SceneSet): number {
  const { width, height, pixels } = scenes;
  const [side, area] = [24, width * height];
  const found = boxes.map((box, scene) => {
    let best = { row: 0, column: 0, ink: -1 };
    for (let top = 0; top + side <= height; top++) {
      for (let left = 0; left + side <= width; left++) {
        let ink = 0;
        for (let row = top; row < top + side; row++) {
          const start = scene * area + row * width + left;
          for (let at = start; at < start + side; at++) ink += pixels[at] as number;
        }
        if (ink > best.ink) best = { row: top + side / 2, column: left + side / 2, ink };
      }
    }
    return Number(boxHolds(box, best));
  });
  return mean(found);
}
