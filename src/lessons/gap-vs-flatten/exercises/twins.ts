import type { Matrix } from "../../../arithmetic/matrix.js";
import { mean } from "../../../arithmetic/statistics/statistics.js";
import { type Names, pairNames } from "../../exercise/answers/named.js";
import { tablesIn } from "../../exercise/checks/tables.js";
import { numberText, textsApart } from "../../exercise/checks/written.js";
import type { ExerciseContent } from "../../exercise/content.js";

const names: Names = [...pairNames, ["weights", "w", "kernel", "table"]];
const task = {
  names,
  called: ["first map", "second map", "table of weights"],
  side: 3,
  ask: "Pass two maps and a table of weights, each in rows: `{ first: [[…], …], second: [[…], …], weights: [[…], …] }`.",
};

/** Equal but for single precision. */
const alike = (a: number, b: number, size = Math.max(Math.abs(a), Math.abs(b))) =>
  Math.abs(a - b) <= 1e-6 * size;

const sumOfProducts = (map: Matrix, weights: Matrix) =>
  map.flat().reduce((sum, value, at) => sum + value * (weights.flat()[at] ?? 0), 0);

export const twinMaps: ExerciseContent = {
  title: "Two maps that only Flatten can tell apart",
  check(answer) {
    const read = tablesIn(answer, task);
    if ("message" in read) return read;
    const [a, b, w] = read.tables as [Matrix, Matrix, Matrix];
    if (a.flat().every((value, at) => alike(value, b.flat()[at] ?? Number.NaN)))
      return { message: "The two maps are the same. Put the response somewhere else in the second." };
    const means = [a, b].map((map) => mean(map.flat())) as [number, number];
    const most = [a, b].map((map) => Math.max(...map.flat())) as [number, number];
    if (!alike(...means, Math.max(...[...a, ...b].flat().map(Math.abs)))) {
      return {
        message: `GAP can tell them apart: the means are ${textsApart(...means).join(" and ")}. Move numbers, do not change them.`,
      };
    }
    if (!alike(...most)) {
      return {
        message: `Global max can tell them apart: the largest are ${textsApart(...most).join(" and ")}.`,
      };
    }
    const logits = [a, b].map((map) => sumOfProducts(map, w)) as [number, number];
    if (logits[0] * logits[1] >= 0) {
      return {
        message: `With these weights Flatten says ${logits.map((logit) => numberText(logit)).join(" and ")}. One should be above zero, the other below.`,
      };
    }
    return true;
  },
  because:
    "Mean and maximum ask what is there and how strongly, and never where. Nine weights, one for each place, can ask where: that is what Flatten buys with its parameters.",
  hints: [
    "GAP and global max do not notice when numbers of a map change places.",
    "Put a single 1 into a corner of the first map and into another corner of the second. Which weights make that a yes and a no?",
  ],
  solution:
    "```\n{ first:   [[1, 0, 0], [0, 0, 0], [0, 0, 0]],\n  second:  [[0, 0, 0], [0, 0, 0], [0, 0, 1]],\n  weights: [[1, 0, 0], [0, 0, 0], [0, 0, -1]] }\n```",
};
