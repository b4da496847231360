import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { oneNumber } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Input = readonly [kept: readonly number[], test: readonly number[]];
type Rule = (...input: Input) => number;

const cases: readonly Input[] = [
  [[90, 95, 93], [91, 92, 94]],
  [[97, 96], [95, 98]],
  [[80, 60, 70, 85], [82, 88, 71, 84]],
  [[50, 60, 55, 40, 58], [61, 52, 57, 49, 63]],
]; // biome-ignore format: pairs

const at = (values: readonly number[], index: number) => values.at(index) ?? Number.NaN;
const placeOfMost = (values: readonly number[]) => values.indexOf(Math.max(...values));
const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const right: Rule = (kept, test) => at(test, placeOfMost(kept));

/** What people do instead, told by its results. */
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [(_, test) => Math.max(...test), "That chooses by the test digits: the best of several test results is flattered by luck. The digits kept aside choose the rate, the test only tells how good it is."],
  [(kept) => Math.max(...kept), "The right rate, but that is its score on the digits kept aside. They have done the choosing, so the best of them is flattered. Return the score on the test digits."],
  [(kept) => placeOfMost(kept), "That is the place of the rate in the list. Return the test score that stands there."],
  [(_, test) => at(test, 0), "That takes the first rate for every head, whatever the digits kept aside say."],
  [(_, test) => at(test, -1), "That takes the last rate for every head, whatever the digits kept aside say."],
  [(_, test) => average(test), "The mean of all rates counts those as well that nobody would use."],
  [(kept, test) => at(test, kept.indexOf(Math.min(...kept))), "That is the rate with the smallest score on the digits kept aside. These are accuracies: more is better."],
]; // biome-ignore format: pairs

/** The test accuracy of a head at the learning rate that read most digits kept aside. */
export const fairScore: ExerciseContent = {
  title: "The score of a head at its own rate",
  check: functionCheck<Input, number>({
    name: "fairScore",
    takes: ["kept", "test"],
    cases,
    returns: oneNumber,
    right,
    mistakes,
  }),
  because:
    "One set of digits to learn from, one to choose by, one to tell how good the choice is. A head chosen by the test digits would look better than it is, and the head with more rates to choose from most of all.",
  hints: [
    "Two steps: which rate read most of the digits kept aside? Then what does it read of the test digits?",
    "`Math.max(...kept)` is the largest score, `kept.indexOf(…)` says where it stands. The same place in `test` has the answer.",
  ],
  solution:
    "```\nconst fairScore = (kept: number[], test: number[]) => test[kept.indexOf(Math.max(...kept))]!;\n```",
};
