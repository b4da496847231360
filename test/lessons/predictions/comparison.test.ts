import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { comparisonCard } from "../../../src/lessons/predictions/compare.js";
import { comparisonOf, type Outcome } from "../../../src/lessons/predictions/comparison.js";
import { tf } from "../../../src/networks/tf.js";
import { tensorOf } from "../exercise/forms.js";

type Case = readonly [guess: unknown, answer: unknown, outcome: Outcome, says: string, unit?: string];

function check(cases: readonly Case[]): void {
  for (const [guess, answer, outcome, says, unit] of cases) {
    const comparison = comparisonOf(guess, answer, unit);
    const label = `${String(JSON.stringify(guess) ?? guess)} beside ${JSON.stringify(answer)}`;
    assert.equal(comparison.outcome, outcome, label);
    const told = [comparison.note, ...comparison.rows.map(({ sentence }) => sentence)].join("\n");
    assert.ok(told.includes(says), `${label}: "${says}" in "${told}"`);
  }
}

test("a number: right, near or far, on which side and by which factor", () => {
  check([
    [9, 9, "right", ""],
    [8, 9, "near", "1 too low."],
    [10, 9, "near", "1 too high."],
    [95, 100, "near", "5% too low."],
    [100.2, 100, "near", "Less than 1% too high."],
    [130, 100, "close", "30% too high."],
    [75, 100, "close", "25% too low."],
    [200, 100, "off", "Your guess is twice the answer."],
    [50, 100, "off", "The answer is twice your guess."],
    [420, 100, "off", "Your guess is 4.2 times the answer."],
    [5e6, 483385147392, "off", "The answer is 97,000 times your guess."],
    [-3, -6, "off", "The answer is twice your guess."],
    [-5, -100, "off", "The answer is 20 times your guess."],
    [-90, -100, "near", "10% too high."],
  ]);
});

test("a number: zero and the other sign have no factor", () => {
  check([
    [0, 0, "right", ""],
    [-0, 0, "right", ""],
    [0, 200, "off", "It is not nothing."],
    [12, 0, "off", "It is nothing at all."],
    [0.5, 0, "off", "It is nothing at all."],
    [-2, 7, "off", "The answer lies on the other side of 0."],
    [2, -0.3, "off", "The answer lies on the other side of 0."],
  ]);
});

test("a number with decimals: what looks like it on the card is right, and so is its rounding", () => {
  check([
    [0.988, 0.98765, "right", ""],
    [0.99, 0.98765, "right", "Rounded, it is the answer."],
    [1, 0.98765, "right", "Rounded, it is the answer."],
    [1, 0.93, "near", "8% too high."],
    [1.1e-6, 1.07e-6, "right", ""],
    [1e-5, 1.07e-6, "off", "Your guess is 9.3 times the answer."],
    [3, 3.1, "right", "Rounded"],
    [18, 18.9, "near", "5% too low."],
    [51_264, 51_265, "near", "1 too low."],
  ]);
});

test("hundredths are told in points, and a share is read as hundredths", () => {
  check([
    [82, 82.04, "right", "", "%"],
    [80, 82.04, "near", "2 percentage points too low.", "%"],
    [83.04, 82.04, "near", "1 percentage point too high.", "%"],
    [90, 82.04, "close", "8 percentage points too high.", "%"],
    [95, 23, "off", "72 percentage points too high.", "%"],
    [0.95, 23, "off", "72 percentage points too high.", "%"],
    ["95%", 23, "off", "72 percentage points too high.", "%"],
    ["95 percent", 23, "off", "72 percentage points too high.", "%"],
    ["0,8", 82.04, "near", "2 percentage points too low.", "%"],
    ["19 of 24", 79.1667, "right", "", "%"],
    [0.3, 0.3, "right", "", "%"],
    ["0.5%", 4.8, "close", "4.3 percentage points too low.", "%"],
    ["0.5 percent", 0.52, "right", "", "%"],
    ["two thirds", 69.1, "near", "2.4 percentage points too low.", "%"],
    ["half", 53.2, "close", "3.2 percentage points too low.", "%"],
    ["ten percent", 7.4, "near", "2.6 percentage points too high.", "%"],
    [5, 0.93, "off", "Your guess is 5.4 times the answer.", "percentage points"],
    [1, 1.23, "close", "0.2 percentage points too low.", "percentage points"],
    [0.95, 0.93, "near", "0.02 percentage points too high.", "percentage points"],
  ]);
});

