import {
  cnn,
  type Digits,
  disposeModel,
  evaluate,
  fit,
  type LayersModel,
  type NetworkLayer,
  take,
} from "convlab";
import {
  experiment,
  type Reduction,
  type Result,
  reductionLayers,
  type SteadinessCurve,
  shift,
  steadyAtAccuracy,
  weightsHash,
} from "convlab/lessons";
import { mnist, seedBySeed } from "../shared.js";
import { poolingComparisons } from "./comparisons.js";

const plan = { trainImages: 3_000, epochs: 5 };
const [watchedDigits, movedDigits] = [1_000, 2_000];

const arms = [
  { name: "none", kind: "none", size: 1, stride: 1 },
  { name: "none, maximum at the end", kind: "none", size: 1, stride: 1, end: "maximum" },
  { name: "max 2, stride 1", kind: "max", size: 2, stride: 1 },
  { name: "max 3, stride 1", kind: "max", size: 3, stride: 1 },
  { name: "max 2, stride 2", kind: "max", size: 2, stride: 2 },
  { name: "max 3, stride 2", kind: "max", size: 3, stride: 2 },
  { name: "average 2, stride 2", kind: "average", size: 2, stride: 2 },
  { name: "convolution, stride 2", kind: "stridedConvolution", size: 1, stride: 2 },
  { name: "max 2, stride 3", kind: "max", size: 2, stride: 3 },
  { name: "max 2, stride 2, maximum at the end", kind: "max", size: 2, stride: 2, end: "maximum" },
];

/** The accuracy at which all arms are compared: each reaches it in its second or third epoch. */
const level = 0.85;
const equallyGood = [
  ["max 2, stride 2", "none"],
  ["max 3, stride 2", "max 2, stride 2"],
  ["max 2, stride 2", "average 2, stride 2"],
  ["max 2, stride 2", "convolution, stride 2"],
  ["max 2, stride 2", "max 2, stride 3"],
  ["none, maximum at the end", "none"],
] as const;

export default experiment({
  id: "pooling/trade",
  question:
    "The arms of pooling/pooling with ten seeds, with accuracy and steadiness after every epoch, so that steadiness can be compared where networks read equally well; and networks whose last 4x4 blocks go by their maxima instead of means",
  rows: seedBySeed(
    arms.map((arm) => ({ end: "mean", ...arm, ...plan })),
    10,
  ),
  means: [
    { arms: arms.map(({ name }) => name), measure: "testAccuracy" },
    { arms: arms.map(({ name }) => name), measure: "agreement", percent: true },
  ],
  comparisons: [
    ...poolingComparisons,
    { first: "none, maximum at the end", second: "none", measure: "testAccuracy" },
    { first: "max 2, stride 2", second: "none, maximum at the end", measure: "testAccuracy" },
    { first: "max 2, stride 2, maximum at the end", second: "max 2, stride 2", measure: "testAccuracy" },
    {
      first: "max 2, stride 2, maximum at the end",
      second: "none, maximum at the end",
      measure: "testAccuracy",
    },
    ...equallyGood.flatMap(([first, second]) => [
      {
        first,
        second,
        measure: `agreement where ${100 * level} of 100 are read`,
        of: ({ curve }: Result) => steadyAtAccuracy(curve as SteadinessCurve, level),
        percent: true,
      },
      { first, second, measure: "stayRight", percent: true },
    ]),
  ],
  async run({ configuration, seed }, context) {
    const { train, test } = await mnist;
    const model = network(configuration, seed);
    const few = take(test, 0, watchedDigits);
    const curve: [accuracy: number, agreement: number][] = [];
    const watcher = {
      async onEpoch(epoch: number) {
        context.report((0.9 * epoch) / plan.epochs);
        const { accuracy, agreement } = await underMoves(model, few);
        curve.push([accuracy, agreement]);
      },
    };
    await fit(model, take(train, 0, plan.trainImages), { epochs: plan.epochs, seed }, [watcher]);
    const { accuracy } = await evaluate(model, test);
    const moved = await underMoves(model, take(test, 0, movedDigits));
    const result = { testAccuracy: accuracy, agreement: moved.agreement, stayRight: moved.stayRight, curve };
    const weights = weightsHash(model);
    disposeModel(model);
    context.report(1);
    return { weights, result };
  },
});

/** The network of `reductionCnn`; at its end the blocks may go by their maximum instead of their mean. */
function network(
  { end, ...reduction }: Readonly<Record<string, string | number>>,
  seed: number,
): LayersModel {
  const layers = reductionLayers(reduction as unknown as Reduction).map(
    (layer): NetworkLayer =>
      end === "maximum" && layer.kind === "averagePool" ? { ...layer, kind: "maxPool" } : layer,
  );
  return cnn({ height: 28, width: 28, channels: 1 }, layers, { seed });
}

/**
 * Digits moved by one pixel up, down, left or right: the share of answers that stay, and of those that were right the share that stay
 * right.
 */
async function underMoves(
  model: LayersModel,
  digits: Digits,
): Promise<{ accuracy: number; agreement: number; stayRight: number }> {
  const { accuracy, predicted } = await evaluate(model, digits);
  let [same, right] = [0, 0];
  for (const [rows, columns] of [[-1, 0], [1, 0], [0, -1], [0, 1]] as const) {
    const moved = await evaluate(model, shift(digits, { rows, columns }));
    const stay = [...moved.predicted.keys()].filter((index) => moved.predicted[index] === predicted[index]);
    same += stay.length;
    right += stay.filter((index) => predicted[index] === digits.labels[index]).length;
  }
  return {
    accuracy,
    agreement: same / (4 * digits.count),
    stayRight: right / (4 * accuracy * digits.count),
  };
} // biome-ignore format: four directions
