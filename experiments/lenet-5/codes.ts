import { disposeModel, evaluate, fit, lenet5, take } from "convlab";
import { codeOf, digitCodes, experiment, weightsHash } from "convlab/lessons";
import { grid, mnist } from "../shared.js";

const plan = { trainImages: 3_000, epochs: 5 };
/** Five times the usual rate, and the usual one. */
const rates = [
  { rate: 0.01, suffix: "" },
  { rate: 0.002, suffix: ", usual rate" },
];

const settings = rates.flatMap(({ rate, suffix }) =>
  ["fixed", "learning"].flatMap((codes) =>
    ["equation8", "equation9"].map((loss) => ({
      name: `${codes}, ${loss}${suffix}`,
      codes,
      loss,
      ...plan,
      rate,
    })),
  ),
);
const arms = settings.map(({ name }) => name);

export default experiment({
  id: "lenet-5/codes",
  question:
    "Whether codes that may learn move together, and what is read then: fixed and learning codes under equations 8 and 9, at five times the usual rate and at the usual one",
  rows: grid(settings, 5),
  means: [
    { arms, measure: "codeDistance" },
    { arms, measure: "trainAccuracy" },
    { arms, measure: "testAccuracy" },
  ],
  comparisons: [
    { first: "learning, equation8", second: "fixed, equation8", measure: "testAccuracy" },
    { first: "learning, equation9", second: "fixed, equation9", measure: "testAccuracy" },
    { first: "learning, equation9", second: "learning, equation8", measure: "codeDistance" },
    { first: "learning, equation9", second: "learning, equation8", measure: "testAccuracy" },
    { first: "fixed, equation9", second: "fixed, equation8", measure: "testAccuracy" },
    ...["equation8", "equation9"].map((loss) => ({
      first: `learning, ${loss}, usual rate`,
      second: `fixed, ${loss}, usual rate`,
      measure: "testAccuracy",
    })),
  ],
  async run({ configuration, seed }, context) {
    const { train, test } = await mnist;
    const learnCodes = configuration.codes === "learning";
    const loss = configuration.loss === "equation8" ? "equation8" : "equation9";
    const model = lenet5({ learnCodes, loss, learningRate: Number(configuration.rate), seed });
    const history = await fit(model, take(train, 0, plan.trainImages), { epochs: plan.epochs, seed }, [
      { onEpoch: (epoch) => context.report((0.9 * epoch) / plan.epochs) },
    ]);
    const { accuracy } = await evaluate(model, test);
    const learned = model.getLayer("output").getWeights()[0]?.arraySync() as number[][] | undefined;
    const result = {
      codeDistance: meanDistance(learned ?? digitCodes.map(codeOf)),
      lastLoss: history.loss.at(-1) ?? Number.NaN,
      trainAccuracy: history.accuracy.at(-1) ?? Number.NaN,
      testAccuracy: accuracy,
    };
    const weights = weightsHash(model);
    disposeModel(model);
    context.report(1);
    return { weights, result };
  },
});

/** The squared distance of two codes, in the mean over all pairs. */
function meanDistance(codes: readonly (readonly number[])[]): number {
  const distances = codes.flatMap((a, at) =>
    codes.slice(0, at).map((b) => a.reduce((sum, value, place) => sum + (value - (b[place] ?? 0)) ** 2, 0)),
  );
  return distances.reduce((sum, value) => sum + value, 0) / distances.length;
}
