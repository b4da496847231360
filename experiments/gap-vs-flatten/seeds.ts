import { experiment } from "convlab/lessons";
import { seedBySeed } from "../shared.js";
import { accuracyComparisons, canvasComparisons, movedComparisons, ringComparisons } from "./comparisons.js";
import { heads, rowOf, whatTheyStand } from "./stand.js";

const rates = [0.001, 0.003];
const armsOf = (rate: number) => heads.map((head) => rowOf(rate)(head).name);
/** Each head with the rate that read more digits kept aside. */
const chosen = (head: string) => ({
  name: head,
  among: rates.map((rate) => rowOf(rate)(head).name),
  by: "keptAccuracy",
});

export default experiment({
  id: "gap-vs-flatten/seeds",
  question:
    "The heads of gap-vs-flatten/heads with ten seeds and two learning rates each: on digits in the middle, moved, on larger canvases, and with the maps cut to rings around the digit's old field",
  rows: seedBySeed([...heads.map(rowOf(0.001)), ...heads.map(rowOf(0.003))], 10),
  means: [
    ...rates.flatMap((rate) => [
      { arms: armsOf(rate), measure: "keptAccuracy" },
      { arms: armsOf(rate), measure: "testAccuracy" },
    ]),
  ],
  comparisons: [
    ...rates.flatMap((rate) => accuracyComparisons((head) => rowOf(rate)(head).name)),
    ...accuracyComparisons(chosen),
    ...movedComparisons(chosen),
    ...canvasComparisons(chosen),
    ...ringComparisons(chosen),
    ...heads.map((head) => ({
      first: rowOf(0.003)(head).name,
      second: rowOf(0.001)(head).name,
      measure: "testAccuracy",
    })),
  ],
  run: whatTheyStand,
});
