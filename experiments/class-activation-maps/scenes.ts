import { type Digits, fit, type LayersModel, mean, take } from "convlab";
import {
  type ExperimentContext,
  headCnn,
  type Located,
  mappedAnswers,
  overlaps,
  pointingShare,
  type SceneSet,
  sceneSet,
} from "convlab/lessons";
import { mnist } from "../shared.js";

/** Shares of the maximum at which maps are cut; 20 / 255 and 0.2 are those of the CAM paper's code and text. */
export const thresholds = [
  0, 0.05, 20 / 255, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9,
]; // biome-ignore format: one row

export type SceneHead = "gap" | "globalMax" | "flatten" | "flattenDense";

/** Scenes of digits that no other set has: 50,000 to train on, 10,000 to choose with, MNIST's test digits to measure on. */
export async function scenesOf(
  set: "train" | "validation" | "test",
  number: number,
  seed: number,
  more: Partial<Parameters<typeof sceneSet>[0]> = {},
): Promise<SceneSet> {
  const { train, test } = await mnist;
  const digits = { train: take(train, 0, 50_000), validation: take(train, 50_000, 10_000), test }[set];
  return sceneSet({ digits, number, seed, ...more });
}

/** A `headCnn` trained on scenes. */
export async function trained(
  head: SceneHead,
  scenes: Digits,
  plan: { epochs: number; seed: number },
  context: ExperimentContext,
): Promise<{ model: LayersModel; trainAccuracy: number }> {
  const { epochs, seed } = plan;
  const model = headCnn({ head, inputSize: scenes.height, seed });
  const total = epochs * scenes.count;
  const history = await fit(model, scenes, { epochs, seed }, [
    { onBatch: ({ epoch, seen }) => context.report((0.9 * ((epoch - 1) * scenes.count + seen)) / total) },
  ]);
  return { model, trainAccuracy: history.accuracy.at(-1) ?? Number.NaN };
}

/** The maps of the predicted classes, or of `classes`, beside the truth. */
export function located(
  model: LayersModel,
  { scenes, boxes }: SceneSet,
  options: Parameters<typeof mappedAnswers>[2] = {},
): Located[] {
  return mappedAnswers(model, scenes, options).map(({ predicted, map }, index) => ({
    map,
    truth: boxes[index] as Located["truth"],
    right: predicted === scenes.labels[index],
  }));
}

/** The maps of the true digits, which count as right whatever was answered. */
export function trueMaps(model: LayersModel, set: SceneSet): Located[] {
  return located(model, set, { classes: set.scenes.labels }).map((each) => ({ ...each, right: true }));
}

/** How well maps locate, at all thresholds and at the one that is best on the validation scenes. */
export function locating(validation: readonly Located[], test: readonly Located[]) {
  const cuts = (set: readonly Located[]): Cut[] =>
    thresholds.map((threshold) => ({ ious: overlaps(set, threshold), set }));
  const [chosenFrom, found] = [cuts(validation), cuts(test)];
  const validationAtThresholds = chosenFrom.map(localised);
  const best = validationAtThresholds.indexOf(Math.max(...validationAtThresholds));
  return {
    accuracy: mean(test.map(({ right }) => Number(right))),
    pointing: pointingShare(test),
    chosenThreshold: thresholds[best] as number,
    localised: localised(found[best] as Cut),
    localisedAtThresholds: found.map(localised),
    overlapAtThresholds: found.map(({ ious }) => mean(ious)),
    validationAtThresholds,
  };
}

interface Cut {
  ious: readonly number[];
  set: readonly Located[];
}

/** As `localisedShare`, for intersections over unions that are known. */
function localised({ ious, set }: Cut): number {
  return mean(set.map(({ right }, index) => Number(right && (ious[index] as number) >= 0.5)));
}
