import { experiment } from "convlab/lessons";
import { seedBySeed } from "../shared.js";
import { atRates, measureRung } from "./single.js";

/** The best must not lie at the end of what was tried: those that read most at twice the rate get four times as well, and so on. */
const learned = ["learned output", "ReLU in F6", "distorted"];
const faster = ["averages, squashed", "averages", "maxima", ...learned];
const tried = [...atRates(0.5), ...atRates(2), ...atRates(4, faster), ...atRates(8, learned)];

export default experiment({
  id: "lenet-5/step-rates",
  question:
    "Whether half, twice, four or eight times the learning rate would suit a rung of lenet-5/steps better, on digits kept aside",
  rows: seedBySeed(tried, 3),
  means: [{ arms: tried.map(({ name }) => name), measure: "keptAccuracy" }],
  run: measureRung,
});
