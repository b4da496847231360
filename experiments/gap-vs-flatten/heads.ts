import { disposeModel, take } from "convlab";
import { experiment, type Result, weightsHash } from "convlab/lessons";
import { grid, mnist } from "../shared.js";
import { accuracyComparisons, canvasComparisons, movedComparisons } from "./comparisons.js";
import { onCanvases, underShifts } from "./moved.js";
import { accuracies, networkOf, takesAnySize, teach } from "./teach.js";

const plan = { learningRate: 0.001, epochs: 6, trainImages: 10_000 };
/** Side, and the place of the digit along both axes. The last place is no multiple of the pooling grid of 4 pixels. */
const canvases = [[28, 0], [56, 12], [84, 28], [112, 40], [56, 14]] as const; // biome-ignore format: pairs
const movedDigits = 1_000;

const heads = ["flatten", "gap", "flattenDense", "gapDense", "globalMax"];

const on112 = ({ canvasAccuracy }: Result) => (canvasAccuracy as readonly number[])[3] ?? Number.NaN;

export default experiment({
  id: "gap-vs-flatten/heads",
  question:
    "One trunk of five convolutions with different heads: what Flatten, GAP and global max cost, learn and stand",
  rows: grid(
    [
      ...heads.map((head) => ({ name: head, head, dropout: 0, ...plan })),
      ...heads.map((head) => ({ name: `${head}, dropout`, head, dropout: 0.5, ...plan })),
      ...heads.map((head) => ({
        name: `${head}, larger steps`,
        head,
        dropout: 0,
        ...plan,
        learningRate: 0.003,
      })),
    ],
    3,
  ),
  means: [{ arms: ["gap", "gapDense", "globalMax"], measure: "accuracy on 112 pixels", of: on112 }],
  comparisons: [
    ...["", ", dropout", ", larger steps"].flatMap((setting) => [
      ...accuracyComparisons((head) => head + setting),
      ...canvasComparisons((head) => head + setting),
      ...(setting === ", dropout" ? [] : movedComparisons((head) => head + setting)),
      ...(setting === ""
        ? []
        : heads.map((head) => ({ first: head + setting, second: head, measure: "testAccuracy" }))),
    ]),
    // Each with the better of the two rates.
    { first: "flatten", second: "gap, larger steps", measure: "testAccuracy" },
    { first: "flattenDense", second: "gapDense, larger steps", measure: "testAccuracy" },
  ],
  async run({ configuration, seed }, context) {
    const { train, test } = await mnist;
    const learned = take(train, 0, Number(configuration.trainImages));
    const model = networkOf(configuration, seed);
    const epochs = Number(configuration.epochs);
    const taught = await teach(model, learned, { epochs, seed, until: 0.8 }, context);
    const reached = await accuracies(model, learned);
    context.report(0.85);
    const few = take(test, 0, movedDigits);
    const anySize = takesAnySize(String(configuration.head));
    const result = {
      parameters: model.countParams(),
      ...taught,
      ...reached,
      shiftedAccuracy: await underShifts(model, few),
      ...(anySize ? { canvasAccuracy: await onCanvases(model, few, canvases) } : {}),
    };
    const { head, learningRate, dropout } = configuration;
    if (
      seed === 1 &&
      learningRate === 0.001 &&
      dropout === 0 &&
      ["flatten", "gap", "globalMax"].includes(String(head))
    ) {
      const { testAccuracy } = reached;
      await context.keep(model, `head-${head}`, {
        network: `headCnn({ head: "${head}" })`,
        seed,
        epochs,
        trainImages: learned.count,
        pixels: "0 to 1",
        testAccuracy,
      });
    }
    const weights = weightsHash(model);
    disposeModel(model);
    context.report(1);
    return { weights, result };
  },
});
