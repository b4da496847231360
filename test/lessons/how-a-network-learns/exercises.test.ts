import assert from "node:assert/strict";
import { test } from "node:test";
import { type Digits, pick } from "../../../src/images/digits/digits.js";
import { exercise } from "../../../src/lessons/exercise/exercise.js";
import { withKernel } from "../../notebook/fakeKernel.js";
import { tensorOf as flatTensor, functionForms, listForms, numberForms } from "../exercise/forms.js";
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

/** Softmax by shares, apart from the library. */
const shares = (logits: readonly number[]) => {
  const powers = logits.map((logit) => Math.E ** logit);
  return powers.map((power) => power / powers.reduce((sum, each) => sum + each, 0));
};
type Slopes = (logits: number[], classIndex: number) => unknown;
const byWanted: Slopes = (logits, classIndex) =>
  shares(logits).map((share, at) => share - Number(at === classIndex));

type Step = (weight: number, speed: number, slope: number, rate: number, momentum: number) => unknown;
const stepped: Step = (weight, speed, slope, rate, momentum) => {
  const now = speed * momentum + slope;
  return [weight - now * rate, now];
};

const half = 4.302652729749464 / Math.sqrt(3);
const ends = [2 - half, 2 + half];

const accepted: Accepted = {
  "how-a-network-learns.1": [...numberForms(1.9), 1.9, 1 + 0.05 * 18, "1.9"],
  "how-a-network-learns.2": [
    ...functionForms(byWanted),
    ((logits, classIndex) => {
      const slopes = shares(logits);
      slopes[classIndex] = (slopes[classIndex] ?? 0) - 1;
      return slopes;
    }) satisfies Slopes,
  ],
  "how-a-network-learns.3": [...numberForms(-2.2), -2.2, 2 * (0.2 * 3 + 0.5 * -2 - 0.7), "-2.2"],
  "how-a-network-learns.4": [...shuffleForms, ((digits, order) => pick(digits, order)) satisfies Shuffle],
  "how-a-network-learns.5": [
    ...functionForms(stepped),
    (async (...input: Parameters<Step>) => {
      const [weight, speed] = stepped(...input) as number[];
      return { shape: [2], values: [weight, speed] };
    }) satisfies Step,
    ((...input) => {
      const [weight, speed] = stepped(...input) as number[];
      return { speed, weight };
    }) satisfies Step,
  ],
  "how-a-network-learns.6": [
    ...listForms(ends, ["low", "high"]),
    [-0.48, 4.48],
    "-0.48 to 4.48",
    { from: -0.484, to: 4.484 },
    [2 - 4.3 * 0.577, 2 + 4.3 * 0.577],
  ],
};

