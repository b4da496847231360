import { experiment } from "convlab/lessons";
import { seedBySeed } from "../shared.js";
import { heads, rowOf, whatTheyStand } from "./stand.js";

export default experiment({
  id: "gap-vs-flatten/seeds",
  question:
    "The heads of gap-vs-flatten/heads with ten seeds and two learning rates each: on digits in the middle, moved, on larger canvases, and with the maps cut to rings around the digit's old field",
  rows: seedBySeed([...heads.map(rowOf(0.001)), ...heads.map(rowOf(0.003))], 10),
  run: whatTheyStand,
});
