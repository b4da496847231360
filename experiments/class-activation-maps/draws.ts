import { createHash } from "node:crypto";
import { digitAt, disposeModel } from "convlab";
import {
  experiment,
  type Located,
  loadTrained,
  localisedShare,
  pointingShare,
  type Result,
  type SceneSet,
} from "convlab/lessons";
import { grid, mnist } from "../shared.js";
import { byRules, chosenOnTest } from "./boxRules.js";
import { crowdsOf } from "./crowds.js";
import { inkShare, pointingByClass, pointingOfOthers } from "./pointing.js";
import { located, locating, scenesOf, trueMaps } from "./scenes.js";

const plan = { scenes: 200, crowds: 100 };
const arm = "the lesson's network";

const told = [
  ...["rightDigit", "ownPointing", "truePointing", "inkPointing", "crowdOwn", "crowdOther"],
  ...["localised", "inkPiece", "eachItsOwn", "reported", "elsewhere"],
  ...["text", "lowestLevelAlone", "codeFirstBox", "codeFirstTwoBoxes"],
];
/** What is held against what. */
const pairs = [
  ["truePointing", "inkPointing"],
  ["crowdOwn", "crowdOther"],
  ["localised", "inkPiece"],
  ["eachItsOwn", "localised"],
  ["reported", "elsewhere"],
  ["lowestLevelAlone", "text"],
  ["codeFirstBox", "text"],
  ["codeFirstTwoBoxes", "text"],
] as const;

export default experiment({
  id: "class-activation-maps/draws",
  question:
    "One trained network, the lesson's, on ten draws of scenes: what its maps find, beside what needs no network",
  rows: grid([{ name: arm, ...plan }], 10),
  means: [
    ...told.map((measure) => ({ arms: [arm], measure, percent: true })),
    { arms: [arm], measure: "boxes of the authors' code" },
    {
      arms: [arm],
      measure: "pointing, map of a digit that is not there",
      of: pointingOfOthers,
      percent: true,
    },
    ...(["least", "largest"] as const).map((which) => ({
      arms: [arm],
      measure: `pointing of the ten classes' maps, the ${which}`,
      of: ({ classPointing }: Result) =>
        Math[which === "least" ? "min" : "max"](...(classPointing as number[])),
      percent: true,
    })),
  ],
  comparisons: [
    ...pairs.map(([first, second]) => ({
      first: arm,
      second: arm,
      measure: `${first} less ${second}`,
      of: (result: Result) => result[first] as number,
      secondOf: (result: Result) => result[second] as number,
      percent: true,
    })),
    {
      first: arm,
      second: arm,
      measure: "pointing, map of the digit that is there less map of a digit that is not there",
      of: ({ truePointing }) => truePointing as number,
      secondOf: pointingOfOthers,
      percent: true,
    },
  ],
  async run({ seed }, context) {
    const model = await loadTrained("scenes-gap");
    const validation = located(model, await scenesOf("validation", plan.scenes, 300 + seed));
    const set = await scenesOf("test", plan.scenes, 400 + seed);
    const test = located(model, set);
    context.report(0.3);
    const { accuracy, localised } = locating(validation, test);
    const result: Record<string, number | number[]> = {
      rightDigit: accuracy,
      ownPointing: pointingShare(test),
      truePointing: pointingShare(trueMaps(model, set)),
      classPointing: pointingByClass(model, set),
      inkPointing: inkShare(set),
      ...crowdsOf(model, (await mnist).test, { from: 100_000 * seed, number: plan.crowds }),
      localised,
      inkPiece: localisedShare(inked(set), 0.2),
      ...chosenOnTest(test, seed),
    };
    disposeModel(model);
    context.report(0.6);
    Object.assign(result, byRules(test));
    context.report(1);
    return { result, weights: createHash("sha256").update(JSON.stringify(result)).digest("hex") };
  },
});

/** The scenes themselves in the place of maps: the largest piece of ink gives the box, whatever is named. */
function inked({ scenes, boxes }: SceneSet): Located[] {
  return boxes.map((truth, index) => ({ map: digitAt(scenes, index), truth, right: true }));
}
