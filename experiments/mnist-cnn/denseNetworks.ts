import { compileClassifier, type LayersModel, mnistCnn } from "convlab";
import { mnistMlp } from "convlab/lessons";

/**
 * The lab's network (118,346 numbers, 3.8 million multiply-adds a digit), and dense ones that have as many numbers, as many
 * numbers in as many layers, or as many multiply-adds.
 */
export const denseNetworks = [
  { name: "convolutions", hiddenUnits: 0 },
  { name: "dense, as many numbers", hiddenUnits: 149 },
  { name: "dense, as many numbers and layers", hiddenUnits: 128 },
  { name: "dense, as much work", hiddenUnits: 4_790 },
] as const;

/** The learning rates that are tried for them. */
export const ratesTried = [0.0003, 0.001, 0.003];

/** A network of {@link denseNetworks} by the units of its first hidden layer, none for the convolutions. */
export function networkOf(hiddenUnits: number, rate: number, seed: number): LayersModel {
  const model =
    hiddenUnits === 0
      ? mnistCnn({ seed })
      : mnistMlp({ hiddenUnits: hiddenUnits === 128 ? [128, 96, 64] : [hiddenUnits], seed });
  return compileClassifier(model, { learningRate: rate });
}
