import { softmax } from "../../../arithmetic/softmax.js";
import { allNear, numbersIn } from "../../exercise/answers.js";
import type { ExerciseContent } from "../../exercise/content.js";

const cases: readonly (readonly number[])[] = [
  [2, 1, 0],
  [0, 0, 0, 0],
  [-1, 3],
  [1, 3, -2, 0.5],
];
const large = [1000, 1001, 999];

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const share = (values: readonly number[]) => values.map((value) => value / total(values));

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: (logits: readonly number[]) => number[], message: string])[] = [
  [(logits) => logits.map(Math.exp), "These are the exponentials. Divide each by the sum of all, so that they add up to 1."],
  [(logits) => share(logits), "The logits were divided by their sum, without exponentials: negative logits then give negative probabilities, and four zeros give NaN."],
  [(logits) => share(logits.map((logit) => 2 ** logit)), "This takes powers of 2. Softmax takes powers of e: `Math.exp`."],
  [(logits) => softmax(logits).map(Math.log), "These are logarithms of the probabilities. That is log-softmax; leave the logarithm out."],
  [(logits) => softmax(logits.map((logit) => -logit)), "The smallest logit gets the largest probability. A sign is turned round."],
  [(logits) => logits.map((logit) => 1 / (1 + Math.exp(-logit))), "This is the sigmoid, each logit by itself. Softmax lets them compete: divide by the sum over all of them."],
  [(logits) => logits.map((logit) => Math.exp(logit) / Math.max(...logits.map(Math.exp))), "This divides by the largest exponential. Divide by the sum of all."],
  [(logits) => logits.map((logit) => (logit === Math.max(...logits) ? 1 : 0)), "Winner takes all: this is a hard maximum. Softmax leaves the others their share."],
  [(logits) => logits.map(() => 1 / logits.length), "All classes get the same, whatever the logits say."],
  [(logits) => [...logits], "The logits come back as they were."],
]; // biome-ignore format: pairs

export const softmaxByHand: ExerciseContent = {
  title: "Softmax in a few lines",
  check(answer) {
    if (typeof answer !== "function")
      return { message: "Pass the function itself: `check(softmax)`, without brackets behind its name." };
    const results = cases.map((logits) => answer([...logits]) as unknown);
    if (results[0] === undefined) return { message: "The function returns nothing. Is a `return` missing?" };
    const given = results.map(numbersIn);
    const broken = given.findIndex((values, index) => values?.length !== cases[index]?.length);
    if (broken >= 0) {
      const size = cases[broken]?.length;
      const count = given[broken]?.length;
      return {
        message:
          count === undefined
            ? "The function must return an array of numbers, a probability for each logit."
            : `${size} logits go in and ${count} probabilities come out. Return one for each.`,
      };
    }
    const matches = (rule: (logits: readonly number[]) => number[]) =>
      cases.every((logits, index) => {
        const wanted = rule(logits);
        return !wanted.every(Number.isFinite) || allNear(given[index] ?? [], wanted);
      });
    if (matches(softmax)) {
      const own = [...large];
      const onLarge = numbersIn(answer(own)) ?? [];
      if (!allNear(own, large))
        return {
          message: "The result is right, but `logits` itself was changed. Make a new array with `map`.",
        };
      if (allNear(onLarge, softmax(large))) return true;
      return {
        message:
          "Right for small logits. For [1000, 1001, 999] it gives NaN or nonsense: e to the power of 1000 is too large for a number. Take the largest logit off all of them first; that changes no probability.",
      };
    }
    const found = mistakes.find(([rule]) => matches(rule));
    if (found !== undefined) return { message: found[1] };
    const sum = total(given[0] ?? []);
    return {
      message: `For logits [2, 1, 0] it returns ${JSON.stringify((given[0] ?? []).map((value) => Number(value.toPrecision(3))))}, which adds up to ${Number(sum.toPrecision(3))}. Exponential of each, divided by the sum of the exponentials.`,
    };
  },
  because:
    "Every probability is positive, together they are 1, and adding the same number to all logits changes nothing, which is why the largest may be taken off first.",
  hints: [
    "Two steps: make every number positive with `Math.exp`, then let them share 1 between them.",
    "`const powers = logits.map((logit) => Math.exp(logit - Math.max(...logits)))`, and then divide each power by their sum.",
  ],
  solution:
    "```\nfunction softmax(logits: number[]) {\n  const largest = Math.max(...logits);\n  const powers = logits.map((logit) => Math.exp(logit - largest));\n  const total = powers.reduce((sum, power) => sum + power, 0);\n  return powers.map((power) => power / total);\n}\n```",
};
