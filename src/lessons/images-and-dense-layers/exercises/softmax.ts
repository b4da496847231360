import { softmax } from "../../../arithmetic/softmax.js";
import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { listOfNumbers } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

const small: readonly (readonly number[])[] = [[2, 1, 0], [0, 0, 0, 0], [-1, 3], [1, 3, -2, 0.5]]; // biome-ignore format: short lists
/** Only the largest taken off keeps all of these in range: not the least, the mean, the first or a fixed number. */
const large: readonly (readonly number[])[] = [[1000, 1001, 999], [-1000, -999, -1001], [0, 1000, -1000], [2000, 0, 1], [0, 1, 2, 2000]]; // biome-ignore format: short lists
const offLargest =
  "Right for small logits. But e to the power of 1000 is too large for a number, and e to the power of -1000 is 0 to it. Take the largest logit off all of them first; that changes no probability.";

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const share = (values: readonly number[]) => values.map((value) => value / total(values));

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: (logits: readonly number[]) => number[], message: string])[] = [
  [(logits) => share(logits.map(Math.exp)), offLargest],
  [(logits) => logits.map(Math.exp), "These are the exponentials. Divide each by the sum of all, so that they add up to 1."],
  [(logits) => share(logits), "The logits were divided by their sum, without exponentials: negative logits then give negative probabilities, and four zeros give NaN."],
  [(logits) => share(logits.map((logit) => 2 ** logit)), "This takes powers of 2. Softmax takes powers of e: `Math.exp`."],
  [(logits) => softmax(logits).map(Math.log), "These are logarithms of the probabilities. That is log-softmax; leave the logarithm out."],
  [(logits) => softmax(logits.map((logit) => -logit)), "The smallest logit gets the largest probability. A sign is turned round."],
  [(logits) => logits.map((logit) => 1 / (1 + Math.exp(-logit))), "This is the sigmoid, each logit by itself. Softmax lets them compete: divide by the sum over all of them."],
  [(logits) => logits.map((logit) => Math.exp(logit) / Math.max(...logits.map(Math.exp))), "This divides by the largest exponential. Divide by the sum of all."],
  [(logits) => logits.map((logit) => (logit === Math.max(...logits) ? 1 : 0)), "Winner takes all: this is a hard maximum. Softmax leaves the others their share."],
  [(logits) => softmax(logits).map((share) => Number(share.toFixed(3))), "These are rounded to three places. Return them as they are; round only what you print."],
  [(logits) => share(logits.map((logit) => Math.exp(logit / Math.max(...logits)))), "The logits were divided by the largest one. That changes the probabilities. What can be done to all logits so that their differences stay the same?"],
  [(logits) => logits.map(() => 1 / logits.length), "All classes get the same, whatever the logits say."],
  [(logits) => [...logits], "The logits come back as they were."],
]; // biome-ignore format: pairs

export const softmaxByHand: ExerciseContent = {
  title: "Softmax in a few lines",
  check: functionCheck<[readonly number[]], readonly number[]>({
    name: "softmax",
    takes: ["logits"],
    cases: [...small, ...large].map((logits) => [logits]),
    returns: listOfNumbers,
    right: softmax,
    mistakes,
    hintAt: (value, wanted, logits) => {
      if (value.length !== wanted.length)
        return `${wanted.length} logits go in and ${value.length} come out. Return a probability for each.`;
      if (large.includes(logits)) return offLargest;
      const sum = Number(total(value).toPrecision(3));
      if (sum === 1)
        return "It adds up to 1, but the shares are others. Were the logits scaled, rounded or sorted on the way?";
      return `It adds up to ${sum}. Exponential of each, divided by the sum of the exponentials.`;
    },
  }),
  because:
    "Every probability is positive, together they are 1, and adding the same number to all logits changes nothing, which is why the largest may be taken off first.",
  hints: [
    "Two steps: make every number positive with `Math.exp`, then let them share 1 between them.",
    "`const powers = logits.map((logit) => Math.exp(logit - Math.max(...logits)))`, and then divide each power by their sum.",
  ],
  solution:
    "```\nfunction softmax(logits: number[]) {\n  const largest = Math.max(...logits);\n  const powers = logits.map((logit) => Math.exp(logit - largest));\n  const total = powers.reduce((sum, power) => sum + power, 0);\n  return powers.map((power) => power / total);\n}\n```",
};
