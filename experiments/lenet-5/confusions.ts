import { confusionCounts, disposeModel, evaluate, fit, lenet5, oneCycle, take } from "convlab";
import { codeOf, correlation, digitCodes, experiment, weightsHash } from "convlab/lessons";
import { mnist, seedBySeed } from "../shared.js";

const plan = { trainImages: 5_000, epochs: 8, batchSize: 64, rate: 0.002 };
/** Which drawing each digit gets where they are dealt out anew: no digit its own, and near drawings no longer to like digits. */
const dealt = [7, 4, 0, 6, 8, 1, 2, 5, 9, 3];

const outputs = ["codes", "codes dealt anew", "softmax"];

const codesOf = (output: string) =>
  output === "codes dealt anew" ? dealt.map((digit) => digitCodes[digit] ?? "") : digitCodes;

export default experiment({
  id: "lenet-5/confusions",
  question:
    "Whether near codes are the reason of confusions: the drawn codes, the same codes dealt out to other digits, and a learned softmax that knows none",
  rows: seedBySeed(
    outputs.map((output) => ({ name: output, output, ...plan })),
    10,
  ),
  means: [
    { arms: outputs, measure: "withDrawn" },
    { arms: outputs, measure: "withDealt" },
    { arms: outputs, measure: "testAccuracy" },
  ],
  comparisons: [
    { first: "codes", second: "codes dealt anew", measure: "withDrawn" },
    { first: "codes dealt anew", second: "codes", measure: "withDealt" },
    { first: "codes", second: "softmax", measure: "withDrawn" },
    { first: "codes dealt anew", second: "softmax", measure: "withDrawn" },
    { first: "codes dealt anew", second: "softmax", measure: "withDealt" },
    { first: "codes", second: "softmax", measure: "withDealt" },
    { first: "codes", second: "codes dealt anew", measure: "testAccuracy" },
  ],
  async run({ configuration, seed }, context) {
    const { train, test } = await mnist;
    const { trainImages, epochs, batchSize, rate } = plan;
    const output = String(configuration.output);
    const model =
      output === "softmax" ? lenet5({ output: "softmax", seed }) : lenet5({ codes: codesOf(output), seed });
    const rates = { batchSize, learningRate: oneCycle(rate) };
    await fit(model, take(train, 0, trainImages), { epochs, seed, ...rates }, [
      { onEpoch: (epoch) => context.report((0.9 * epoch) / epochs) },
    ]);
    const { accuracy, predicted } = await evaluate(model, test);
    const counts = confusionCounts(test.labels, predicted);
    const pairs = Array.from({ length: 10 }, (_, a) =>
      Array.from({ length: a }, (_, b) => [a, b] as const),
    ).flat();
    const confused = pairs.map(([a, b]) => (counts[a]?.[b] ?? 0) + (counts[b]?.[a] ?? 0));
    const near = (codes: readonly string[]) => {
      const rows = codes.map(codeOf);
      return correlation(
        pairs.map(([a, b]) => placesApart(rows[a] ?? [], rows[b] ?? [])),
        confused,
      );
    };
    const result = {
      testAccuracy: accuracy,
      confused,
      // With how the drawings of the digits differ, and with how those differ that were dealt out.
      withDrawn: near(digitCodes),
      withDealt: near(codesOf("codes dealt anew")),
    };
    const weights = weightsHash(model);
    disposeModel(model);
    context.report(1);
    return { weights, result };
  },
});

function placesApart(a: readonly number[], b: readonly number[]): number {
  return a.filter((value, place) => value !== b[place]).length;
}
