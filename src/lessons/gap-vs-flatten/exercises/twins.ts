import type { Matrix } from "../../../arithmetic/matrix.js";
import { mean } from "../../../arithmetic/statistics/statistics.js";
import type { ExerciseContent } from "../../exercise/content.js";
import { matrixIn, sameMatrix, squareFault } from "../../exercise/matrices.js";

const sumOfProducts = (map: Matrix, weights: Matrix) =>
  map.flat().reduce((sum, value, at) => sum + value * (weights.flat()[at] ?? 0), 0);
const short = (value: number) => String(Number(value.toPrecision(4)));

export const twinMaps: ExerciseContent = {
  title: "Two maps that only Flatten can tell apart",
  check(answer) {
    const { first, second, weights } = answer as Record<string, unknown>;
    const [a, b, w] = [first, second, weights].map(matrixIn);
    if (a === undefined || b === undefined || w === undefined) {
      return {
        message:
          "Pass two maps and a table of weights, each in rows: `{ first: [[…], …], second: [[…], …], weights: [[…], …] }`.",
      };
    }
    const fault = squareFault({ "first map": a, "second map": b, "table of weights": w }, 3);
    if (fault !== undefined) return fault;
    if (sameMatrix(a, b))
      return { message: "The two maps are the same. Put the response somewhere else in the second." };
    const means = [a, b].map((map) => mean(map.flat())) as [number, number];
    if (Math.abs(means[0] - means[1]) > 1e-9) {
      return {
        message: `GAP can tell them apart: the means are ${means.map(short).join(" and ")}. Move numbers, do not change them.`,
      };
    }
    const most = [a, b].map((map) => Math.max(...map.flat())) as [number, number];
    if (most[0] !== most[1]) {
      return { message: `Global max can tell them apart: the largest are ${most.map(short).join(" and ")}.` };
    }
    const logits = [a, b].map((map) => sumOfProducts(map, w)) as [number, number];
    if (logits[0] * logits[1] >= 0) {
      return {
        message: `With these weights Flatten says ${logits.map(short).join(" and ")}. One should be above zero, the other below.`,
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
