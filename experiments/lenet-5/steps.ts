import { experiment } from "convlab/lessons";
import { seedBySeed } from "../shared.js";
import { atRates, measureRung } from "./single.js";

export default experiment({
  id: "lenet-5/steps",
  question:
    "From LeNet-5 as published to a modern network in steps that change one thing each, on 3,000 digits",
  rows: seedBySeed(atRates(1), 6),
  run: measureRung,
});
