import { experiment } from "convlab/lessons";
import { atRates, measureRung } from "./single.js";

/** The rungs of which lenet-5/step-rates found twice the rate, the largest it tried, the best on digits kept aside. */
const wanting = ["averages, squashed", "averages", "maxima", "learned output", "ReLU in F6", "distorted"];
const at = (factor: number, seeds: readonly number[]) =>
  atRates(factor)
    .filter(({ name }) => wanting.some((rung) => name === `${rung}, rate times ${factor}`))
    .flatMap(({ name, ...configuration }) =>
      seeds.map((seed) => ({ name: `${name}, seed ${seed}`, configuration, seed })),
    );

export default experiment({
  id: "lenet-5/larger-rates",
  question:
    "Whether four times the learning rate would suit the rungs that twice the rate suited best, and what they read with six seeds instead of three",
  rows: [...at(4, [1, 2, 3]), ...at(2, [4, 5, 6])],
  means: [2, 4].map((factor) => ({
    arms: wanting.map((rung) => `${rung}, rate times ${factor}`),
    measure: "keptAccuracy",
  })),
  run: measureRung,
});
