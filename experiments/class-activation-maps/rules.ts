import { type Box, boxFromMap, disposeModel, intersectionOverUnion, mean } from "convlab";
import { experiment, weightsHash } from "convlab/lessons";
import { grid } from "../shared.js";
import { authorsBoxes } from "./authorsBoxes.js";
import { located, scenesOf, trained } from "./scenes.js";

const plan = { epochs: 3, trainScenes: 4_000, scenes: 500 };

const ways = ["text", "lowestLevelAlone", "codeFirstBox", "codeFirstTwoBoxes"];

export default experiment({
  id: "class-activation-maps/rules",
  question:
    "Boxes by the rule in the CAM paper's text, by one of the three levels of its code, and by its code as it was written",
  rows: grid([{ name: "gap", ...plan }], 5),
  means: ["testAccuracy", ...ways].map((measure) => ({ arms: ["gap"], measure, percent: true })),
  comparisons: ways.slice(1).map((way) => ({
    first: "gap",
    second: "gap",
    measure: `localised, ${way} less text`,
    of: (result) => result[way] as number,
    secondOf: ({ text }) => text as number,
    percent: true,
  })),
  async run({ seed }, context) {
    const { epochs, trainScenes, scenes } = plan;
    const train = await scenesOf("train", trainScenes, seed);
    const { model } = await trained("gap", train.scenes, { epochs, seed }, context);
    const test = located(model, await scenesOf("test", scenes, 200));
    const byCode = test.map(({ map }) => authorsBoxes(map as number[][]));
    const right = (find: (map: number[][], index: number) => readonly (Box | undefined)[]) =>
      mean(
        test.map(({ map, truth, right: named }, index) => {
          const found = find(map as number[][], index).some(
            (box) => box !== undefined && intersectionOverUnion(box, truth) >= 0.5,
          );
          return Number(named && found);
        }),
      );
    const result = {
      testAccuracy: mean(test.map(({ right: named }) => Number(named))),
      text: right((map) => [boxFromMap(map, { threshold: 0.2 })]),
      lowestLevelAlone: right((map) => [boxFromMap(map, { threshold: 20 / 255 })]),
      codeFirstBox: right((_, index) => (byCode[index] ?? []).slice(0, 1)),
      codeFirstTwoBoxes: right((_, index) => (byCode[index] ?? []).slice(0, 2)),
      boxes: mean(byCode.map(({ length }) => length)),
    };
    const weights = weightsHash(model);
    disposeModel(model);
    context.report(1);
    return { weights, result };
  },
});
