import { type Head, headCnn } from "../../../src/lessons/gap-vs-flatten/heads.js";
import { functionForms, matrixForms, numberForms } from "../exercise/forms.js";
import {
  type Accepted,
  noFunctions,
  noNumbers,
  noPairs,
  type Rejected,
  type Solutions,
  tryLesson,
} from "../exercise/tryLesson.js";

type Score = (kept: readonly number[], test: readonly number[]) => unknown;
/** By going through the rates one by one, apart from the library. */
const chosenScore: Score = (kept, test) => {
  let best = 0;
  for (let rate = 1; rate < kept.length; rate++)
    if ((kept[rate] as number) > (kept[best] as number)) best = rate;
  return test[best];
};

const filters = [2, 2, 2, 2, 3] as const;
const network = (head: Head, inputSize: number | "any", seed = 1) =>
  headCnn({ head, inputSize, filters, seed });
const fixed = network("gap", 28);
/** A network of that form with the weights of the fixed one. */
const carried = (head: Head, inputSize: number | "any") => {
  const model = network(head, inputSize, 5);
  model.setWeights(fixed.getWeights());
  return model;
};

const dot = (row: number, column: number, value = 1) => {
  const map = Array.from({ length: 3 }, () => [0, 0, 0]);
  (map[row] as number[])[column] = value;
  return map;
};
const weights = [
  [2, 0, 0],
  [0, 0, 0],
  [0, 0, -1],
];
const tensorOf = (values: number[]) => ({
  dtype: "float32",
  shape: [values.length],
  size: values.length,
  dataSync: () => values,
});

const table = (rows: number[][]) => ({ ...tensorOf(rows.flat()), shape: [3, 3] });

/** Both networks in the forms that one passes them in. */
const any = carried("gap", "any");
const pairs = [
  [fixed, any],
  { fixedSize: fixed, mended: any },
  { fixed, any },
  { broken: fixed, repaired: any },
  { old: fixed, new: any },
  { before: fixed, after: any },
  { first: fixed, second: any },
  { Broken: fixed, Mended: any },
  { mended: any, broken: fixed },
];

const accepted: Accepted = {
  "gap-vs-flatten.1": [...numberForms(4.5), 4.5, "4.5", tensorOf([4.5]), [4.5]],
  "gap-vs-flatten.2": [...numberForms(20160), 20160, "20,160", 20160n],
  "gap-vs-flatten.3": [
    ...matrixForms(weights).map((table) => ({ first: dot(0, 0), second: dot(2, 2), weights: table })),
    { first: dot(0, 0), second: dot(2, 2), weights },
    { first: dot(2, 2), second: dot(0, 0), weights: table(weights) },
  ],
  "gap-vs-flatten.4": [
    ...functionForms(chosenScore),
    chosenScore,
    ((kept, test) => test[kept.indexOf(Math.max(...kept))]) satisfies Score,
  ],
  "gap-vs-flatten.5": [...numberForms(-2 / 9), -2 / 9, -0.22, "-0.22", -0.2222],
  "gap-vs-flatten.6": [...pairs, { broken: fixed, mended: carried("gap", "any") }],
};

