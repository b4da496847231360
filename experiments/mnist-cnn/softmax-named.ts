import { disposeModel, evaluate, fit, take } from "convlab";
import { experiment, type Result, weightsHash } from "convlab/lessons";
import { grid, mnist } from "../shared.js";
import { type End, labCnn } from "./labCnn.js";

const ends = ["softmax", "softmax twice"];
const never = ({ named }: Result) => (named as readonly number[]).filter((count) => count === 0).length;

export default experiment({
  id: "mnist-cnn/softmax-named",
  question:
    "How many of the ten digits a network with one more softmax never names, on 3,000 digits, five epochs",
  rows: grid(
    ends.map((end) => ({ name: end, end, epochs: 5, trainImages: 3_000 })),
    10,
  ),
  comparisons: [{ first: "softmax twice", second: "softmax", measure: "digits never named", of: never }],
  async run({ configuration, seed }, context) {
    const { train, test } = await mnist;
    const model = labCnn(configuration.end as End, seed);
    const epochs = Number(configuration.epochs);
    await fit(model, take(train, 0, Number(configuration.trainImages)), { epochs, seed }, [
      { onBatch: ({ epoch, seen, total }) => context.report((epoch - 1 + seen / total) / epochs) },
    ]);
    const { predicted, accuracy } = await evaluate(model, test);
    const named = new Array<number>(10).fill(0);
    for (const answer of predicted) named[answer] = (named[answer] as number) + 1;
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result: { named, testAccuracy: accuracy } };
  },
});
