import { disposeModel, evaluate, fit, take } from "convlab";
import { experiment, mislabel, mnistMlp, weightsHash } from "convlab/lessons";
import { grid, mnist } from "../shared.js";

const [trainImages, epochs, early] = [1_000, 40, 10];
const arms = [
  { name: "all labels right", wrongShare: 0 },
  { name: "one label in five wrong", wrongShare: 0.2 },
];
const number = (name: string) => (result: Readonly<Record<string, unknown>>) => result[name] as number;
const lossAt = (place: number) => (result: Readonly<Record<string, unknown>>) =>
  (result.loss as readonly number[]).at(place) as number;

export default experiment({
  id: "how-a-network-learns/longer",
  question:
    "Forty epochs on 1,000 digits, with right labels and with wrong ones among them: does the test accuracy follow the training loss?",
  rows: grid(
    arms.map((arm) => ({ ...arm, epochs, trainImages })),
    10,
  ),
  comparisons: arms.flatMap(({ name }) => [
    {
      first: name,
      second: name,
      measure: "training loss of the last epoch less that of the tenth",
      of: lossAt(-1),
      secondOf: lossAt(early - 1),
      percent: false,
    },
    {
      first: name,
      second: name,
      measure: "test accuracy of the last epoch less that of the tenth",
      of: number("testAccuracy"),
      secondOf: number("earlyAccuracy"),
    },
    {
      first: name,
      second: name,
      measure: "test accuracy of the epoch chosen by validation less that of the last",
      of: number("chosenAccuracy"),
      secondOf: number("testAccuracy"),
    },
  ]),
  async run({ configuration, seed }, context) {
    const { train, test } = await mnist;
    const share = Number(configuration.wrongShare);
    const learned = mislabel(take(train, 0, trainImages), { share, seed });
    const validation = take(train, 50_000, 1_000);
    const model = mnistMlp({ hiddenUnits: [64], seed });
    const testedAt = new Map<number, number>();
    let [bestSoFar, chosenEpoch] = [0, 0];
    const plan = { epochs, seed, validation };
    const {
      loss,
      validationLoss = [],
      validationAccuracy = [],
    } = await fit(model, learned, plan, [
      {
        async onEpoch(epoch, history) {
          const now = history.validationAccuracy?.at(-1) ?? 0;
          if (now > bestSoFar) [bestSoFar, chosenEpoch] = [now, epoch];
          if (chosenEpoch === epoch || epoch === early || epoch === epochs)
            testedAt.set(epoch, (await evaluate(model, test)).accuracy);
          context.report(epoch / epochs);
        },
      },
    ]);
    const weights = weightsHash(model);
    disposeModel(model);
    return {
      weights,
      result: {
        loss,
        validationLoss,
        validationAccuracy,
        chosenEpoch,
        earlyAccuracy: testedAt.get(early) as number,
        chosenAccuracy: testedAt.get(chosenEpoch) as number,
        testAccuracy: testedAt.get(epochs) as number,
      },
    };
  },
});
