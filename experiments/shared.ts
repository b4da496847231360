import {
  type Digits,
  evaluate,
  type FitOptions,
  fit,
  type History,
  type LayersModel,
  loadMnist,
  take,
} from "convlab";
import type { ExperimentContext, ExperimentRow } from "convlab/lessons";

/** The digits, read once a process. */
export const mnist = loadMnist();

/** The rows of a grid: every configuration with every seed from 1 up. */
export function grid(
  configurations: readonly { name: string; [setting: string]: string | number }[],
  seeds: number,
): ExperimentRow[] {
  return configurations.flatMap(({ name, ...configuration }) =>
    Array.from({ length: seeds }, (_, index) => ({
      name: `${name}, seed ${index + 1}`,
      configuration,
      seed: index + 1,
    })),
  );
}

/** The same rows seed by seed: a run that is stopped has measured every configuration with the same seeds. */
export function seedBySeed(
  configurations: readonly { name: string; [setting: string]: string | number }[],
  seeds: number,
): ExperimentRow[] {
  return grid(configurations, seeds).sort((a, b) => a.seed - b.seed);
}

/**
 * Trains a network and measures it on all 10,000 test digits, and on what it was trained on (10,000 of it at most). `misread` are the
 * indices of the test digits it gets wrong.
 */
export async function trainAndMeasure(
  model: LayersModel,
  train: Digits,
  plan: Omit<FitOptions, "validation"> & { seed: number; curve?: boolean },
  context: ExperimentContext,
): Promise<{
  history: History;
  trainAccuracy: number;
  testAccuracy: number;
  testLoss: number;
  misread: number[];
}> {
  const { test } = await mnist;
  const { curve = false, ...options } = plan;
  const { epochs, scale = 1 / 255 } = options;
  const total = epochs * train.count;
  const watched = curve ? { validation: test } : {};
  const history = await fit(model, train, { ...options, ...watched }, [
    { onBatch: ({ epoch, seen }) => context.report(((epoch - 1) * train.count + seen) / total) },
  ]);
  const onTest = await evaluate(model, test, { scale });
  const onTrain = await evaluate(model, take(train, 0, Math.min(train.count, 10_000)), { scale });
  const misread = [...onTest.predicted.keys()].filter(
    (index) => onTest.predicted[index] !== test.labels[index],
  );
  return {
    history,
    trainAccuracy: onTrain.accuracy,
    testAccuracy: onTest.accuracy,
    testLoss: onTest.loss,
    misread,
  };
}

/**
 * The middle one of some numbers; of an even count the larger of the two in the middle, where `median` takes their mean. The
 * stored times of batches were measured so.
 */
export function upperMedian(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
