import assert from "node:assert/strict";
import { test } from "node:test";
import { exercise } from "../../../src/lessons/exercise/exercise.js";
import { withKernel } from "../../notebook/fakeKernel.js";
import { functionForms, listForms, numberForms } from "../exercise/forms.js";
import {
  type Accepted,
  checked,
  noFunctions,
  noLists,
  noNumbers,
  type Rejected,
  type Solutions,
  tryLesson,
} from "../exercise/tryLesson.js";

type Softmax = (logits: number[]) => unknown;
type Upright = (pixels: number[]) => unknown;
type Rows = (weights: number[][], order: number[]) => unknown;

const softmax = (logits: number[]) => {
  const powers = logits.map((logit) => Math.exp(logit - Math.max(...logits)));
  return powers.map((power) => power / powers.reduce((sum, each) => sum + each, 0));
};
const withoutLargest = (logits: number[]) => {
  const powers = logits.map((logit) => Math.exp(logit));
  return powers.map((power) => power / powers.reduce((sum, each) => sum + each, 0));
};

const columnsOf = (pixels: readonly number[]) =>
  [0, 1, 2].map((at) => (pixels[at] ?? 0) + (pixels[at + 3] ?? 0) + (pixels[at + 6] ?? 0));
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const relu = (sum: number) => Math.max(0, sum);
/** The network of the exercise, with something done to its hidden sums and its last one. */
const uprightBy =
  (hidden: (sum: number) => number, last = (sum: number) => sum): Upright =>
  (pixels) =>
    last(total(columnsOf(pixels).map((sum) => hidden(sum - 2))) - 0.5);

/** What the notebook's cells have defined. */
const columnWeights = [0, 1, 2].map((column) =>
  Array.from({ length: 9 }, (_, at) => Number(at % 3 === column)),
);
const weightedSum = (weights: readonly number[], inputs: readonly number[], bias: number) =>
  inputs.reduce((sum, input, at) => sum + input * (weights[at] ?? Number.NaN), bias);
const sixLines = [0, 1, 2].flatMap((at): [pixels: number[], upright: boolean][] => [
  [columnWeights[at] as number[], true],
  [Array.from({ length: 9 }, (_, pixel) => Number(Math.floor(pixel / 3) === at)), false],
]);

const accepted: Accepted = {
  "images-and-dense-layers.1": [
    ...listForms([8, -2], ["first", "second"]),
    [8, -2],
    [[8, -2]],
    Float32Array.of(8, -2),
  ],
  "images-and-dense-layers.2": [
    ...functionForms(softmax),
    softmax,
    (logits: number[]) => Float32Array.from(softmax(logits)),
  ],
  "images-and-dense-layers.3": [...numberForms(101770), 101770, "101,770", 101770n, 785 * 128 + 129 * 10],
  "images-and-dense-layers.4": [
    ...functionForms((weights: number[][], order: number[]) => order.map((place) => weights[place] ?? [])),
    ((weights, order) => order.map((place) => weights[place])) satisfies Rows,
    ((weights, order) => weights.map((_, index) => [...(weights[order[index] ?? 0] ?? [])])) satisfies Rows,
  ],
  "images-and-dense-layers.5": [
    ...functionForms(uprightBy(relu)),
    uprightBy(relu),
    uprightBy((sum) => Math.max(sum, 0)),
    uprightBy(
      (sum) => Math.max(sum, 0),
      (sum) => 100 * sum,
    ),
    ((pixels) => total(columnsOf(pixels).map((sum) => relu(sum - 2))) > 0.5) satisfies Upright,
    ((pixels) => Math.max(...columnsOf(pixels)) === 3) satisfies Upright,
  ],
};

