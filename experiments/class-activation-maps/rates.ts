import { compileClassifier, disposeModel, fit } from "convlab";
import { experiment, headCnn, weightsHash } from "convlab/lessons";
import { grid } from "../shared.js";
import { located, locating, type SceneHead, scenesOf, thresholds } from "./scenes.js";

/** As in `heads.ts`, whose rows are those at the rate 0.001. */
const plan = { epochs: 3, trainScenes: 20_000, scenes: 500 };
const heads = ["gap", "globalMax", "flatten", "flattenDense"] as const;
/** Rates are compared by the scenes kept aside, never by the test scenes. */
const rates = [0.003];

export default experiment({
  id: "class-activation-maps/rates",
  question: "The four ends of `heads` again, with steps three times as large: whose map finds the digit then",
  rows: grid(
    heads.flatMap((head) => rates.map((rate) => ({ name: `${head}, rate ${rate}`, head, rate, ...plan }))),
    3,
  ).sort((a, b) => a.seed - b.seed),
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