const rejected: Rejected = {
  "gap-vs-flatten.1": [
    [4, /bias is still/],
    [5, /multiplied by its weight/],
    [5.5, /multiplied by its weight/],
    [2.5, /no mean of its own/],
    [7.5, /largest values/],
    [16.5, /sums of the maps/],
    [8.5, /second weight is -1/],
    [1.5, /changed places/],
    [3.5, /not taken away/],
    [100, /First the mean/],
    ["soon", /one number/],
    ...noNumbers,
  ],
  "gap-vs-flatten.2": [
    [20490, /behind Flatten/],
    [330, /How many more/],
    [20480, /as well/],
    [20150, /cancel/],
    [320, /weights behind GAP/],
    [-20160, /other way round/],
    [2016, /one class/],
    [63, /all maps/],
    [630, /one map/],
    [64, /not the ratio/],
    [0, /no parameters/],
    [7, /How many numbers come out/],
    ["many", /one number/],
    ...noNumbers,
  ],
  "gap-vs-flatten.3": [
    [{ first: dot(0, 0), second: dot(0, 0), weights }, /are the same/],
    [{ first: dot(0, 0), second: dot(2, 2, 2), weights }, /GAP can tell them apart: the means are 0.1111 and 0.2222/],
    [{ first: dot(0, 0, 2), second: [[1, 0, 0], [0, 0, 0], [0, 0, 1]], weights }, /Global max can tell/],
    [{ first: dot(0, 0), second: dot(1, 1), weights }, /Flatten says 2 and 0/],
    [{ first: [[1, 0], [0, 0]], second: [[0, 1], [0, 0]], weights }, /first map is 2x2/],
    [{ first: dot(0, 0, Number.NaN), second: dot(1, 1), weights }, /no finite number/],
    [{ first: dot(0, 0), second: dot(2, 2) }, /Pass two maps/],
    [7, /Pass two maps/],
    ...noPairs,
  ],
  "gap-vs-flatten.4": [
    [((_, test) => Math.max(...test)) satisfies Score, /chooses by the test digits/],
    [((kept) => Math.max(...kept)) satisfies Score, /have done the choosing/],
    [((kept) => kept.indexOf(Math.max(...kept))) satisfies Score, /place of the rate/],
    [((_, test) => test[0]) satisfies Score, /first rate for every head/],
    [((_, test) => test[test.length - 1]) satisfies Score, /last rate for every head/],
    [((_, test) => test.reduce((sum, value) => sum + value, 0) / test.length) satisfies Score, /nobody would use/],
    [((kept, test) => test[kept.indexOf(Math.min(...kept))]) satisfies Score, /smallest score/],
    [((_, test) => Math.min(...test)) satisfies Score, /expected is 92/],
    [() => undefined, /return/],
    [() => "x", /one number/],
    [3, /function itself/],
    ...noFunctions,
  ],
  "gap-vs-flatten.5": [
    [6, /behind global max/],
    [0.67, /blank paper, which has a logit/],
    [2, /how many fields/],
    [1.33, /nine/],
    [-2, /divide by nine/],
    [-0.3, /eight are blank/],
    [-0.2, /two decimals/],
    [5 / 9, /counts one blank field/],
    [2.5, /half/],
    [-1, /blank paper alone/],
    [1.56, /count against/],
    [50, /fields of the old size/],
    ["x", /one number/],
    ...noNumbers,
  ],
  "gap-vs-flatten.6": [
    [{ broken: fixed, mended: fixed }, /still asks for 28x28/],
    [{ broken: fixed, mended: carried("gap", 28) }, /still asks for 28x28/],
    [{ broken: fixed, mended: carried("gap", 56) }, /asks for 56x56/],
    [{ broken: fixed, mended: network("gap", "any", 7) }, /Carry the weights over/],
    [{ broken: fixed, mended: carried("globalMax", "any") }, /same head/],
    [{ broken: fixed }, /Pass both networks/],
    [fixed, /Pass both networks/],
    [28, /Pass both networks.*This is 28/],
    [{ broken: any, mended: any }, /takes any size already/],
    [[any, fixed], /takes any size already/],
    [{ broken: { predict: () => 1, inputs: [] }, mended: any }, /Pass both networks/],
  ],
}; // biome-ignore format: pairs

const solutions: Solutions = {
  "gap-vs-flatten.1": { source: "2 * ((4 + 0 + 2 + 6) / 4) - 1 * ((1 + 1 + 5 + 1) / 4) + 0.5" },
  "gap-vs-flatten.2": { source: "(8 * 8 * 32 + 1) * 10 - (32 + 1) * 10" },
  "gap-vs-flatten.3": {
    oracle: ({ first, second, weights: own }: Record<"first" | "second" | "weights", number[][]>) => {
      const [a, b, w] = [first.flat(), second.flat(), own.flat()];
      const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
      const says = (map: number[]) => sum(map.map((value, at) => value * (w[at] ?? 0)));
      return sum(a) === sum(b) && Math.max(...a) === Math.max(...b) && says(a) * says(b) < 0;
    },
  },
  "gap-vs-flatten.4": {},
  "gap-vs-flatten.5": { source: "(6 + 8 * -1) / (3 * 3)" },
  "gap-vs-flatten.6": {
    source: "fixed.getWeights().map((each) => each.mul(1).add(0))",
    scope: { fixed },
    answer: (own) => {
      const mended = network("gap", "any", 5);
      mended.setWeights(own as ReturnType<typeof fixed.getWeights>);
      return { broken: fixed, mended };
    },
    equivalent: {
      "1:1 fixed.getWeights().map((each) => each.mul(1).add(0)) -> fixed.getWeights()":
        "the weights as they are",
    },
  },
};

tryLesson("gap-vs-flatten", accepted, rejected, solutions);
