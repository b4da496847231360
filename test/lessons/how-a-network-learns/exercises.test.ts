import assert from "node:assert/strict";
import { test } from "node:test";
import { type Digits, pick } from "../../../src/images/digits/digits.js";
import { exercise } from "../../../src/lessons/exercise/exercise.js";
import { withKernel } from "../../notebook/fakeKernel.js";
import { tensorOf as flatTensor, numberForms } from "../exercise/forms.js";
import {
  type Accepted,
  checked,
  noFunctions,
  noNumbers,
  type Rejected,
  type Solutions,
  tryLesson,
} from "../exercise/tryLesson.js";

const rowsOfFour = (pixels: Uint8Array) =>
  Array.from({ length: pixels.length / 4 }, (_, image) => pixels.slice(4 * image, 4 * image + 4));

type Shuffle = (digits: Digits, order: Uint32Array) => unknown;

/** Digits in the forms that one may return. */
const shuffleForms = [
  ({ pixels, labels }: Digits) => ({ pixels, labels }),
  (digits: Digits) => ({ ...digits, pixels: [...digits.pixels], labels: [...digits.labels] }),
  (digits: Digits) => ({
    ...digits,
    pixels: Float32Array.from(digits.pixels),
    labels: Int32Array.from(digits.labels),
  }),
  (digits: Digits) => ({ ...digits, labels: [...digits.labels].map(String) }),
  ({ pixels, labels }: Digits) => ({ Pixels: pixels, Labels: labels }),
  (digits: Digits) => ({ ...digits, pixels: flatTensor([...digits.pixels], [digits.count, 2, 2, 1]) }),
  (digits: Digits) => ({ ...digits, labels: flatTensor([...digits.labels], [digits.count, 1]) }),
  (digits: Digits) => ({ ...digits, pixels: rowsOfFour(digits.pixels) }),
  (digits: Digits) => ({ ...digits, labels: [...digits.labels].map((label) => [label]) }),
  async (digits: Digits) => digits,
].map((form) => (digits: Digits, order: Uint32Array) => form(pick(digits, order)));

const accepted: Accepted = {
  "how-a-network-learns.1": [...numberForms(1.9), 1.9, 1 + 0.05 * 18, "1.9"],
  "how-a-network-learns.2": [...shuffleForms, ((digits, order) => pick(digits, order)) satisfies Shuffle],
};

const rejected: Rejected = {
  "how-a-network-learns.1": [
    [0.1, /uphill/],
    [1.45, /factor of 2/],
    [1.3, /input is missing/],
    [-18, /That is the slope/],
    [19, /learning rate is missing/],
    [2, /best weight/],
    [7.7, /Three small sums/],
    [Number.NaN, /one number/],
    ...noNumbers,
  ],
  "how-a-network-learns.2": [
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
      /itself was changed/,
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
    ["pick", /Pass the function itself/],
    ...noFunctions,
  ],
};

const solutions: Solutions = {
  "how-a-network-learns.1": { source: "1 - 0.05 * (2 * (1 * 3 - 6) * 3)" },
  "how-a-network-learns.2": {
    source:
      "const mended = (digits, order) => ({ count: order.length, pixels: pick(digits, order).pixels, labels: [...order].map((place) => digits.labels[place]) })",
    scope: { pick },
  },
};

tryLesson("how-a-network-learns", accepted, rejected, solutions);

for (const id of Object.keys(accepted)) {
  test(`exercise("${id}") does not give the answer away in its title, first hint or rejections`, async () => {
    const told = /\b1\.9\b|pick\(digits, order\);/;
    withKernel(({ sent }) => {
      const one = exercise(id);
      one.hint();
      assert.doesNotMatch(`${one.title} ${String(sent[0]?.data["text/plain"])}`, told);
    });
    for (const [answer] of rejected[id] ?? []) assert.doesNotMatch((await checked(id, answer)).message, told);
  });
}
