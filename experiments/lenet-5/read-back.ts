import {
  type Digits,
  digitAt,
  disposeModel,
  evaluate,
  fit,
  type LayersModel,
  layerOutput,
  lenet5,
  oneCycle,
  take,
  tf,
  toInputs,
} from "convlab";
import { experiment, type Result, ridge, weightsHash } from "convlab/lessons";
import { mnist, seedBySeed } from "../shared.js";

const plan = { trainImages: 5_000, epochs: 8, batchSize: 64, rate: 0.002, fitted: 1_000 };
/** For numbers that are scaled to a spread of 1, as those of an untrained network are tiny: a strength means the same for all. */
const strengths = [0.001, 0.01, 0.1, 1, 10, 100];
const layers = ["s4", "c5", "f6"];
/** The strength is chosen on training digits that neither the network nor the fit has seen. */
const [keptAside, judged] = [300, 500];

export default experiment({
  id: "lenet-5/read-back",
  question:
    "Which share of the pixels' variance is read back from S4, C5 and F6, trained and untrained, at several strengths of ridge, beside what knows nothing of the digit (the mean image) and what knows its label only",
  rows: seedBySeed(
    [
      { name: "trained", ...plan },
      { name: "untrained", ...plan, epochs: 0 },
    ],
    3,
  ),
  means: [
    { arms: ["trained"], measure: "meanImage", percent: true },
    { arms: ["trained"], measure: "labelAlone", percent: true },
    { arms: ["trained"], measure: "answerAlone", percent: true },
    ...layers.map((name) => ({ arms: ["trained", "untrained"], measure: `${name}Chosen`, percent: true })),
    ...layers.flatMap((name) =>
      strengths.map((strength, at) => ({
        arms: ["trained", "untrained"],
        measure: `${name} at strength ${strength}`,
        of: (result: Result) => (result[name] as readonly number[])[at] ?? Number.NaN,
        percent: true,
      })),
    ),
  ],
  comparisons: layers.flatMap((name) => [
    { first: "trained", second: "untrained", measure: `${name}Chosen`, percent: true },
    {
      first: "trained",
      second: 0,
      measure: `${name}Chosen less labelAlone`,
      of: (result: Result) => Number(result[`${name}Chosen`]) - Number(result.labelAlone),
      percent: true,
    },
  ]),
  async run({ configuration, seed }, context) {
    const { train, test } = await mnist;
    const { trainImages, batchSize, rate, fitted } = plan;
    const epochs = Number(configuration.epochs);
    const model = lenet5({ seed });
    const rates = { batchSize, learningRate: oneCycle(rate) };
    if (epochs > 0) await fit(model, take(train, 0, trainImages), { epochs, seed, ...rates });
    const { accuracy } = await evaluate(model, test);
    const parts = [take(train, 0, fitted), take(train, 50_000, keptAside), take(test, 0, judged)] as const;
    const [learned, kept, unseen] = parts.map(pixelsOf) as [number[][], number[][], number[][]];
    // Of each layer for each strength: the share on digits kept aside, and on test digits.
    const shares = layers.map((name, at) => {
      const [from, aside, asked] = evenly(parts.map((digits) => numbersOf(model, digits, name)));
      return strengths.map((strength, step) => {
        const guess = ridge(from ?? [], learned, strength);
        context.report((at + (step + 1) / strengths.length) / layers.length);
        return [shareRead(kept, (aside ?? []).map(guess)), shareRead(unseen, (asked ?? []).map(guess))];
      });
    });
    const whole = meanOf(learned);
    const byLabel = Array.from({ length: 10 }, (_, label) =>
      meanOf(learned.filter((_, index) => train.labels[index] === label)),
    );
    const result = {
      testAccuracy: accuracy,
      meanImage: shareRead(
        unseen,
        unseen.map(() => whole),
      ),
      labelAlone: shareRead(
        unseen,
        unseen.map((_, index) => byLabel[test.labels[index] ?? 0] ?? whole),
      ),
      answerAlone: await shareOfAnswers(model, take(test, 0, judged), unseen, byLabel),
      ...Object.fromEntries(layers.map((name, at) => [name, shares[at]?.map((pair) => pair[1] ?? 0) ?? []])),
      ...Object.fromEntries(layers.map((name, at) => [`${name}Chosen`, chosen(shares[at] ?? [])])),
    };
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result };
  },
});

/** What the answer of the network alone tells: the mean image of the class it names. */
async function shareOfAnswers(
  model: LayersModel,
  digits: Digits,
  pixels: readonly number[][],
  byLabel: readonly number[][],
): Promise<number> {
  const { predicted } = await evaluate(model, digits);
  return shareRead(
    pixels,
    pixels.map((_, index) => byLabel[predicted[index] ?? 0] ?? []),
  );
}

/** The share on test digits at the strength that was best on digits kept aside. */
function chosen(pairs: readonly (readonly number[])[]): number {
  const best = pairs.reduce((found, pair) => ((pair[0] ?? 0) > (found[0] ?? 0) ? pair : found));
  return best[1] ?? Number.NaN;
}

function pixelsOf(digits: Digits): number[][] {
  return Array.from({ length: digits.count }, (_, index) => digitAt(digits, index).flat());
}

function numbersOf(model: LayersModel, digits: Digits, layer: string): number[][] {
  return tf.tidy(
    () => layerOutput(model, toInputs(digits), layer).reshape([digits.count, -1]).arraySync() as number[][],
  );
}

/** All sets times the factor that gives the first one a spread of 1, over all its numbers together. */
function evenly(sets: readonly number[][][]): number[][][] {
  const first = sets[0] ?? [];
  const means = meanOf(first);
  const squares = first.flatMap((row) => row.map((value, at) => (value - (means[at] ?? 0)) ** 2));
  const spread = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
  return sets.map((rows) => rows.map((row) => row.map((value) => value / spread)));
}

function meanOf(images: readonly number[][]): number[] {
  return (images[0] ?? []).map(
    (_, at) => images.reduce((sum, image) => sum + (image[at] ?? 0), 0) / images.length,
  );
}

/** Of all that pixels differ from their one mean, which share a guess takes away; guesses are kept from 0 to 255. */
function shareRead(pixels: readonly number[][], guesses: readonly (readonly number[])[]): number {
  const all = pixels.flat();
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  let [left, spread] = [0, 0];
  for (const [index, image] of pixels.entries()) {
    for (const [at, pixel] of image.entries()) {
      const guess = Math.min(255, Math.max(0, guesses[index]?.[at] ?? 0));
      left += (pixel - guess) ** 2;
      spread += (pixel - mean) ** 2;
    }
  }
  return 1 - left / spread;
}
