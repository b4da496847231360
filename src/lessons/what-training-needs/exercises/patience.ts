import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { listOfNumbers } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Case = readonly [losses: readonly number[], patience: number];
type Rule = (...given: Case) => readonly number[];

/** A loss that falls again too late, one that falls in time, one that only falls, one that is level, one that wavers. */
const cases: readonly Case[] = [
  [[0.9, 0.6, 0.5, 0.55, 0.52, 0.6, 0.3], 3],
  [[0.9, 0.6, 0.7, 0.8, 0.5, 0.9], 3],
  [[5, 4, 3, 2], 1],
  [[1, 1, 1, 1, 1], 2],
  [[0.5, 0.6, 0.55, 0.58, 0.4], 4],
  [[0.8, 0.7, 0.75, 0.72, 0.69, 0.71, 0.68, 0.9, 0.9, 0.9, 0.1], 3],
];

/** The same walk with its rules exchanged. */
const walk =
  (better: (loss: number, best: number, before: number) => boolean, enough: (since: number, patience: number) => boolean): Rule =>
  (losses, patience) => {
    let [best, at, since] = [Number.POSITIVE_INFINITY, 0, 0];
    for (const [index, loss] of losses.entries()) {
      const falls = better(loss, best, losses[index - 1] ?? Number.POSITIVE_INFINITY);
      if (falls) [best, at, since] = [loss, index + 1, 0];
      else since += 1;
      if (enough(since, patience)) return [index + 1, at];
    }
    return [losses.length, at];
  }; // biome-ignore format: short
const lower = (loss: number, best: number) => loss < best;
const right = walk(lower, (since, patience) => since >= patience);

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [walk(lower, (since, patience) => since > patience), "This waits one epoch too long: with patience 3 the third epoch without a new least loss is the last."],
  [walk(lower, (since, patience) => since >= patience - 1 && since > 0), "This stops one epoch too soon: with patience 3 the third epoch without a new least loss is the last."],
  [walk((loss, best) => loss <= best, (since, patience) => since >= patience), "A loss that only equals the least one is no better: it has to be below."],
  [walk((loss, _, before) => loss < before, (since, patience) => since >= patience), "Each loss is compared with the one before. Compare with the least so far: a loss that wavers is no better."],
  [(...given) => right(...given).map((epoch) => epoch - 1), "Epochs are counted from 1."],
  [(...given) => [...right(...given)].reverse(), "The two are right and in the other order: first after which epoch it ends, then the best epoch."],
  [(losses) => [losses.length, losses.indexOf(Math.min(...losses)) + 1], "This looks at all losses. Training ends when patience does, and never sees what would have come."],
  [(...given) => [right(...given)[0] ?? 0, right(...given)[0] ?? 0], "The end is right. The network goes back to its best epoch, which lies before."],
]; // biome-ignore format: pairs

export const patienceByHand: ExerciseContent = {
  title: "When patience ends",
  check: functionCheck<Case, readonly number[]>({
    name: "stopsAt",
    takes: ["losses", "patience"],
    cases,
    returns: listOfNumbers,
    right,
    mistakes,
  }),
  because:
    "The count starts anew with each loss below the least so far, and the network goes back to that epoch. With too little patience a loss that would have fallen again is never seen.",
  hints: [
    "Walk through the losses with three things in hand: the least loss so far, its epoch, and for how many epochs none was less.",
    "A loss below the least: note it, its epoch, and set the count to 0. Otherwise add 1 to the count, and end when it reaches `patience`.",
  ],
  solution:
    "```\nfunction stopsAt(losses: number[], patience: number) {\n  let [best, bestEpoch, since] = [Infinity, 0, 0];\n  for (let epoch = 1; epoch <= losses.length; epoch++) {\n    since += 1;\n    if (losses[epoch - 1]! < best) [best, bestEpoch, since] = [losses[epoch - 1]!, epoch, 0];\n    if (since === patience) return [epoch, bestEpoch];\n  }\n  return [losses.length, bestEpoch];\n}\n```",
};
