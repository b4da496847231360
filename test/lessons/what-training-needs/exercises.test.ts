import { mean, standardError } from "../../../src/arithmetic/statistics/statistics.js";
import { functionForms, numberForms } from "../exercise/forms.js";
import {
  type Accepted,
  noFunctions,
  noNumbers,
  type Rejected,
  type Solutions,
  tryLesson,
} from "../exercise/tryLesson.js";

type List = readonly number[];
type Drop = (values: number[], mask: number[], rate: number) => unknown;
const drop = (values: number[], mask: number[], rate: number) =>
  values.map((value, index) => (value * (mask[index] ?? 0)) / (1 - rate));

type Normalise = (values: List, scale: number, shift: number, epsilon: number) => number[];
const average = (values: List) => values.reduce((sum, value) => sum + value, 0) / values.length;
const squared = (values: List) => average(values.map((value) => (value - average(values)) ** 2));
const normalise: Normalise = (values, scale, shift, epsilon) =>
  values.map((value) => (scale * (value - average(values))) / Math.sqrt(squared(values) + epsilon) + shift);

type Stop = (losses: List, patience: number) => number[];
const stops =
  (wait: number, better = (loss: number, best: number) => loss < best): Stop =>
  (losses, patience) => {
    let [best, at, since] = [Number.POSITIVE_INFINITY, 0, 0];
    for (const [index, loss] of losses.entries()) {
      since += 1;
      if (better(loss, best)) [best, at, since] = [loss, index + 1, 0];
      if (since >= patience + wait) return [index + 1, at];
    }
    return [losses.length, at];
  };

type Interval = (first: List, second: List, factor: number) => number[];
const around = (middle: number, reach: number) => [middle - reach, middle + reach];
const pairs = (first: List, second: List) => first.map((value, at) => value - (second[at] ?? 0));
const interval: Interval = (first, second, factor) =>
  around(mean(pairs(first, second)), factor * standardError(pairs(first, second)));

const stuck = (25 / 26) * Math.log(1e7);

const accepted: Accepted = {
  "what-training-needs.1": [...numberForms(stuck), "15.5", -Math.log(1e-7) * (25 / 26)],
  "what-training-needs.2": functionForms(normalise),
  "what-training-needs.3": [...functionForms(drop), drop],
  "what-training-needs.4": functionForms(stops(0)),
  "what-training-needs.5": functionForms(interval),
};

