import { cnn, disposeModel, pick, seeded, shuffled } from "convlab";
import {
  type EightFilterCnnOptions,
  type Experiment,
  eightFilterCnn,
  experiment,
  weightsHash,
} from "convlab/lessons";
import { mnist, trainAndMeasure } from "../shared.js";

/** One dense layer on the pixels themselves: what can be read without any filter. */
const pixelsAlone = (seed: number) =>
  cnn(
    { height: 28, width: 28, channels: 1 },
    [{ kind: "flatten" }, { kind: "dense", name: "output", units: 10, activation: "softmax", seedNumber: 3 }],
    { seed },
  );

/**
 * An experiment on {@link eightFilterCnn}: each seed draws its own digits, filters, first weights and order. Beside it, with
 * `filters: "none"`, the pixels alone.
 */
export function eightFilters(definition: Omit<Experiment, "run">): Experiment {
  return experiment({
    ...definition,
    async run({ configuration, seed }, context) {
      const { train } = await mnist;
      const { filters, length, network, epochs, trainImages } = configuration;
      const order = shuffled(train.count, seeded(seed));
      const digits = pick(train, order.subarray(0, Number(trainImages)));
      const withFilters = () =>
        eightFilterCnn({
          filters: filters as NonNullable<EightFilterCnnOptions["filters"]>,
          length: Number(length),
          deeper: network === "deeper",
          seed,
        });
      const model = filters === "none" ? pixelsAlone(seed) : withFilters();
      const plan = { epochs: Number(epochs), seed };
      const { trainAccuracy, testAccuracy, history } = await trainAndMeasure(model, digits, plan, context);
      const weights = weightsHash(model);
      disposeModel(model);
      return { weights, result: { trainAccuracy, testAccuracy, loss: history.loss } };
    },
  });
}
