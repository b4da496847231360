import { disposeModel, pick, seeded, shuffled } from "convlab";
import { experiment, weightsHash } from "convlab/lessons";
import { grid, mnist } from "../shared.js";
import { accuracies, networkOf, teach } from "./teach.js";

const heads = ["flatten", "gap", "flattenDense", "gapDense"];
/** Fewer digits are seen more often. */
const sizes = [
  { trainImages: 500, epochs: 40 },
  { trainImages: 2_000, epochs: 16 },
];

const named = (head: string, { trainImages }: { trainImages: number }) =>
  `${head}, ${trainImages.toLocaleString("en")} digits`;

export default experiment({
  id: "gap-vs-flatten/size",
  question:
    "The heads of gap-vs-flatten/heads on few digits, which every seed draws for itself, seen so often that little is left to learn",
  rows: grid(
    [
      ...sizes.flatMap((size) =>
        heads.map((head) => ({ name: named(head, size), head, dropout: 0, learningRate: 0.001, ...size })),
      ),
      ...sizes.flatMap((size) =>
        heads.slice(0, 2).map((head) => ({
          name: `${named(head, size)}, larger steps`,
          head,
          dropout: 0,
          learningRate: 0.003,
          ...size,
        })),
      ),
    ],
    3,
  ),
  comparisons: sizes.flatMap((size) =>
    ["testAccuracy", "testLoss"].flatMap((measure) => [
      { first: named("flatten", size), second: named("gap", size), measure },
      { first: named("flattenDense", size), second: named("gapDense", size), measure },
      {
        first: `${named("flatten", size)}, larger steps`,
        second: `${named("gap", size)}, larger steps`,
        measure,
      },
    ]),
  ),
  async run({ configuration, seed }, context) {
    const { train } = await mnist;
    const drawn = shuffled(train.count, seeded(seed)).subarray(0, Number(configuration.trainImages));
    const learned = pick(train, drawn);
    const model = networkOf(configuration, seed);
    const epochs = Number(configuration.epochs);
    await teach(model, learned, { epochs, seed, until: 0.9 }, context);
    const result = await accuracies(model, learned);
    const weights = weightsHash(model);
    disposeModel(model);
    context.report(1);
    return { weights, result };
  },
});