const rejected: Rejected = {
  "what-training-needs.1": [
    [0.9 * Math.log(1e7), /26 letters/],
    [Math.log(1e7), /mean over all/],
    [Math.log(1e7) / 26, /other 25/],
    [Math.log(26), /same probability/],
    [(25 / 26) * 7, /base 10/],
    [-stuck, /minus that/],
    [25 * Math.log(1e7), /sum over 26/],
    [1e-7, /stands in/],
    [3, /Two kinds of letters/],
    ...noNumbers,
  ],
  "what-training-needs.2": [
    [((values, scale, _, epsilon) => normalise(values, scale, 0, epsilon)) satisfies Normalise, /`shift` is missing/],
    [((values, _, shift, epsilon) => normalise(values, 1, shift, epsilon)) satisfies Normalise, /`scale` is missing/],
    [((values, _scale, _shift, epsilon) => normalise(values, 1, 0, epsilon)) satisfies Normalise, /comes last/],
    [((values, scale, shift) => normalise(values, scale, shift, 0)) satisfies Normalise, /`epsilon` is missing/],
    [((values, scale, shift, epsilon) => normalise(values, scale, scale * shift, epsilon)) satisfies Normalise, /shift was scaled/],
    [((values, scale, shift) => values.map((value) => scale * (value - average(values)) + shift)) satisfies Normalise, /divided by the spread/],
    [((values, scale, shift, epsilon) => values.map((value) => (scale * value) / Math.sqrt(squared(values) + epsilon) + shift)) satisfies Normalise, /mean was not taken off/],
    [((values, scale, shift, epsilon) => values.map((value) => (scale * (value - average(values))) / (squared(values) + epsilon) + shift)) satisfies Normalise, /Divide by its root/],
    [((values, scale, shift, epsilon) => values.map((value) => (scale * (value - average(values))) / (Math.sqrt(squared(values)) + epsilon) + shift)) satisfies Normalise, /under the root/],
    [((values, scale, shift, epsilon) => normalise(values, shift, scale, epsilon)) satisfies Normalise, /changed places/],
    [((values, scale, shift, epsilon) => values.map((value) => (scale * (value - average(values))) / (average(values.map((each) => Math.abs(each - average(values)))) + epsilon) + shift)) satisfies Normalise, /Square the distances/],
    [((values) => values.map(() => 1)) satisfies (values: List) => number[], /For values \[2, 4, 6, 8\]/],
    ...noFunctions,
  ],
  "what-training-needs.3": [
    [((values, mask) => values.map((value, i) => value * (mask[i] ?? 0))) satisfies Drop, /without dividing by `1 - rate`/],
    [((values, mask, rate) => values.map((value, i) => (value * (mask[i] ?? 0)) / rate)) satisfies Drop, /divides by `rate`/],
    [((values, mask, rate) => values.map((value, i) => (value * (1 - (mask[i] ?? 0))) / (1 - rate))) satisfies Drop, /wrong way round: 1 keeps/],
    [((values, mask, rate) => values.map((value, i) => value * (mask[i] ?? 0) * (1 - rate))) satisfies Drop, /multiplies by `1 - rate`/],
    [((values, mask, rate) => values.filter((_, i) => mask[i] === 1).map((value) => value / (1 - rate))) satisfies Drop, /stays in its place, as 0/],
    [((values) => values) satisfies Drop, /Nothing is dropped/],
    [(values: number[]) => values.map(() => 1), /For values \[2, -4, 6, 8\].* expected is \[2.667, 0, 8, 10.67\]/],
    [
      (values: number[], mask: number[], rate: number) => {
        for (const [i, value] of drop(values, mask, rate).entries()) values[i] = value;
        return values;
      },
      /itself was changed/,
    ],
    ...noFunctions,
  ],
  "what-training-needs.4": [
    [stops(1), /one epoch too long/],
    [stops(0, (loss, best) => loss <= best), /equals the least/],
    [((losses, patience) => stops(0)(losses, patience).map((epoch) => epoch - 1)) satisfies Stop, /counted from 1/],
    [((losses, patience) => stops(0)(losses, patience).reverse()) satisfies Stop, /other order/],
    [((losses) => [losses.length, losses.indexOf(Math.min(...losses)) + 1]) satisfies Stop, /looks at all losses/],
    [((losses, patience) => [stops(0)(losses, patience)[0] ?? 0, stops(0)(losses, patience)[0] ?? 0]) satisfies Stop, /goes back to its best/],
    [((losses, patience) => stops(0)(losses, patience).slice(0, 1)) satisfies Stop, /1 number, and 2 numbers are expected/],
    [(() => [1, 1]) satisfies Stop, /For losses \[0.9, 0.6/],
    ...noFunctions,
  ],
  "what-training-needs.5": [
    [((first, second, factor) => around(mean([...first]) - mean([...second]), factor * Math.hypot(standardError([...first]), standardError([...second])))) satisfies Interval, /two crowds/],
    [((first, second, factor) => interval(second, first, factor)) satisfies Interval, /first less second/],
    [((first, second) => interval(first, second, 1)) satisfies Interval, /one standard error/],
    [((first, second, factor) => interval(first, second, factor).reverse()) satisfies Interval, /lower end comes first/],
    [((first, second, factor) => interval(first, second, factor * Math.sqrt(first.length))) satisfies Interval, /spread of single differences/],
    [((first, second, factor) => around(mean(pairs(first, second)), factor * standardError([...first]))) satisfies Interval, /first arm alone/],
    [((first, second) => [mean(pairs(first, second))]) satisfies Interval, /1 number, and 2/],
    [(() => [0, 1]) satisfies Interval, /For first \[91, 95, 99\]/],
    ...noFunctions,
  ],
}; // biome-ignore format: pairs

const solutions: Solutions = {
  "what-training-needs.1": { source: "-Math.log(1e-7) * 25 / 26" },
  "what-training-needs.2": {
    equivalent: { "4:48 value - middle -> ((middle) - (value))": "the distance is squared" },
  },
  "what-training-needs.3": {},
  "what-training-needs.4": {
    equivalent: Object.fromEntries(
      ["2:45 0 -> (-1)", "2:45 0 -> 1", "2:48 0 -> (-1)", "2:48 0 -> 1"].map((what) => [
        what,
        "the first loss is always the least so far, and sets both anew",
      ]),
    ),
  },
  "what-training-needs.5": { scope: { mean, standardError } },
};

tryLesson("what-training-needs", accepted, rejected, solutions);
