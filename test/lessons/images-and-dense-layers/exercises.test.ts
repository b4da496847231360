import assert from "node:assert/strict";
import { test } from "node:test";
import { type Digits, pick } from "../../../src/images/digits/digits.js";
import { exercise } from "../../../src/lessons/exercise/exercise.js";
import { withKernel } from "../../notebook/fakeKernel.js";
import { type Accepted, check, type Rejected, tryLesson } from "../exercise/tryLesson.js";

type Softmax = (logits: number[]) => unknown;
type Rows = (weights: number[][], order: number[]) => unknown;
type Shuffle = (digits: Digits, order: Uint32Array) => unknown;

const softmax = (logits: number[]) => {
  const powers = logits.map((logit) => Math.exp(logit - Math.max(...logits)));
  return powers.map((power) => power / powers.reduce((sum, each) => sum + each, 0));
};
const withoutLargest = (logits: number[]) => {
  const powers = logits.map((logit) => Math.exp(logit));
  return powers.map((power) => power / powers.reduce((sum, each) => sum + each, 0));
};
const tensorOf = (values: number[]) => ({
  dtype: "float32",
  shape: [values.length],
  size: values.length,
  dataSync: () => Float32Array.from(values),
});

const accepted: Accepted = {
  "images-and-dense-layers.1": [[8, -2], [[8, -2]], Float32Array.of(8, -2), tensorOf([8, -2])],
  "images-and-dense-layers.2": [1.9, 1 + 0.05 * 18, "1.9"],
  "images-and-dense-layers.3": [softmax, (logits: number[]) => Float32Array.from(softmax(logits))],
  "images-and-dense-layers.4": [101770, "101,770", 101770n, 785 * 128 + 129 * 10],
  "images-and-dense-layers.5": [((digits, order) => pick(digits, order)) satisfies Shuffle],
  "images-and-dense-layers.6": [
    ((weights, order) => order.map((place) => weights[place])) satisfies Rows,
    ((weights, order) => weights.map((_, index) => [...(weights[order[index] ?? 0] ?? [])])) satisfies Rows,
  ],
};

const rejected: Rejected = {
  "images-and-dense-layers.1": [
    [[7, 0], /adds its bias/],
    [[8, 0], /cuts nothing off/],
    [[-2, 8], /order is not/],
    [[9, -4], /came in twice/],
    [[6], /One number is too few/],
    [[2, 8, 1], /each column/],
    [[1, 2, 3], /two outputs, not 3/],
    [[3, 3], /three products/],
    ["soon", /list of numbers/],
  ],
  "images-and-dense-layers.2": [
    [0.1, /uphill/],
    [1.45, /factor of 2/],
    [1.3, /input is missing/],
    [-18, /That is the slope/],
    [19, /learning rate is missing/],
    [2, /best weight/],
    [7.7, /Three small sums/],
    [Number.NaN, /one number/],
  ],
  "images-and-dense-layers.3": [
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
    [() => 1, /array of numbers/],
    [() => undefined, /return/],
    [() => [0.2, 0.3, 0.5], /4 logits go in and 3/],
    [((logits) => logits.map((_, index) => index)) satisfies Softmax, /adds up to 3/],
    [[0.7, 0.2, 0.1], /Pass the function itself/],
  ],
  "images-and-dense-layers.4": [
    [101632, /bias as well/],
    [100480, /hidden layer\. The ten/],
    [203264, /every weight a bias/],
    [1003520, /multiplied together/],
    [7850, /without a hidden layer/],
    [5, /Layer by layer/],
    ["many", /one number/],
  ],
  "images-and-dense-layers.5": [
    [
      ((digits, order) => ({ ...pick(digits, order), labels: digits.labels })) satisfies Shuffle,
      /labels stayed/,
    ],
    [
      ((digits, order) => ({ ...digits, labels: pick(digits, order).labels })) satisfies Shuffle,
      /images stayed/,
    ],
    [
      ((digits, order) => ({
        ...pick(digits, order),
        labels: pick(
          digits,
          Array.from(order.keys(), (place) => order.indexOf(place)),
        ).labels,
      })) satisfies Shuffle,
      /no longer belong/,
    ],
    [((digits) => digits) satisfies Shuffle, /nothing was shuffled/],
    [((digits, order) => pick(digits, order.slice(1))) satisfies Shuffle, /None may be lost/],
    [
      ((digits, order) =>
        pick(
          digits,
          order.map(() => 2),
        )) satisfies Shuffle,
      /came twice/,
    ],
    [((digits, order) => pick(digits, Array.from(order).reverse())) satisfies Shuffle, /another order/],
    [
      ((digits, order) => {
        const result = pick(digits, order);
        digits.labels.set(result.labels);
        return result;
      }) satisfies Shuffle,
      /were changed as well/,
    ],
    [
      ((digits, order) => {
        const result = pick(digits, order);
        result.pixels.reverse()[0] = 7;
        return result;
      }) satisfies Shuffle,
      /got mixed/,
    ],
    [() => ({ images: [] }), /must return digits/],
    [() => undefined, /return/],
    ["pick", /Pass the mended function/],
  ],
  "images-and-dense-layers.6": [
    [
      ((weights, order) => weights.map((_, place) => weights[order.indexOf(place)])) satisfies Rows,
      /other way/,
    ],
    [
      ((weights, order) => weights.map((row) => order.slice(0, 3).map((place) => row[place]))) satisfies Rows,
      /columns were moved/,
    ],
    [((weights) => weights) satisfies Rows, /Nothing has moved/],
    [((weights) => [...weights].reverse()) satisfies Rows, /reversed/],
    [((weights) => weights.slice(1)) satisfies Rows, /3 come out/],
    [
      ((weights, order) => {
        const rows = order.map((place) => weights[place] ?? []);
        weights.splice(0, 4, ...rows);
        return weights;
      }) satisfies Rows,
      /itself was changed/,
    ],
    [((weights) => weights.map((row) => row.map((weight) => weight + 1))) satisfies Rows, /old row 2/],
    [() => 3, /rows of weights/],
    [() => undefined, /return/],
    [[[1]], /Pass the function itself/],
  ],
};

tryLesson("images-and-dense-layers", accepted, rejected);

for (const id of Object.keys(accepted)) {
  test(`exercise("${id}") does not give the answer away in its title, first hint or rejections`, () => {
    const told = /101,?770|\b1\.9\b|\[8, -2\]|weights\[order|pick\(digits, order\);/;
    withKernel(({ sent }) => {
      const one = exercise(id);
      one.hint();
      assert.doesNotMatch(`${one.title} ${String(sent[0]?.data["text/plain"])}`, told);
    });
    for (const [answer] of rejected[id] ?? []) assert.doesNotMatch(check(id, answer).message, told);
  });
}
