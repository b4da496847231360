import { near } from "../../exercise/answers/compare.js";
import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { listOfNumbers } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Numbers = readonly number[];
type Case = readonly [f6: Numbers, codes: readonly Numbers[]];
type Rule = (inputs: Numbers, code: Numbers) => number;

const cases: readonly Case[] = [
  [[0.5, -1.2, 0.9, 0], [[1, -1, 1, -1], [-1, -1, -1, 1], [1, 1, -1, -1]]],
  [[1.7, 0.3, -1, 2], [[1, 1, -1, 1], [-1, 1, 1, 1]]],
  [[-0.4, 0.8, 1.1, -1.6], [[1, 1, 1, 1], [-1, 1, 1, -1], [1, -1, -1, 1], [-1, -1, -1, -1]]],
]; // biome-ignore format: codes

const forEachCode =
  (rule: Rule) =>
  (...[inputs, codes]: Case): Numbers =>
    codes.map((code) => rule(inputs, code));
const total = (inputs: Numbers, code: Numbers, each: (x: number, w: number) => number) =>
  inputs.reduce((sum, x, index) => sum + each(x, code[index] as number), 0);
const squared: Rule = (inputs, code) => total(inputs, code, (x, w) => (x - w) ** 2);

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [(x, w) => Math.sqrt(squared(x, w)), "This takes the root. The paper's penalty is the squared distance, without a root."],
  [(x, w) => -squared(x, w), "This is what our layer gives, minus the distance. Here the distance itself is asked for."],
  [(x, w) => squared(x, w) / x.length, "This takes the mean of the squares. The paper takes their sum."],
  [(x, w) => total(x, w, (a, b) => Math.abs(a - b)), "The differences are not squared."],
  [(x, w) => total(x, w, (a, b) => a - b) ** 2, "This squares the sum of the differences. Square each, then add."],
  [(x, w) => total(x, w, (a, b) => a - b), "The differences are not squared, so that they cancel one another."],
  [(x, w) => total(x, w, (a, b) => a * b), "These are products, as a dense layer adds them up. The output takes differences, squared."],
  [(x, w) => total(x, w, (a, b) => (a + b) ** 2), "The sign is wrong: subtract the code."],
  [(x, w) => Math.exp(-squared(x, w)), "That is the Gaussian itself. The penalty is its negative logarithm, the squared distance."],
]; // biome-ignore format: pairs

export const squaredDistances: ExerciseContent = {
  title: "The output by hand",
  check: functionCheck<Case, Numbers>({
    name: "distances",
    takes: ["f6", "codes"],
    cases,
    returns: listOfNumbers,
    right: forEachCode(squared),
    mistakes: mistakes.map(([rule, message]) => [forEachCode(rule), message]),
    hintAt: (value, wanted, f6, codes) => {
      if (value.length !== wanted.length)
        return `Return a number for each of the ${codes.length} codes, in their order.`;
      const longer = value.some(Number.isNaN) && f6.length < 84;
      const at = wanted.findIndex((each, place) => !near(value[place] ?? Number.NaN, each));
      return longer
        ? `Here F6 has ${f6.length} numbers, not 84: take its length from \`f6\`.`
        : `The first that differs belongs to the code [${codes[at]?.join(", ")}].`;
    },
  }),
  because: "One squared distance for each class, over all numbers of F6 together: y = Σ (x - w)².",
  hints: [
    "`codes.map((code) => …)` makes one number for each code. Inside, run over all numbers of F6.",
    "For one code: the difference at each place, squared, all added up.",
  ],
  solution:
    "```\nconst distances = (f6: number[], codes: number[][]) =>\n  codes.map((code) =>\n    f6.reduce((sum, x, index) => sum + (x - code[index]!) ** 2, 0));\n```",
};
