import type { Matrix } from "../../../arithmetic/matrix.js";
import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { oneNumber } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Input = readonly [activations: Matrix];
type Rule = (...input: Input) => number;

/** Rows are photographs, columns are units: a unit that answers once, several that never do, one photograph, all, none. */
const cases: readonly Input[] = [
  [[[0, 2, 0, 1], [0, 0, 0, 3], [0, 0, 5, 0]]],
  [[[0, 0, 0], [0, 0, 4]]],
  [[[1, 0]]],
  [[[0, 0], [0, 0], [0, 0]]],
  [[[1, 0, 2], [3, 1, 0]]],
]; // biome-ignore format: rows

const columns = (rows: Matrix) => (rows[0] ?? []).map((_, unit) => rows.map((row) => row[unit] ?? 0));
const silent = (rows: Matrix) => columns(rows).filter((unit) => unit.every((value) => value <= 0)).length;
const zeros = (rows: Matrix) => rows.flat().filter((value) => value <= 0).length;
const right: Rule = (rows) => silent(rows) / columns(rows).length;

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [silent, "That counts the silent units. A share is asked for: divide by how many units there are."],
  [(rows) => zeros(rows) / rows.flat().length, "That is the share of all numbers that are zero. A unit that is silent for one photograph and answers another is not dead."],
  [(rows) => columns(rows).filter((unit) => unit.some((value) => value <= 0)).length / columns(rows).length, "That takes every unit that is silent for some photograph. It must be silent for all of them."],
  [(rows) => rows.filter((row) => row.every((value) => value <= 0)).length / rows.length, "Those are photographs that no unit answers. A row is a photograph, a column is a unit."],
  [(rows) => rows.filter((row) => row.some((value) => value <= 0)).length / rows.length, "Rows were looked at, and a row is a photograph. A unit is a column."],
  [(rows) => 1 - right(rows), "That is the share that answers. The silent ones are asked for."],
  [(rows) => silent(rows) / rows.length, "Divide by the number of units, not by that of photographs."],
  [(rows) => silent(rows) / rows.flat().length, "Divide by the number of units, not by how many numbers there are."],
  [(rows) => 100 * right(rows), "That is in percent. Return a share, from 0 to 1."],
]; // biome-ignore format: pairs

export const silentShare: ExerciseContent = {
  title: "Repair: it does not learn, and why?",
  check: functionCheck<Input, number>({
    name: "silentShare",
    takes: ["activations"],
    cases,
    returns: oneNumber,
    right,
    mistakes,
  }),
  because:
    "A unit behind ReLU that is silent for every photograph passes no slope back, so no step changes it. A layer where many are silent is where to look first.",
  hints: [
    "A unit is a column. Go through the columns and ask of each whether any photograph got an answer above 0.",
    "With `unit` for the index of a column: `activations.every((row) => row[unit] <= 0)`. Count these, and divide by the length of a row.",
  ],
  solution:
    "```\nfunction silentShare(activations: number[][]) {\n  const [first] = activations;\n  const silent = first!.filter((_, unit) => activations.every((row) => row[unit]! <= 0));\n  return silent.length / first!.length;\n}\n```",
};
