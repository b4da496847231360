import { experiment } from "convlab/lessons";
import { seedBySeed } from "../shared.js";
import { atRates, measureRung } from "./single.js";

export default experiment({
  id: "lenet-5/step-rates",
  question:
    "Whether half or twice the learning rate would suit a rung of lenet-5/steps better, on digits kept aside",
  rows: seedBySeed([...atRates(0.5), ...atRates(2)], 3),
  means: [{ arms: [...atRates(0.5), ...atRates(2)].map(({ name }) => name), measure: "keptAccuracy" }],
  run: measureRung,
});
