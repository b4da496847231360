import { experiment } from "convlab/lessons";
import { seedBySeed } from "../shared.js";
import { atRates, comparedWith, measureRung, rungs } from "./single.js";

export default experiment({
  id: "lenet-5/steps",
  question:
    "From LeNet-5 as published to a modern network in steps that change one thing each, on 3,000 digits",
  rows: seedBySeed(atRates(1), 6),
  means: [{ arms: rungs.map(({ name }) => name), measure: "testAccuracy" }],
  comparisons: rungs.flatMap(({ name }) => {
    const second = comparedWith[name];
    return second === undefined ? [] : [{ first: name, second, measure: "testAccuracy", misread: "misread" }];
  }),
  run: measureRung,
});
