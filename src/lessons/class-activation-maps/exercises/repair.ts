import { aboveLevel, peakOf } from "../../../arithmetic/maps/boxFromMap.js";
import type { Matrix } from "../../../arithmetic/matrix.js";
import { mean } from "../../../arithmetic/statistics/statistics.js";
import { matrixIn } from "../../exercise/answers/matrices.js";
import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { rowsOfNumbers } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Case = readonly [map: Matrix, threshold: number];
const cases: readonly Case[] = [
  [[[-1, 0, 0], [0, 10, 6], [0, 1, -3]], 0.2],
  [[[-3, -1], [-2, -4]], 0.2],
  [[[2, 3], [8, 10]], 0.25],
  [[[5, 0.1, 0], [0, 4, 2.5]], 0.5],
  [[[0, -2], [-1, 0]], 0.3],
  [[[-20, 10, 3]], 0.2],
  [[[9, 1, 2], [0.5, 4, 3], [-7, 0, -30]], 0.4],
  [[[2, 2], [2, 2]], 0.9],
  [[[6, 5], [-1, 4]], 1],
  [[[0.9, 0.1], [0.5, -2]], 0.5],
]; // biome-ignore format: matrices

const wantedMask = (map: Matrix, threshold: number): Matrix =>
  peakOf(map).value > 0 ? aboveLevel(map, threshold * peakOf(map).value) : map.map((row) => row.map(() => 0));
const least = (map: Matrix) => Math.min(...map.flat());
const most = (map: Matrix) => Math.max(...map.flat());
const marks = (map: Matrix, above: (value: number) => boolean) =>
  map.map((row) => row.map((value) => Number(above(value))));

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: (map: Matrix, threshold: number) => Matrix, message: string])[] = [
  [(map, t) => marks(map, (value) => (value - least(map)) / (most(map) - least(map)) > t), "It still measures from the smallest number of the map. Evidence against the class then counts as evidence for it. Measure from 0."],
  [(map, t) => { const held = map.map((row) => row.map((value) => Math.max(0, value))); return marks(held, (value) => (value - least(held)) / (most(held) - least(held)) > t); }, "Cutting off what is below zero helps where something is. A map without negative numbers is still measured from its smallest. Measure from 0."],
  [(map, t) => marks(map, (value) => value / (most(map) - least(map)) > t), "That is a share of the range, from the smallest to the largest. The threshold is a share of the largest alone."],
  [(map, t) => map.map((row) => row.map((value) => Number(Math.max(...row) > 0 && value > t * Math.max(...row)))), "That takes the largest number of each row. The largest of the whole map is asked."],
  [(map, t) => map.map((row) => row.map((value) => Number(value > t * Math.max(...row)))), "That takes the largest number of each row. The largest of the whole map is asked."],
  [(map, t) => marks(map, (value) => value > t * mean(map.flat())), "That is a share of the mean. The threshold is a share of the largest number."],
  [(map, t) => marks(map, (value) => value >= t * most(map) && most(map) > 0), "The level itself has been counted in. A pixel must be greater."],
  [(map, t) => marks(map, (value) => value >= t * most(map)), "The level itself has been counted in. A pixel must be greater."],
  [(map, t) => marks(map, (value) => Math.abs(value) > t * Math.max(...map.flat().map(Math.abs))), "Strong evidence against the class is marked as if it spoke for it. Keep the signs."],
  [(map, t) => marks(map, (value) => value > t), "That compares with the threshold itself. It is a share: of the map's maximum."],
  [(map) => marks(map, (value) => value > 0), "That marks all that is positive. The threshold is not used."],
  [(map, t) => marks(map, (value) => value / most(map) > t), "Dividing by the maximum turns the signs round where the maximum is negative: then the strongest evidence against is marked. Such a map has nothing to mark."],
]; // biome-ignore format: pairs

/** Rows of 0 and 1, also written as false and true. */
function maskIn(answer: unknown): Matrix | undefined {
  const asNumber = (bit: unknown) => (typeof bit === "boolean" ? Number(bit) : bit);
  return matrixIn(
    Array.isArray(answer)
      ? answer.map((row: unknown) => (Array.isArray(row) ? row.map(asNumber) : row))
      : answer,
  );
}

export const repairedMask: ExerciseContent = {
  title: "Repair: a mask that marks nearly everything",
  check: functionCheck<Case, Matrix>({
    name: "mended",
    takes: ["map", "threshold"],
    cases,
    returns: { ...rowsOfNumbers, asked: "rows of 0 and 1, as long as those of the map", read: maskIn },
    right: wantedMask,
    mistakes,
    hintAt: (_, __, map, threshold) =>
      `The largest number is ${most(map)}: marked is what is above 0 and above ${threshold} times that.`,
    instead: (answer) =>
      maskIn(answer) && {
        message: "Pass the mended function, not its result: it is tried on other maps as well.",
      },
  }),
  because:
    "Zero means something in such a map: no evidence either way. Rescaling from the smallest to the largest number moves it, and where much is negative, places without any evidence climb over the threshold.",
  hints: [
    "Which number does the broken function make of a place with the value 0, when the map goes from -3 to 10?",
    "Compare each value with `threshold` times the largest value. A map whose largest value is not above 0 has nothing to mark.",
  ],
  solution:
    "```\nconst mended = (map: number[][], threshold: number) => {\n  const most = Math.max(...map.flat());\n  return map.map((row) => row.map((value) => (most > 0 && value > threshold * most ? 1 : 0)));\n};\n```",
};