const rejected: Rejected = {
  "how-a-network-learns.1": [
    [0.1, /uphill/],
    [1.45, /factor of 2/],
    [1.3, /input is missing/],
    [-18, /That is the slope/],
    [19, /learning rate is missing/],
    [2, /best weight/],
    [1.8, /two apples/],
    [7.7, /Three small sums/],
    [Number.NaN, /one number/],
    ...noNumbers,
  ],
  "how-a-network-learns.2": [
    [((logits) => shares(logits)) satisfies Slopes, /These are the probabilities/],
    [
      ((...input) => (byWanted(...input) as number[]).map((slope) => -slope)) satisfies Slopes,
      /signs are turned round/,
    ],
    [((logits) => shares(logits).map((p) => p - 1)) satisfies Slopes, /off every probability/],
    [
      ((...input) =>
        (byWanted(...input) as number[]).map((slope) => slope / input[0].length)) satisfies Slopes,
      /by the number of classes/,
    ],
    [
      ((...input) =>
        (byWanted(...input) as number[]).map((slope) => Number(slope.toFixed(2)))) satisfies Slopes,
      /rounded to two places/,
    ],
    [((logits, at) => logits.map((z, i) => z - Number(i === at))) satisfies Slopes, /not probabilities yet/],
    [
      ((logits, at) => shares(logits).map((p, i) => (i === at ? 1 - p : p))) satisfies Slopes,
      /sign is turned round/,
    ],
    [
      ((logits, at) => shares(logits).map((p, i) => (i === at ? p - 1 : 0))) satisfies Slopes,
      /Only the right class/,
    ],
    [
      ((logits, at) => shares(logits).map((p) => p - (shares(logits)[at] ?? 0))) satisfies Slopes,
      /0 for the others/,
    ],
    [((logits) => byWanted(logits, 0)) satisfies Slopes, /Use `classIndex`/],
    [
      ((logits) => byWanted(logits, logits.indexOf(Math.max(...logits)))) satisfies Slopes,
      /whatever the network thinks/,
    ],
    [((logits, at) => [-Math.log(shares(logits)[at] ?? 0)]) satisfies Slopes, /That is the loss/],
    [((logits, at) => byWanted(logits, at - 1)) satisfies Slopes, /counted from 0/],
    [((logits) => logits.map(() => 0.5)) satisfies Slopes, /Together they come to 1\.5/],
    [((logits) => logits.slice(1)) satisfies Slopes, /slope for each/],
    ...noFunctions,
  ],
  "how-a-network-learns.3": [
    [-1.1, /times the input/],
    [2.2, /sign is turned round/],
    [0, /ReLU lets it speak/],
    [-4.4, /no factor here/],
    [-8.8, /no factor here/],
    [4.6, /lost its sign/],
    [0.6, /lost its sign/],
    [1.2, /first class alone/],
    [-2, /second class alone/],
    [-1.4, /third class alone/],
    [4, /without the slopes/],
    [-0.55, /divided by/],
    [17, /Two steps/],
    ...noNumbers,
  ],
  "how-a-network-learns.4": [
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
  "how-a-network-learns.5": [
    [((w, _, s, r) => [w - r * s, s]) satisfies Step, /old speed is forgotten/],
    [((w, v, s, r, m) => [w - r * s, m * v + s]) satisfies Step, /by the slope alone/],
    [((w, v, s, r, m) => ({ weight: w + r * (m * v + s), speed: m * v + s })) satisfies Step, /uphill/],
    [((w, v, s, r, m) => [w - r * v, m * v + s]) satisfies Step, /by the old speed/],
    [((w, v, s, r, m) => [w + r * (m * v + s), m * v + s]) satisfies Step, /uphill/],
    [((w, v, s, _, m) => [w - (m * v + s), m * v + s]) satisfies Step, /learning rate is missing/],
    [((w, v, s, r) => [w - r * (v + s), v + s]) satisfies Step, /kept whole/],
    [((w, v, s, r, m) => [w - r * (m * v + (1 - m) * s), m * v + (1 - m) * s]) satisfies Step, /Some books/],
    [((w, v, s, r, m) => [w - m * v - r * s, m * v + s]) satisfies Step, /whole speed/],
    [((w, v, s, r, m) => [w - r * m * (v + s), m * (v + s)]) satisfies Step, /not the slope/],
    [((...input) => (stepped(...input) as number[]).reverse()) satisfies Step, /order is not/],
    [((w, v, s, r, m) => [w - m * v - r * s, m * v + r * s]) satisfies Step, /inside the speed/],
    [((w, v, s, r, m) => [w + m * v - r * s, m * v - r * s]) satisfies Step, /inside the speed/],
    [((w, v, s, r, m) => [w - r * (m * v + r * s), m * v + r * s]) satisfies Step, /comes in twice/],
    [((w, v, s, r, m) => [w + r * (m * v - s), m * v - s]) satisfies Step, /both signs/],
    [((w, v, s, r) => [w - r * (v / 2 + s), v / 2 + s]) satisfies Step, /half of the speed/],
    [((w, v, s, r, m) => [w - 2 * r * (m * v + s), m * v + s]) satisfies Step, /The speed is right/],
    [((w, v, s, r, m) => [w - r * (m * v + s), 0]) satisfies Step, /The weight is right/],
    [((w, v, s, r, m) => w - r * (m * v + s)) satisfies Step, /weight and the new speed|2 numbers/],
    ...noFunctions,
  ],
  "how-a-network-learns.6": [
    [[1, 3], /least and the greatest/],
    [[0.85, 3.15], /Two standard errors/],
    [[0.87, 3.13], /1\.96/],
    [[1.42, 2.58], /one standard error/],
    [[-2.3, 6.3], /spread of single seeds/],
    [[0.57, 3.43], /root of the number/],
    [[-0.03, 4.03], /divided by 3/],
    [[0.16, 3.84], /four seeds/],
    [[0.69, 3.31], /ten seeds/],
    [[-4.48, 0.48], /count these as positive/],
    [[0.48, 4.48], /lost its sign/],
    [[0, 4.48], /may lie below zero/],
    [[-2.48, 2.48], /The middle is the mean/],
    [[4.48, -0.48], /lower end comes first/],
    [[2, 2.48], /Give both ends/],
    [[-1, 5], /middle is right/],
    [[0, 3], /equally far/],
    [[1, 2, 3], /Give the two ends/],
    [[Number.NaN, 4.48], /One of these is NaN/],
    ...noLists,
  ],
};

const solutions: Solutions = {
  "how-a-network-learns.1": { source: "1 - 0.05 * (2 * (1 * 3 - 6) * 3)" },
  "how-a-network-learns.2": {},
  "how-a-network-learns.3": { source: "2 * (0.2 * 3 + 0.5 * -2 + -0.7 * 1)", equivalent: {} },
  "how-a-network-learns.4": {
    source:
      "const mended = (digits, order) => ({ count: order.length, pixels: pick(digits, order).pixels, labels: [...order].map((place) => digits.labels[place]) })",
    scope: { pick },
  },
  "how-a-network-learns.5": {},
  "how-a-network-learns.6": {
    source: "[2 - (4.3 * 1) / Math.sqrt(3), 2 + (4.3 * 1) / Math.sqrt(3)]",
  },
};

tryLesson("how-a-network-learns", accepted, rejected, solutions);

for (const id of Object.keys(accepted)) {
  test(`exercise("${id}") does not give the answer away in its title, first hint or rejections`, async () => {
    const told = /\b1\.9\b|-2\.2\b|0\.48\b|pick\(digits, order\);/;
    withKernel(({ sent }) => {
      const one = exercise(id);
      one.hint();
      assert.doesNotMatch(`${one.title} ${String(sent[0]?.data["text/plain"])}`, told);
    });
    for (const [answer] of rejected[id] ?? []) assert.doesNotMatch((await checked(id, answer)).message, told);
  });
}