test("a number is read in whatever form", () => {
  const forms: [guess: unknown, answer: number][] = [
    ["51 264", 51264],
    ["51_264", 51264],
    ["51,264", 51264],
    ["4,5", 4.5],
    ["1/3", 1 / 3],
    ["63.600", 63600],
    ["63.600", 63.6],
    ["= 9", 9],
    ["9x9", 9],
    ["9 x 9", 9],
    ["about 9", 9],
    ["~ 9", 9],
    ["nine", 9],
    ["none", 0],
    ["9 pixels", 9],
    ["9 of 49", 9],
    ["2 million", 2e6],
    ["1.5 billion weights", 1.5e9],
    ["3 thousand", 3000],
    ["20k", 20_000],
    ["5 mio", 5e6],
    ["500 bn weights", 5e11],
    ["a billion", 1e9],
    ["two hundred", 200],
    ["an eighth", 1 / 8],
    ["2 thirds", 2 / 3],
    ["8 * 25", 200],
    ["8·25", 200],
    ["10^11", 1e11],
    ["2 ** 10 * 3", 3072],
    [[9], 9],
    [[[9]], 9],
    [{ side: 9 }, 9],
    [9n, 9],
    [Float32Array.of(9), 9],
    [tensorOf([9], []), 9],
    [tf.tidy(() => tf.scalar(9)), 9],
  ];
  for (const [guess, answer] of forms)
    assert.equal(comparisonOf(guess, answer).outcome, "right", String(guess));
});

test("a size is a guess as well, and what measures something else is none", () => {
  check([
    ["billions", 483385147392, "right", "That is its size."],
    ["in the billions", 1e9, "right", "That is its size."],
    ["Hundreds of billions.", 483385147392, "right", "That is its size."],
    ["tens of billions", 483385147392, "off", "The answer is larger."],
    ["millions", 483385147392, "off", "The answer is larger."],
    ["trillions", 483385147392, "off", "The answer is smaller."],
    ["hundreds", 999, "right", "That is its size."],
    ["hundreds", 1000, "off", "The answer is larger."],
    ["thousands", 999, "off", "The answer is smaller."],
    [
      "2 TB",
      483385147392,
      "unread",
      'The answer is a number of weights; your guess is the text "2 TB".',
      "weights",
    ],
    ["1.9 terabytes", 483385147392, "unread", "the text"],
    ["no idea", 3, "unread", "the text"],
    ["a lot", 3, "unread", "the text"],
    ["10^n", 3, "unread", "the text"],
    ["8 * n", 3, "unread", "the text"],
    ["9 ** 2 ** 3", 3, "unread", "the text"],
    ["all", 7.4, "unread", 'The answer is a number, in percent; your guess is the text "all".', "%"],
  ]);
});

test("one thing has its unit in the singular", () => {
  const shown = (guess: number, unit: string) => comparisonOf(guess, 7.5, unit).guess;
  assert.equal(shown(1, "weights"), "1 weight");
  assert.equal(shown(-1, "percentage points"), "-1 percentage point");
  assert.equal(shown(1, "loss"), "1 loss");
  assert.equal(shown(2, "weights"), "2 weights");
  assert.equal(shown(0, "weights"), "0 weights");
});

