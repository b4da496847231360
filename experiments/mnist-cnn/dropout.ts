import { disposeModel, mnistCnn, pick, seeded, shuffled } from "convlab";
import { experiment, type Result, weightsHash } from "convlab/lessons";
import { grid, mnist, trainAndMeasure } from "../shared.js";

export default experiment({
  id: "mnist-cnn/dropout",
  question:
    "Dropout before the softmax, on few digits and on more: every seed draws its own digits and weights",
  rows: grid(
    [
      { name: "1,000 digits, no dropout", dropout: 0, epochs: 20, trainImages: 1_000 },
      { name: "1,000 digits, dropout 0.5", dropout: 0.5, epochs: 20, trainImages: 1_000 },
      { name: "5,000 digits, no dropout", dropout: 0, epochs: 10, trainImages: 5_000 },
      { name: "5,000 digits, dropout 0.5", dropout: 0.5, epochs: 10, trainImages: 5_000 },
    ],
    10,
  ),
  comparisons: [
    ...["1,000", "5,000"].flatMap((digits) => {
      const arms = { first: `${digits} digits, dropout 0.5`, second: `${digits} digits, no dropout` };
      const gap = ({ trainAccuracy, testAccuracy }: Result) => Number(trainAccuracy) - Number(testAccuracy);
      return [
        { ...arms, measure: "testAccuracy" },
        { ...arms, measure: "testLoss" },
        { ...arms, measure: "gap of the accuracies", of: gap, percent: true },
      ];
    }),
    { first: "5,000 digits, no dropout", second: "1,000 digits, no dropout", measure: "testAccuracy" },
  ],
  async run({ configuration, seed }, context) {
    const { train } = await mnist;
    const set = (name: string) => Number(configuration[name]);
    const drawn = shuffled(train.count, seeded(seed)).subarray(0, set("trainImages"));
    const model = mnistCnn({ dropout: set("dropout"), seed });
    const measured = await trainAndMeasure(
      model,
      pick(train, drawn),
      { epochs: set("epochs"), seed },
      context,
    );
    const { trainAccuracy, testAccuracy, testLoss } = measured;
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result: { trainAccuracy, testAccuracy, testLoss } };
  },
});
