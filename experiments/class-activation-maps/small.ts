import { compileClassifier, disposeModel, fit } from "convlab";
import { experiment, headCnn, weightsHash } from "convlab/lessons";
import { grid } from "../shared.js";
import { located, locating, type SceneHead, scenesOf } from "./scenes.js";

const plan = { epochs: 3, trainScenes: 10_000, scenes: 400, size: 40, patches: 4 };
const heads = ["gap", "globalMax"] as const;
const rates = [0.001, 0.003];
const armOf = (head: string, rate: number) => `${head}, rate ${rate}`;
const arms = heads.flatMap((head) => rates.map((rate) => armOf(head, rate)));
/** Each end at the rate that names most digits in scenes kept aside; the test scenes choose nothing. */
const chosen = (head: string) => ({
  name: head,
  among: rates.map((rate) => armOf(head, rate)),
  by: "validationAccuracy",
});
const measures = ["localised", "pointing", "testAccuracy"];

export default experiment({
  id: "class-activation-maps/small",
  question:
    "Mean and maximum at the end of one trunk, each at two learning rates, in scenes of 40x40 pixels: whose map finds the digit",
  rows: grid(
    heads.flatMap((head) => rates.map((rate) => ({ name: armOf(head, rate), head, rate, ...plan }))),
    3,
  ).sort((a, b) => a.seed - b.seed),
  means: measures.map((measure) => ({ arms, measure, percent: true })),
  comparisons: measures.flatMap((measure) => [
    ...heads.map((head) => ({
      first: armOf(head, 0.003),
      second: armOf(head, 0.001),
      measure,
      percent: true,
    })),
    ...rates.map((rate) => ({
      first: armOf("gap", rate),
      second: armOf("globalMax", rate),
      measure,
      percent: true,
    })),
    { first: chosen("gap"), second: chosen("globalMax"), measure, percent: true },
  ]),
  async run({ configuration, seed }, context) {
    const { epochs, trainScenes, size, patches } = plan;
    const canvas = { size, patches };
    const { scenes } = await scenesOf("train", trainScenes, seed, canvas);
    const model = headCnn({ head: configuration.head as SceneHead, inputSize: size, seed });
    compileClassifier(model, { learningRate: Number(configuration.rate) });
    await fit(model, scenes, { epochs, seed }, [
      { onBatch: ({ epoch, seen, total }) => context.report((0.9 * (epoch - 1 + seen / total)) / epochs) },
    ]);
    const validation = located(model, await scenesOf("validation", plan.scenes, 100, canvas));
    const test = located(model, await scenesOf("test", plan.scenes, 200, canvas));
    const { accuracy, ...own } = locating(validation, test);
    const validationAccuracy = validation.filter(({ right }) => right).length / validation.length;
    const weights = weightsHash(model);
    disposeModel(model);
    context.report(1);
    return { weights, result: { validationAccuracy, testAccuracy: accuracy, ...own } };
  },
});