test("shapes and lists: how many numbers are in place, another order, another length", () => {
  const shape = [4, 4, 10];
  check([
    [[4, 4, 10], shape, "right", ""],
    ["4 x 4 x 10", shape, "right", ""],
    ["[4, 4, 10]", shape, "right", ""],
    [[null, 4, 4, 10], shape, "right", ""],
    [{ height: 4, width: 4, channels: 10 }, shape, "right", ""],
    [new Set([4, 10]), [4, 10], "right", ""],
    [Int32Array.of(4, 4, 10), shape, "right", ""],
    [[10, 4, 4], shape, "near", "The right numbers, in another order."],
    [[4, 4, 64], shape, "close", "2 of 3 in place."],
    [[1, 2, 3], shape, "off", "None of 3 in place."],
    [[10], shape, "off", "The answer has 3 numbers, your guess 1."],
    [10, shape, "off", "The answer has 3 numbers, your guess 1."],
    [[28, 28, 3], [2, 28, 28, 3], "off", "Those you gave are among them, in this order."],
    ["9 8 7", [9, 8, 7], "right", ""],
    [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [1, 2],
        [3, 4],
      ],
      "right",
      "",
    ],
    [
      [1, 2, 3, 5],
      [
        [1, 2],
        [3, 4],
      ],
      "near",
      "3 of 4 in place.",
    ],
    [
      [[1, 2]],
      [
        [1, 2],
        [3, 4],
      ],
      "off",
      "The answer has 2 x 2 numbers, your guess 1 x 2.",
    ],
  ]);
});

test("choices: one of several names, yes or no", () => {
  check([
    ["conv1", "conv1", "right", ""],
    [" Conv 1 ", "conv1", "right", ""],
    ["dense", "conv1", "off", "It is another one."],
    ["1×1 across channels", "1x1 across channels", "right", ""],
    ["1 x 1", "1x1 across channels", "near", "Its name begins like that."],
    ["3x3", "1x1 across channels", "off", "It is another one."],
    ["across channels", "1x1 across channels", "off", "It is another one."],
    ["1", "1x1 across channels", "off", "It is another one."],
    [["conv1"], "conv1", "right", ""],
    [true, true, "right", ""],
    ["yes", true, "right", ""],
    ["n", false, "right", ""],
    [false, true, "off", "It is the other way round."],
  ]);
});

test("orders: how many names are in place, which are missing or unknown", () => {
  const order = ["noise", "a digit", "a gray wall"];
  check([
    [order, order, "right", ""],
    ["noise > digit > wall", order, "right", ""],
    ["Noise, a digit, a gray wall", order, "right", ""],
    ["noise\na digit\na gray wall", order, "right", ""],
    [["a digit", "noise", "a gray wall"], order, "close", "1 of 3 in place."],
    [["a gray wall", "noise", "a digit"], order, "off", "None of 3 in place."],
    [["a gray wall", "a digit", "noise"], order, "off", "It is the same order from the other end."],
    [["noise", "a digit"], order, "off", "Not in your order: a gray wall."],
    [["noise", "a digit", "a cat"], order, "off", '"a cat" is not one of those'],
    ["gap, flatten, flattenDense", ["gap", "flatten", "flattenDense"], "right", ""],
  ]);
});

test("several answers by name: each has its sentence, and the card the least near of them", () => {
  const answer = { Flatten: 23, GAP: 95.8 };
  check([
    [{ Flatten: 23, GAP: 95.8 }, answer, "right", "Right.", "%"],
    [{ flatten: 90, gap: "95,8" }, answer, "off", "67 percentage points too high.", "%"],
    [[24, 95], answer, "near", "1 percentage point too high.", "%"],
    [{ GAP: 95.8 }, answer, "right", "Not guessed.", "%"],
    [{ GAP: "much", Flatten: undefined }, answer, "unread", 'Not read: the text "much".', "%"],
    [90, answer, "unread", "The answer has 2 parts: Flatten; GAP. Your guess is 90.", "%"],
    [{ height: 90 }, answer, "unread", "Your guess is an object with height", "%"],
    [
      { parameters: "Dense 1", work: "dense 1" },
      { parameters: "dense 1", work: "conv 2" },
      "off",
      "It is another one.",
    ],
  ]);
});

