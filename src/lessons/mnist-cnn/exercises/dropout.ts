import { allNear, numbersIn } from "../../exercise/answers.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Case = readonly [values: readonly number[], mask: readonly (0 | 1)[], rate: number];

const cases: readonly Case[] = [
  [[2, -4, 6, 8], [1, 0, 1, 1], 0.25],
  [[1, 2, 3, 4, 5, 6], [0, 1, 0, 1, 1, 0], 0.5],
  [[10, 20], [1, 0], 0.8],
  [[3, 5], [1, 1], 0],
];

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: (value: number, kept: number, rate: number) => number, message: string])[] = [
  [(value, kept) => value * kept, "The mask is applied, but what is kept must grow: without dividing by `1 - rate` the sum that the next layer sees shrinks in training and not in prediction."],
  [(value, kept, rate) => (value * kept) / rate, "This divides by `rate`, the share that is dropped. Divide by the share that is kept, `1 - rate`."],
  [(value, kept, rate) => (value * (1 - kept)) / (1 - rate), "The mask works the wrong way round: 1 keeps a value, 0 drops it."],
  [(value, kept) => value * (1 - kept), "The mask works the wrong way round (1 keeps, 0 drops), and what is kept is to be divided by `1 - rate`."],
  [(value, kept, rate) => value * kept * (1 - rate), "This multiplies by `1 - rate`, which makes the sum smaller still. Inverted dropout divides, so that nothing is left to do in prediction."],
  [(value, _, rate) => value / (1 - rate), "Everything is rescaled and nothing dropped: use the mask."],
  [(value) => value, "Nothing is dropped: use the mask, then rescale what is kept."],
  [(value, kept, rate) => (value * kept) / (1 + rate), "This divides by `1 + rate`. The share that is kept is `1 - rate`."],
]; // biome-ignore format: pairs

export const dropoutByHand: ExerciseContent = {
  title: "Dropout by hand",
  check(answer) {
    if (typeof answer !== "function") {
      return { message: "Pass the function itself: `check(dropout)`, without brackets behind its name." };
    }
    const given = cases.map(([values, mask, rate]) => {
      const own = [...values];
      const result: unknown = answer(own, [...mask], rate);
      return { result: numbersIn(result), raw: result, changed: !allNear(own, values) };
    });
    const broken = given.findIndex(({ result }, index) => result?.length !== cases[index]?.[0].length);
    if (broken >= 0) return { message: lengthMessage(given[broken]?.raw, cases[broken] as Case) };
    const matches = (rule: (value: number, kept: number, rate: number) => number) =>
      cases.every(([values, mask, rate], index) => {
        // With rate 0 some rules have no finite result; the other cases tell them apart.
        const wanted = values.map((value, at) => rule(value, mask[at] ?? 0, rate));
        return !wanted.every(Number.isFinite) || allNear(given[index]?.result ?? [], wanted);
      });
    if (matches((value, kept, rate) => (value * kept) / (1 - rate))) {
      return given.some(({ changed }) => changed)
        ? {
            message:
              "The result is right, but `values` itself was changed. Make a new array, with `values.map(…)`.",
          }
        : true;
    }
    const found = mistakes.find(([rule]) => matches(rule));
    if (found !== undefined) return { message: found[1] };
    const [values, mask, rate] = cases[0] as Case;
    const wanted = values.map((value, at) => (value * (mask[at] ?? 0)) / (1 - rate) + 0);
    return {
      message: `For values ${list(values)}, mask ${list(mask)} and rate ${rate} it returns ${list(given[0]?.result ?? [])}; expected is ${list(wanted)}.`,
    };
  },
  because:
    "Each value is kept with probability 1 - rate and then divided by it, so its mean over many masks is the value itself, and prediction needs no correction.",
  hints: [
    "First set to zero what the mask drops. Then ask: if a quarter of the values is gone, by which factor must the others grow for the sum to stay the same on average?",
    "A kept value becomes `value / (1 - rate)`, a dropped one 0. `values.map((value, index) => …)` gives the index for the mask.",
  ],
  solution:
    "```\nfunction dropout(values: number[], mask: number[], rate: number) {\n  return values.map((value, index) =>\n    mask[index] === 1 ? value / (1 - rate) : 0);\n}\n```",
};

function lengthMessage(result: unknown, [values]: Case): string {
  if (result === undefined) return "The function returns nothing. Is a `return` missing?";
  const numbers = numbersIn(result);
  if (numbers === undefined) return "The function must return an array of numbers, as long as `values`.";
  if (numbers.length < values.length) {
    return `${values.length} values go in and ${numbers.length} come out. A dropped value stays in its place, as 0: the next layer has a weight waiting for it.`;
  }
  return `${values.length} values go in and ${numbers.length} come out. Return one for each.`;
}

function list(values: readonly number[]): string {
  return `[${values.map((value) => Number(value.toPrecision(4))).join(", ")}]`;
}
