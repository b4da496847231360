import { experiment } from "convlab/lessons";
import { seedBySeed } from "../shared.js";
import { measureRung, plan, rungs } from "./single.js";

const rates = [0.003, 0.01, 0.03, 0.1];
const like = rungs.find(({ name }) => name === "learned output");

export default experiment({
  id: "lenet-5/learned-output",
  question:
    "Whether gradient descent with momentum gets learned output weights going from the small weights of 1998, at four learning rates",
  rows: seedBySeed(
    rates.map((rate) => ({
      ...like,
      name: `rate ${rate}`,
      optimizer: "momentum",
      rates: "falling",
      rate,
      ...plan,
    })),
    3,
  ),
  means: [{ arms: rates.map((rate) => `rate ${rate}`), measure: "testAccuracy" }],
  async run(row, context) {
    const { weights, result } = await measureRung(row, context);
    const { misread, ...accuracies } = result; // nearly all of them, where it does not get going
    return { weights, result: accuracies };
  },
});