test("without a guess the card says so and gives the answer", () => {
  const answers: [answer: unknown, shown: string, unit?: string][] = [
    [9, "9"],
    [51264, "51,264 weights", "weights"],
    [82.04, "82%", "%"],
    [99.142, "99.14%", "%"],
    [0.0001234, "0.000123"],
    [1.07e-6, "1.1e-6"],
    [[4, 4, 10], "[4, 4, 10]"],
    [
      [
        [1, 2],
        [3, 4],
      ],
      "[[1, 2], [3, 4]]",
    ],
    [["b", "a"], "b, a"],
    ["dense 1", "dense 1"],
    [false, "no"],
    [{ corner: 4, middle: 9 }, "corner: 4; middle: 9"],
    [{ a: 23.04, b: 95.8 }, "a: 23%; b: 95.8%", "%"],
  ];
  for (const guess of [undefined, null]) {
    for (const [answer, shown, unit] of answers) {
      const comparison = comparisonOf(guess, answer, unit);
      assert.equal(comparison.outcome, "open");
      assert.equal(comparison.answer, shown);
      const { description } = comparisonCard(comparison);
      assert.match(description, /^… Not guessed\nThe answer: /);
      assert.ok(description.includes(`\nThe answer: ${shown}\n`), description);
      assert.match(description, /in the place of `undefined`/);
    }
  }
  assert.equal(comparisonOf({ a: undefined, b: undefined }, { a: 1, b: 2 }).outcome, "open");
});

test("what cannot be read is told by its form, and the answer is given all the same", () => {
  check([
    [Number.NaN, 3, "unread", "The answer is a number; your guess is NaN, which is not a number."],
    [Number.POSITIVE_INFINITY, 3, "unread", "your guess is Infinity."],
    ["soon", 3, "unread", 'your guess is the text "soon".'],
    ["", 3, "unread", "your guess is an empty text."],
    [() => 3, 3, "unread", "your guess is a function."],
    [Promise.resolve(3), 3, "unread", "your guess is a Promise."],
    [Symbol("three"), 3, "unread", "your guess is a symbol."],
    [{ a: 1, b: 2 }, 3, "unread", "your guess is an object with a, b."],
    [[1, 2], 3, "unread", "your guess is a list of 2 numbers."],
    ["many", [4, 4], "unread", 'The answer is a list of numbers; your guess is the text "many".'],
    ["perhaps", true, "unread", "The answer is yes or no"],
    [{}, "conv1", "unread", "The answer is a name; your guess is an empty object."],
    [3, ["a", "b"], "unread", "The answer is a list of names in order; your guess is 3."],
  ]);
  assert.equal(comparisonOf("soon", 3).answer, "3");
});

test("an answer that is none is told", () => {
  for (const answer of [undefined, null, () => 1, {}, new Date(0)]) {
    const { outcome, note } = comparisonOf(3, answer);
    assert.equal(outcome, "unread");
    assert.match(note, /nothing here to set a guess beside/);
  }
  assert.equal(comparisonOf(3, Number.NaN).outcome, "off");
});

/** Whatever is asked of it throws. */
const hostile = new Proxy(
  {},
  Object.fromEntries(
    ["get", "has", "ownKeys", "getPrototypeOf", "getOwnPropertyDescriptor"].map((trap) => [
      trap,
      () => {
        throw new Error("no");
      },
    ]),
  ),
);

test("what throws when it is looked at is told as unread", () => {
  for (const bad of [hostile, [hostile], { a: hostile }, { a: 3, b: hostile }]) {
    for (const answer of [3, [3, 4], "three", true, ["a", "b"], { a: 3, b: 4 }, hostile]) {
      const { description } = comparisonCard(comparisonOf(bad, answer));
      assert.match(description, /^The answer: /m);
      comparisonOf(answer, bad);
    }
  }
  assert.equal(comparisonOf(hostile, 3).note, "What stands there as a guess cannot be read.");
});

test("property: a card comes for any guess and any answer, and never an exception", () => {
  const anything = fc.anything({
    withBigInt: true,
    withTypedArray: true,
    withSet: true,
    withNullPrototype: true,
  });
  fc.assert(
    fc.property(anything, anything, fc.option(fc.string(), { nil: undefined }), (guess, answer, unit) => {
      const { description } = comparisonCard(comparisonOf(guess, answer, unit));
      assert.match(description, /^The answer: /m);
      assert.doesNotMatch(description, /undefined (?:times|too)/);
    }),
    { numRuns: 500 },
  );
});

test("property: an answer is the right guess for itself, also as text", () => {
  const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
  fc.assert(
    fc.property(number, (answer) => {
      assert.equal(comparisonOf(answer, answer).outcome, "right");
      assert.equal(comparisonOf([answer], [answer, 1].slice(0, 1)).outcome, "right");
      assert.equal(comparisonOf(String(answer), answer).outcome, "right", String(answer));
    }),
  );
});
