import { experiment } from "convlab/lessons";
import { seedBySeed } from "../shared.js";
import { atRates, comparedWith, measureRung, plan } from "./single.js";

/** How much faster than in lenet-5/steps a rung learns best, by the digits kept aside in lenet-5/step-rates. */
export const bestFactor: Readonly<Record<string, number>> = {
  "averages, squashed": 2,
  averages: 2,
  maxima: 2,
  "learned output": 4,
  "ReLU in F6": 4,
  distorted: 4,
};
/** Those of lenet-5/steps that they, or what is compared with them, stand beside. Half or twice their rate read less. */
const asTheyWere = ["all links in C3", "ReLU", "one cycle"];
const arms = [
  ...atRates(1, asTheyWere),
  ...Object.entries(bestFactor).flatMap(([name, factor]) =>
    atRates(factor, [name]).map((rung) => ({ ...rung, name })),
  ),
];
const measured = arms.map(({ name }) => name);

export default experiment({
  id: "lenet-5/chosen",
  question: `The steps of lenet-5/steps whose rungs prefer another learning rate, each at its own, on ${plan.trainImages} digits`,
  rows: seedBySeed(arms, 6),
  means: [{ arms: measured, measure: "testAccuracy" }],
  comparisons: measured.flatMap((name) => {
    const second = comparedWith[name];
    return second === undefined || !measured.includes(second)
      ? []
      : [{ first: name, second, measure: "testAccuracy", misread: "misread" }];
  }),
  run: measureRung,
});
