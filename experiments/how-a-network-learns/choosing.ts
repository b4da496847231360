import { disposeModel, evaluate, fit, mean, pick, seeded, shuffled, take } from "convlab";
import { experiment, mnistMlp, weightsHash } from "convlab/lessons";
import { grid, mnist } from "../shared.js";

const [trainImages, epochs, networks] = [500, 10, 20];
const arm = `best of ${networks}`;
const number = (name: string) => (result: Readonly<Record<string, unknown>>) => result[name] as number;

export default experiment({
  id: "how-a-network-learns/choosing",
  question:
    "Twenty trainings that differ by their seed only, and the best on 100 or 1,000 test digits: what it promises, and what it keeps on the digits that had no say",
  rows: grid([{ name: arm, networks, epochs, trainImages }], 10),
  means: [{ arms: [arm], measure: "accuracy of all on fresh digits", of: number("meanAccuracy") }],
  comparisons: [100, 1000].flatMap((few) => [
    {
      first: arm,
      second: arm,
      measure: `accuracy promised by ${few} digits less accuracy kept`,
      of: number(`promisedAccuracy${few}`),
      secondOf: number(`keptAccuracy${few}`),
    },
    {
      first: arm,
      second: arm,
      measure: `accuracy kept, chosen on ${few} digits, less accuracy of all`,
      of: number(`keptAccuracy${few}`),
      secondOf: number("meanAccuracy"),
    },
  ]),
  async run({ seed }, context) {
    const { train, test } = await mnist;
    const learned = take(train, 0, trainImages);
    const order = shuffled(test.count, seeded(seed));
    const [choosing, fresh] = [order.slice(0, 1_000), order.slice(1_000)];
    const sets = [choosing.slice(0, 100), choosing, fresh].map((places) => pick(test, places));
    const scores: number[][] = [];
    const hashes: string[] = [];
    for (let index = 0; index < networks; index++) {
      const own = networks * (seed - 1) + index + 1;
      const model = mnistMlp({ hiddenUnits: [32], seed: own });
      await fit(model, learned, { epochs, seed: own }, [
        { onEpoch: (epoch) => context.report((index + epoch / epochs) / networks) },
      ]);
      const found = [];
      for (const set of sets) found.push((await evaluate(model, set)).accuracy);
      scores.push(found);
      hashes.push(weightsHash(model));
      disposeModel(model);
    }
    const column = (place: number) => scores.map((found) => found[place] as number);
    const bestBy = (place: number) => column(place).indexOf(Math.max(...column(place)));
    const [by100, by1000] = [bestBy(0), bestBy(1)];
    const kept = column(2);
    return {
      weights: hashes[by100] as string,
      result: {
        promisedAccuracy100: column(0)[by100] as number,
        keptAccuracy100: kept[by100] as number,
        promisedAccuracy1000: column(1)[by1000] as number,
        keptAccuracy1000: kept[by1000] as number,
        meanAccuracy: mean(kept),
      },
    };
  },
});
