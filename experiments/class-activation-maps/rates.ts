import { compileClassifier, disposeModel, fit } from "convlab";
import { experiment, headCnn, weightsHash } from "convlab/lessons";
import { grid } from "../shared.js";
import { located, locating, type SceneHead, scenesOf, thresholds } from "./scenes.js";

const plan = { epochs: 4, trainScenes: 10_000, scenes: 500 };
const heads = ["gap", "globalMax", "flatten", "flattenDense"] as const;
const rates = [0.001, 0.003];
const armOf = (head: string, rate: number) => `${head}, rate ${rate}`;
/** Each end at the rate that names most digits in scenes kept aside; the test scenes choose nothing. */
const chosen = (head: string) => ({
  name: head,
  among: rates.map((rate) => armOf(head, rate)),
  by: "validationAccuracy",
});
const measures = ["localised", "pointing", "testAccuracy"];

export default experiment({
  id: "class-activation-maps/rates",
  question: "Four ends of one trunk, each at two learning rates: whose map finds the digit",
  rows: grid(
    heads.flatMap((head) => rates.map((rate) => ({ name: armOf(head, rate), head, rate, ...plan }))),
    3,
  ).sort((a, b) => a.seed - b.seed),
  means: measures.map((measure) => ({
    arms: heads.flatMap((head) => rates.map((rate) => armOf(head, rate))),
    measure,
    percent: true,
  })),
  comparisons: [
    ...heads.flatMap((head) =>
      measures.map((measure) => ({
        first: armOf(head, 0.003),
        second: armOf(head, 0.001),
        measure,
        percent: true,
      })),
    ),
    ...heads
      .slice(1)
      .flatMap((head) =>
        measures.map((measure) => ({ first: chosen("gap"), second: chosen(head), measure, percent: true })),
      ),
  ],
  async run({ configuration, seed }, context) {
    const { epochs, trainScenes } = plan;
    const { scenes } = await scenesOf("train", trainScenes, seed);
    const model = headCnn({ head: configuration.head as SceneHead, inputSize: scenes.height, seed });
    compileClassifier(model, { learningRate: Number(configuration.rate) });
    const history = await fit(model, scenes, { epochs, seed }, [
      { onBatch: ({ epoch, seen, total }) => context.report((0.9 * (epoch - 1 + seen / total)) / epochs) },
    ]);
    const validation = located(model, await scenesOf("validation", plan.scenes, 100));
    const test = located(model, await scenesOf("test", plan.scenes, 200));
    const { accuracy, ...own } = locating(validation, test);
    const validationAccuracy = validation.filter(({ right }) => right).length / validation.length;
    const result = {
      parameters: model.countParams(),
      trainAccuracy: history.accuracy.at(-1) ?? Number.NaN,
      validationAccuracy,
      testAccuracy: accuracy,
      thresholds,
      ...own,
    };
    const weights = weightsHash(model);
    disposeModel(model);
    context.report(1);
    return { weights, result };
  },
});
