import { disposeModel, mnistCnn, take } from "convlab";
import { experiment, weightsHash } from "convlab/lessons";
import { grid, mnist, trainAndMeasure } from "../shared.js";

const arm = (filters: string, hiddenUnits: number) => `${filters} filters, ${hiddenUnits} hidden`;
const measure = "testAccuracy";

export default experiment({
  id: "mnist-cnn/width-pairs",
  question: "What more filters and more hidden units buy, by ten seeds: 3,000 digits, eight epochs",
  rows: grid(
    [
      [4, 8, 64],
      [8, 16, 16],
      [8, 16, 64],
      [8, 16, 256],
      [16, 32, 64],
    ].map(([first = 0, second = 0, hiddenUnits = 0]) => ({
      name: arm(`${first}/${second}`, hiddenUnits),
      first,
      second,
      hiddenUnits,
      epochs: 8,
      trainImages: 3_000,
    })),
    10,
  ),
  comparisons: [
    { first: arm("8/16", 64), second: arm("4/8", 64), measure },
    { first: arm("16/32", 64), second: arm("8/16", 64), measure },
    { first: arm("8/16", 64), second: arm("8/16", 16), measure },
    { first: arm("8/16", 256), second: arm("8/16", 64), measure },
  ],
  async run({ configuration, seed }, context) {
    const { train } = await mnist;
    const set = (name: string) => Number(configuration[name]);
    const model = mnistCnn({ filters: [set("first"), set("second")], hiddenUnits: set("hiddenUnits"), seed });
    const part = take(train, 0, set("trainImages"));
    const measured = await trainAndMeasure(model, part, { epochs: set("epochs"), seed }, context);
    const { trainAccuracy, testAccuracy } = measured;
    const result = { parameters: model.countParams(), trainAccuracy, testAccuracy };
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result };
  },
});
