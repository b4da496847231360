import { allNear, numbersIn } from "../../exercise/answers.js";
import type { ExerciseContent } from "../../exercise/content.js";

const f6 = [0.5, -1.2, 0.9, 0];
const codes = [
  [1, -1, 1, -1],
  [-1, -1, -1, 1],
  [1, 1, -1, -1],
];

type Rule = (inputs: readonly number[], code: readonly number[]) => number;
const total = (inputs: readonly number[], code: readonly number[], each: (x: number, w: number) => number) =>
  inputs.reduce((sum, x, index) => sum + each(x, code[index] as number), 0);
const squared: Rule = (inputs, code) => total(inputs, code, (x, w) => (x - w) ** 2);

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [(x, w) => Math.sqrt(squared(x, w)), "This takes the root. The paper's penalty is the squared distance, without a root."],
  [(x, w) => -squared(x, w), "This is what our layer gives, minus the distance. Here the distance itself is asked."],
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
  check(answer) {
    if (typeof answer !== "function") {
      return { message: "Pass the function itself: `check(distances)`, without brackets behind its name." };
    }
    const raw: unknown = answer(
      [...f6],
      codes.map((code) => [...code]),
    );
    if (raw === undefined) return { message: "The function returns nothing. Is a `return` missing?" };
    const values = numbersIn(raw);
    if (values?.length !== codes.length) {
      return {
        message: `It was given ${codes.length} codes. Return an array with a number for each of them, in their order.`,
      };
    }
    const matches = (rule: Rule) =>
      allNear(
        values,
        codes.map((code) => rule(f6, code)),
      );
    if (matches(squared)) return true;
    const found = mistakes.find(([rule]) => matches(rule));
    if (found !== undefined) return { message: found[1] };
    const wanted = codes.map((code) => Number(squared(f6, code).toFixed(4)));
    return {
      message: `For F6 [${f6.join(", ")}] and the code [${(codes[0] as number[]).join(", ")}] it returns ${Number((values[0] as number).toFixed(4))}; expected is ${wanted[0]}.`,
    };
  },
  because: "One squared distance for each class, over all numbers of F6 together: y = Σ (x - w)².",
  hints: [
    "`codes.map((code) => …)` makes one number for each code. Inside, run over all numbers of F6.",
    "For one code: the difference at each place, squared, all added up.",
  ],
  solution:
    "```\nconst distances = (f6: number[], codes: number[][]) =>\n  codes.map((code) =>\n    f6.reduce((sum, x, index) => sum + (x - code[index]!) ** 2, 0));\n```",
};
