import { mean, standardError } from "../../../arithmetic/statistics/statistics.js";
import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { listOfNumbers } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Numbers = readonly number[];
type Case = readonly [first: Numbers, second: Numbers, factor: number];
type Rule = (...given: Case) => Numbers;

/** Easy and hard seeds for both; seeds that tell nothing; a second that is better. */
const cases: readonly Case[] = [
  [[91, 95, 99], [90, 93, 98], 4.3],
  [[10, 20, 30, 40], [9, 18, 29, 38], 3.18],
  [[5, 1, 4], [2, 6, 3], 4.3],
  [[70, 80, 75, 65, 90], [72, 83, 76, 69, 91], 2.78],
];

const around = (middle: number, reach: number): Numbers => [middle - reach, middle + reach];
const pairs = (first: Numbers, second: Numbers) =>
  first.map((value, at) => value - (second[at] ?? Number.NaN));
const both = (first: Numbers, second: Numbers) => Math.hypot(standardError(first), standardError(second));
const right: Rule = (first, second, factor) =>
  around(mean(pairs(first, second)), factor * standardError(pairs(first, second)));

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [(first, second, factor) => around(mean(first) - mean(second), factor * both(first, second)), "This is still the interval of two crowds: it takes in how much seeds differ, which both arms share. Subtract seed by seed first."],
  [(first, second, factor) => around(mean(first) - mean(second), factor * (standardError(first) + standardError(second))), "The standard errors of the two arms were added. Subtract seed by seed first, and take one of the differences."],
  [(first, second, factor) => right(second, first, factor), "The signs are turned round: first less second is asked for."],
  [(first, second) => around(mean(pairs(first, second)), standardError(pairs(first, second))), "That is one standard error to either side. Take `factor` of them."],
  [(first, second, factor) => around(mean(pairs(first, second)), factor * standardError(pairs(first, second)) * Math.sqrt(first.length)), "That is the spread of single differences. The standard error of their mean is smaller, by the root of their number."],
  [(first, second, factor) => [...right(first, second, factor)].reverse(), "The numbers are right; the lower end comes first."],
  [(first, second, factor) => around(mean(pairs(first, second)), factor * standardError(first)), "The standard error is that of the first arm alone. Take that of the differences."],
  [(first, second, factor) => [mean(pairs(first, second)), factor * standardError(pairs(first, second))], "That is the mean and the half width. Return both ends."],
]; // biome-ignore format: pairs

export const pairedRepair: ExerciseContent = {
  title: "Repair: a gain that nobody can see",
  check: functionCheck<Case, Numbers>({
    name: "interval",
    takes: ["first", "second", "factor"],
    cases,
    returns: listOfNumbers,
    right,
    mistakes,
  }),
  because:
    "A seed that is easy for one arm is easy for the other. Seed by seed that falls out, and what is left is the difference one asks for.",
  hints: [
    "Each seed gives two numbers that belong together. Which single number of a pair do you want to know about?",
    "`const differences = first.map((value, seed) => value - second[seed]!)`. Then mean and standard error of these.",
  ],
  solution:
    "```\nconst interval = (first: number[], second: number[], factor: number) => {\n  const differences = first.map((value, seed) => value - second[seed]!);\n  const reach = factor * standardError(differences);\n  return [mean(differences) - reach, mean(differences) + reach];\n};\n```",
};
