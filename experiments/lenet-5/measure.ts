import {
  type Digits,
  disposeModel,
  distort,
  type FitOptions,
  type LayersModel,
  lenet5,
  oneCycle,
} from "convlab";
import {
  type ExperimentContext,
  type ExperimentRow,
  type Measurement,
  paperRates,
  weightsHash,
} from "convlab/lessons";
import { trainAndMeasure } from "../shared.js";

/** LeNet-5 with those settings of a row that are options of it. */
export function lenetOf({ configuration, seed }: ExperimentRow): LayersModel {
  const names = ["subsampling", "connections", "activation", "output", "loss", "j", "optimizer"];
  const set = Object.entries(configuration).filter(([name]) => names.includes(name));
  return lenet5({ ...Object.fromEntries(set), seed });
}

/** How the published network is trained where it is to read as well as it can; its second-order rates are not reproduced. */
export const oneCycleOfAdam = {
  optimizer: "adam",
  rates: "one cycle",
  rate: 0.002,
  batchSize: 64,
  epochs: 20,
} as const;

/** Digits distorted anew in every epoch, and by every seed in its own way. */
export function distortedAnew({ seed }: ExperimentRow): Pick<FitOptions, "augment"> {
  return { augment: (digits, epoch) => distort(digits, { seed: 1000 * seed + epoch }) };
}

/** As {@link distortedAnew} for a row that asks for it, else nothing. */
export function distortionOf(row: ExperimentRow): Pick<FitOptions, "augment"> {
  return row.configuration.distorted === 1 ? distortedAnew(row) : {};
}

/** The learning rate of a row: the paper's falling rates from its first, one cycle up to its peak, or the same all along. */
export function ratesOf({ configuration: { rates, rate } }: ExperimentRow): (share: number) => number {
  const value = Number(rate);
  if (rates === "one cycle") return oneCycle(value);
  return rates === "falling" ? paperRates(value) : () => value;
}

/**
 * Trains LeNet-5 as a row says and measures it. The result holds the curve on the 10,000 test digits and the indices of those it
 * misreads in the end.
 */
export async function measureLenet(
  row: ExperimentRow,
  train: Digits,
  context: ExperimentContext,
  more: Partial<FitOptions> & { keep?: (model: LayersModel, testAccuracy: number) => Promise<void> } = {},
): Promise<Measurement> {
  const { keep, ...fitOptions } = more;
  const { configuration, seed } = row;
  const model = lenetOf(row);
  const plan = {
    epochs: Number(configuration.epochs),
    batchSize: Number(configuration.batchSize),
    learningRate: ratesOf(row),
    seed,
    curve: true,
    ...fitOptions,
  };
  const { history, trainAccuracy, testAccuracy, misread } = await trainAndMeasure(
    model,
    train,
    plan,
    context,
  );
  await keep?.(model, testAccuracy);
  const weights = weightsHash(model);
  const parameters = model.countParams();
  disposeModel(model);
  const { loss, validationAccuracy = [] } = history;
  return { weights, result: { parameters, loss, validationAccuracy, trainAccuracy, testAccuracy, misread } };
}
