import { formOf } from "../../exercise/answers/form.js";
import { numberIn } from "../../exercise/answers/numbers.js";
import { functionCheck } from "../../exercise/checks/functionCheck.js";
import type { Kind } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";
import { sumQuestions } from "../weightedSumChoices.js";

type Pixels = readonly number[];
type Rule = (pixels: Pixels) => number;

const asked = sumQuestions["does the line stand upright?"] ?? [];
const blank = new Array<number>(9).fill(0);

/** The sums of the three columns, each less 2; `bend` is what is done to them before they are added. */
const network =
  (bend: (sum: number) => number, bias = -0.5): Rule =>
  (pixels) =>
    [0, 1, 2]
      .map((column) =>
        bend((pixels[column] ?? 0) + (pixels[column + 3] ?? 0) + (pixels[column + 6] ?? 0) - 2),
      )
      .reduce((sum, each) => sum + each, bias);
const relu = (sum: number) => Math.max(0, sum);
const same = (sum: number) => sum;

/** Only the sign is the answer; true and false are taken as well. */
const aboveZero: Kind<number> = {
  asked: "one number, above zero for yes",
  read: (result) => (typeof result === "boolean" ? (result ? 1 : -1) : numberIn(result)),
  same: (value, wanted) => Number.isFinite(value) && value > 0 === wanted > 0,
  numbers: (value) => [value],
  misfit: () => undefined,
};

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [network(same), "Nothing has changed: all six lines get the same number. The hidden sums are added up as they come, and a sum of sums is a sum. (A bend before the bias of -2 meets nothing negative and does nothing.)"],
  [(pixels) => relu(network(same)(pixels)), "The bend stands behind the last sum, where it comes too late. It belongs between the two layers: each hidden sum goes through it before the last layer gets it."],
  [network((sum) => -relu(-sum)), "This keeps what is negative and drops the rest. ReLU is the other way round: `Math.max(0, sum)`."],
  [network(Math.abs), "`Math.abs` makes -1 and -2 count as ink. ReLU makes them 0."],
  [network((sum) => sum + 2), "All six lines get 2.5: the bias of -2 takes no part. Keep it, and let each hidden sum go through what is missing after it is taken off. Then only a full column stays above zero."],
  [() => 0.5, "It says yes to everything."],
]; // biome-ignore format: pairs

export const missingBend: ExerciseContent = {
  title: "Two layers that say no to everything",
  check: functionCheck<[Pixels], number>({
    name: "standsUpright",
    takes: ["pixels"],
    cases: [...asked.map(({ pixels }) => [pixels] as [Pixels]), [blank]],
    returns: aboveZero,
    right: network(relu),
    mistakes,
    hintAt: (_, wanted) =>
      wanted > 0
        ? "Any number above zero is right here: this line stands upright."
        : "Any number that is not above zero is right here: no line stands upright.",
    instead: (answer) =>
      typeof answer === "boolean" || typeof answer === "number"
        ? { message: `Pass the mended function itself. This is ${formOf(answer)}.` }
        : undefined,
  }),
  because:
    "A full column gives 3 - 2 = 1 and passes the bend. The columns of a lying line give 1 - 2 = -1, and the bend makes that 0, so that they cannot pull the sum down, or add up to anything.",
  hints: [
    "Write down the three hidden sums for an upright line and for a lying one. What happens to the negative ones when they are added up?",
    "In this lesson something stands between two layers, or they are only one. It must stand around each hidden sum, before the last one is made.",
  ],
  solution:
    "```\nconst standsUpright = (pixels: number[]) => {\n  const hidden = columns.map((weights) => Math.max(0, weightedSum(weights, pixels, -2)));\n  return weightedSum([1, 1, 1], hidden, -0.5);\n};\n```",
};
