import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { listOfNumbers } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Numbers = readonly number[];
type Case = readonly [logits: Numbers, count: number];
type Rule = (...given: Case) => number[];

const cases: readonly Case[] = [
  [[0.5, 9.5, 10.25, -3, 2], 3],
  [[-7, -2, -30, -4], 2],
  [[100, 20, 3], 1],
  [[1, 2, 3, 40, 5, 6, 7], 5],
  [[-1, -0.5, 12, 8, 9], 4],
  [[4, 6], 2],
];
const order = (logits: readonly number[]) => logits.map((_, index) => index);
const right: Rule = (logits, count) =>
  order(logits)
    .sort((a, b) => (logits[b] ?? 0) - (logits[a] ?? 0))
    .slice(0, count);

const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [(logits, count) => [...logits].sort((a, b) => b - a).slice(0, count), "These are the logits themselves. To find the names one needs their places: sort the indices."],
  [(logits, count) => [...logits].sort().slice(0, count), "These are logits, and the smallest ones as text sees them: `sort()` without a function compares letter by letter. Asked are places: sort the indices, by `logits[b] - logits[a]`."],
  [(logits, count) => [...logits].sort((a, b) => a - b).slice(0, count), "These are logits, and the smallest. Asked are the places of the largest: sort the indices, by `logits[b] - logits[a]`."],
  [(logits, count) => order(logits).sort((a, b) => (logits[a] ?? 0) - (logits[b] ?? 0)).slice(0, count), "These are the smallest. Turn the comparison round: `logits[b] - logits[a]`."],
  [(logits, count) => right(logits, count).reverse(), "The right classes, the best one last. The largest comes first."],
  [(logits, count) => order(logits).sort((a, b) => Math.abs(logits[b] ?? 0) - Math.abs(logits[a] ?? 0)).slice(0, count), "This goes by size without sign. A logit of -30 is the worst there is, not the best."],
  [(logits, count) => [...logits].sort().slice(-count).reverse(), "`sort()` without a function compares as text: \"9.5\" comes after \"10.25\". And it gives logits, where places are asked."],
  [(logits, count) => order(logits).sort((a, b) => (String(logits[a]) < String(logits[b]) ? 1 : -1)).slice(0, count), "This compares the numbers as text: \"9.5\" comes after \"10.25\"."],
  [(logits, count) => right(logits, count).map((index) => index + 1), "Each is one too high: classes are numbered from 0."],
  [(logits) => right(logits, logits.length), "All places, in the right order. Only the first `count` are asked."],
]; // biome-ignore format: pairs

export const bestClasses: ExerciseContent = {
  title: "The best classes of a thousand",
  check: functionCheck<Case, Numbers>({
    name: "best",
    takes: ["logits", "count"],
    cases,
    returns: { ...listOfNumbers, asked: "a list of places, such as `[2, 1, 4]`" },
    right,
    mistakes,
    hintAt: (value, wanted) =>
      value.length === wanted.length
        ? undefined
        : `${wanted.length} places are asked, and ${value.length} come out.`,
  }),
  because:
    "Places are sorted by what stands there, the largest first. No softmax is needed for that: it keeps the order.",
  hints: [
    "Make a list of places first, `logits.map((_, index) => index)`, and sort that.",
    "Compare two places by what stands there: `(a, b) => logits[b] - logits[a]`. Then `.slice(0, count)`.",
  ],
  solution:
    "```\nconst best = (logits: number[], count: number) =>\n  logits.map((_, index) => index)\n    .sort((a, b) => logits[b]! - logits[a]!)\n    .slice(0, count);\n```",
};