const rejected: Rejected = {
  "images-and-dense-layers.1": [
    [[7, 0], /adds its bias/],
    [[8, 0], /cuts nothing off/],
    [[-2, 8], /order is not/],
    [[9, -4], /came in twice/],
    [[8, 4], /third weight of the second row/],
    [[8, 2], /second bias is negative/],
    [[5, 1], /exchanged/],
    [[6], /One number is too few/],
    [[2, 8, 1], /each column/],
    [[1, 2, 3], /two outputs, not 3/],
    [[3, 3], /three products/],
    ["soon", /list of numbers/],
    ...noLists,
  ],
  "images-and-dense-layers.2": [
    [withoutLargest, /Right for small logits/],
    [((logits) => logits.map(Math.exp)) satisfies Softmax, /exponentials\. Divide/],
    [
      ((logits) =>
        logits.map((logit) => logit / logits.reduce((sum, each) => sum + each, 0))) satisfies Softmax,
      /without exponentials/,
    ],
    [((logits) => logits.map((logit) => 1 / (1 + Math.exp(-logit)))) satisfies Softmax, /sigmoid/],
    [((logits) => softmax(logits).map(Math.log)) satisfies Softmax, /log-softmax/],
    [((logits) => softmax(logits.map((logit) => -logit))) satisfies Softmax, /turned round/],
    [
      ((logits) => logits.map((logit) => (logit === Math.max(...logits) ? 1 : 0))) satisfies Softmax,
      /Winner takes all/,
    ],
    [
      ((logits) => {
        const result = softmax(logits);
        logits.fill(0);
        return result;
      }) satisfies Softmax,
      /itself was changed/,
    ],
    [((logits) => softmax(logits).slice(1)) satisfies Softmax, /3 logits go in and 2/],
    [((logits) => softmax(logits).map((share) => Number(share.toFixed(3)))) satisfies Softmax, /rounded/],
    [
      ((logits) => withoutLargest(logits.map((logit) => logit / Math.max(...logits)))) satisfies Softmax,
      /divided by the largest/,
    ],
    [((logits) => softmax([...logits].sort((a, b) => a - b))) satisfies Softmax, /scaled, rounded or sorted/],
    [() => 1, /a list of numbers/],
    [() => undefined, /return/],
    [() => [0.2, 0.3, 0.5], /returns \[0.2, 0.3, 0.5\]/],
    [((logits) => logits.map((_, index) => index)) satisfies Softmax, /adds up to 3/],
    [[0.7, 0.2, 0.1], /Pass the function itself/],
    ...noFunctions,
  ],
  "images-and-dense-layers.3": [
    [101632, /bias as well/],
    [100480, /hidden layer\. The ten/],
    [203264, /every weight a bias/],
    [1003520, /multiplied together/],
    [7850, /without a hidden layer/],
    [102554, /pixel has no bias/],
    [5, /Layer by layer/],
    ["many", /one number/],
    ...noNumbers,
  ],
  "images-and-dense-layers.4": [
    [
      ((weights, order) => weights.map((_, place) => weights[order.indexOf(place)])) satisfies Rows,
      /other way/,
    ],
    [
      ((weights, order) => weights.map((row) => order.slice(0, 3).map((place) => row[place]))) satisfies Rows,
      /columns were moved/,
    ],
    [
      ((weights, order) => weights.map((row) => order.map((place) => row[place]))) satisfies Rows,
      /whole rows/,
    ],
    [((weights) => weights) satisfies Rows, /Nothing has moved/],
    [((weights) => [...weights].reverse()) satisfies Rows, /reversed/],
    [((weights) => weights.slice(1)) satisfies Rows, /3 come out/],
    [
      ((weights, order) => {
        const rows = order.map((place) => weights[place] ?? []);
        weights.splice(0, weights.length, ...rows);
        return weights;
      }) satisfies Rows,
      /itself was changed/,
    ],
    [((weights) => weights.map((row) => row.map((weight) => weight + 1))) satisfies Rows, /old row 2/],
    [() => 3, /rows of weights/],
    [() => undefined, /return/],
    [[[1]], /Pass the function itself/],
    ...noFunctions,
  ],
  "images-and-dense-layers.5": [
    [uprightBy((sum) => sum), /Nothing has changed/],
    [uprightBy((sum) => sum, relu), /behind the last sum/],
    [uprightBy((sum) => Math.min(0, sum)), /other way round/],
    [uprightBy(Math.abs), /count as ink/],
    [uprightBy((sum) => sum + 2), /takes no part/],
    [((pixels) => total(columnsOf(pixels).map(relu)) - 6.5) satisfies Upright, /Nothing has changed/],
    [((pixels) => total(columnsOf(pixels).map((sum) => relu(sum) - 2)) - 0.5) satisfies Upright, /Nothing/],
    [uprightBy((sum) => relu(sum + 2)), /takes no part/],
    [() => 0.5, /yes to everything/],
    [() => true, /For pixels \[1, 1, 1, 0/],
    [uprightBy((sum) => relu(sum + 1.5)), /not above zero is right here/],
    [
      ((pixels) => -(uprightBy(relu)(pixels) as number)) satisfies Upright,
      /above zero is right here: this line/,
    ],
    [() => Number.NaN, /NaN/],
    [() => undefined, /return/],
    [() => "yes", /above zero for yes/],
    [0.5, /Pass the mended function/],
    ...noFunctions,
  ],
};

const solutions: Solutions = {
  "images-and-dense-layers.1": { source: "[1 * 2 - 1 * 1 + 2 * 3 + 1, 0 * 2 + 3 * 1 - 1 * 3 - 2]" },
  "images-and-dense-layers.2": {},
  "images-and-dense-layers.3": { source: "(784 + 1) * 128 + (128 + 1) * 10" },
  "images-and-dense-layers.4": {
    source: "const mended = (weights, order) => weights.map((_, row) => weights[order[row]])",
  },
  "images-and-dense-layers.5": {
    scope: { columns: columnWeights, weightedSum },
    oracle: (mended: (pixels: number[]) => number) =>
      sixLines.every(([pixels, yes]) => mended(pixels) > 0 === yes),
  },
};

tryLesson("images-and-dense-layers", accepted, rejected, solutions);

for (const id of Object.keys(accepted)) {
  test(`exercise("${id}") does not give the answer away in its title, first hint or rejections`, async () => {
    const told = /101,?770|\[8, -2\]|weights\[order|columns\.map\(\(weights\) => Math\.max/;
    withKernel(({ sent }) => {
      const one = exercise(id);
      one.hint();
      assert.doesNotMatch(`${one.title} ${String(sent[0]?.data["text/plain"])}`, told);
    });
    for (const [answer] of rejected[id] ?? []) assert.doesNotMatch((await checked(id, answer)).message, told);
  });
}
