import { disposeModel, evaluate, fit, lenet5, take } from "convlab";
import {
  codeOf,
  digitCodes,
  type ExperimentContext,
  type ExperimentRow,
  type Measurement,
  weightsHash,
} from "convlab/lessons";
import { mnist } from "../shared.js";

/** Fixed and learning codes under equations 8 and 9, all at one learning rate. */
export const codeSettings = (rate: number, suffix = "") =>
  ["fixed", "learning"].flatMap((codes) =>
    ["equation8", "equation9"].map((loss) => ({
      name: `${codes}, ${loss}${suffix}`,
      codes,
      loss,
      trainImages: 3_000,
      epochs: 5,
      rate,
    })),
  );

/** Trains LeNet-5 with codes as a row says, and measures how far its codes lie apart in the end and what it reads. */
export async function measureCodes(
  { configuration, seed }: ExperimentRow,
  context: ExperimentContext,
): Promise<Measurement> {
  const { train, test } = await mnist;
  const epochs = Number(configuration.epochs);
  const learnCodes = configuration.codes === "learning";
  const loss = configuration.loss === "equation8" ? "equation8" : "equation9";
  const model = lenet5({ learnCodes, loss, learningRate: Number(configuration.rate), seed });
  const history = await fit(model, take(train, 0, Number(configuration.trainImages)), { epochs, seed }, [
    { onEpoch: (epoch) => context.report((0.9 * epoch) / epochs) },
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
}

/** The squared distance of two codes, in the mean over all pairs. */
function meanDistance(codes: readonly (readonly number[])[]): number {
  const distances = codes.flatMap((a, at) =>
    codes.slice(0, at).map((b) => a.reduce((sum, value, place) => sum + (value - (b[place] ?? 0)) ** 2, 0)),
  );
  return distances.reduce((sum, value) => sum + value, 0) / distances.length;
}
