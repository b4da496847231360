import { experiment } from "convlab/lessons";
import { grid, mnist } from "../shared.js";
import { measureLenet, oneCycleOfAdam } from "./measure.js";

export default experiment({
  id: "lenet-5/lenet",
  question: "What LeNet-5 as published reaches on all 60,000 digits, trained by Adam with one cycle of rates",
  rows: grid(
    [
      {
        name: "as published, Adam",
        ...oneCycleOfAdam,
        trainImages: 60_000,
      },
    ],
    3,
  ),
  comparisons: [
    // The paper's figure: 0.95% of the test digits misread.
    { first: "as published, Adam", second: 0.9905, measure: "testAccuracy" },
  ],
  async run(row, context) {
    const { train } = await mnist;
    const { epochs, rate, batchSize } = row.configuration;
    return measureLenet(row, train, context, {
      async keep(model, testAccuracy) {
        if (row.seed !== 1) return;
        await context.keep(model, "lenet-5", {
          network: "lenet5() with seed 1",
          data: "60,000 training digits of MNIST",
          training: `Adam, batches of ${batchSize}, one cycle of rates up to ${rate}, ${epochs} epochs, seed 1`,
          "accuracy on the 10,000 test digits": testAccuracy,
        });
      },
    });
  },
});
