import { experiment } from "convlab/lessons";
import { seedBySeed } from "../shared.js";
import { heads, rowOf, whatTheyStand } from "./stand.js";

export default experiment({
  id: "gap-vs-flatten/rates",
  question:
    "Whether a still larger learning rate than those of gap-vs-flatten/seeds would suit a head better, on digits kept aside",
  rows: seedBySeed(heads.map(rowOf(0.009)), 3),
  means: [{ arms: heads.map((head) => rowOf(0.009)(head).name), measure: "keptAccuracy" }],
  run: whatTheyStand,
});
