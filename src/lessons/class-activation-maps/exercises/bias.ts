import type { Matrix } from "../../../arithmetic/matrix.js";
import { globalAverage } from "../../../arithmetic/pool.js";
import { pairNames } from "../../exercise/answers/named.js";
import { tablesIn } from "../../exercise/checks/tables.js";
import type { ExerciseContent } from "../../exercise/content.js";
import { pocketGapNetwork } from "../../pocket/pocketGap.js";

const task = {
  names: pairNames,
  called: ["first map", "second map"],
  side: 2,
  ask: "Pass two maps, rows of numbers: `{ first: [[…, …], […, …]], second: [[…, …], […, …]] }`.",
};

export const biasDecides: ExerciseContent = {
  title: "A decision without evidence",
  check(answer) {
    const read = tablesIn(answer, task);
    if ("message" in read) return read;
    const [a, b] = read.tables as [Matrix, Matrix];
    const negative = [a, b].findIndex((map) => map.flat().some((value) => value < 0));
    if (negative >= 0) {
      return {
        message: `The ${["first", "second"][negative]} map has a negative number. These maps come out of ReLU, so nothing is below zero.`,
      };
    }
    if ([...a, ...b].flat().every((value) => value === 0)) {
      return { message: "Maps of nothing but zeros do it, but that is too easy: something must be found in the image." };
    } // biome-ignore format: a sentence
    const { weights, biases } = pocketGapNetwork;
    const averages = [globalAverage(a), globalAverage(b)];
    const [one = 0, seven = 0] = weights.map(
      ([w1 = 0, w2 = 0], k) => w1 * (averages[0] ?? 0) + w2 * (averages[1] ?? 0) + (biases[k] ?? 0),
    );
    const [w1 = 0, w2 = 0] = weights[0] ?? [];
    const positive = a.flat().filter((value, at) => w1 * value + w2 * (b.flat()[at] ?? 0) > 1e-9).length;
    if (!(one > seven)) {
      return {
        message: `The logits are ${Number(one.toFixed(3))} for "one" and ${Number(seven.toFixed(3))} for "seven", so the network does not say "one". What raises "seven" should be smaller.`,
      };
    }
    if (positive > 0) {
      return {
        message: `The network says "one", but at ${positive} of the four places its map is above zero: there is evidence. Nowhere may twice the second map exceed the first.`,
      };
    }
    return true;
  },
  because:
    "The logit is the mean of the map plus the bias. Here every place is silent or speaks against it, and the bias alone carries the decision. Such a map has no box. And a picture of it, stretched from its least to its most, would show a bright spot all the same, if the map is not the same everywhere.",
  hints: [
    'The map of "one" is -1 times the first map plus 2 times the second, place by place. Its bias is 1, that of "seven" is 0.',
    "Leave the second map empty and put a very small number into the first.",
  ],
  solution:
    'A little of the first map, nothing of the second: logits 0.95 and 0.1, and a map of "one" that is nowhere above zero.\n```\n{ first: [[0.2, 0], [0, 0]], second: [[0, 0], [0, 0]] }\n```',
};
