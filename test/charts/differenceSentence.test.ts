import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pairedDifference } from "../../src/arithmetic/statistics/pairedDifference.js";
import type { DifferenceWords } from "../../src/charts/comparison.js";
import { differenceSentence } from "../../src/charts/differenceSentence.js";

const said = (a: readonly number[], b: readonly number[], words?: DifferenceWords) =>
  differenceSentence({ first: { name: "A", values: a }, second: { name: "B", values: b } }, words);
const zeros = (values: readonly number[]) => values.map(() => 0);

// Of differences 1, 2, 3 the mean is 2 and the standard error 1 / sqrt(3), times 4.303 for three seeds: 2 ± 2.484.
// Of ten differences 40 and 49 by turns it is 44.5 ± 2.262 * 1.5.
const ten = Array.from({ length: 10 }, (_, index) => -40 - 9 * (index % 2));
const cases: readonly (readonly [values: readonly number[], words: DifferenceWords, sentence: string])[] = [
  [ten, { verb: "misreads", of: 10_000 }, "A misreads 41 to 48 fewer of 10,000 than B (ten seeds)."],
  [
    ten.map((value) => -value),
    { verb: "misreads", of: 10_000 },
    "A misreads 41 to 48 more of 10,000 than B (ten seeds).",
  ],
  [
    [1, 2, 3],
    { of: 100 },
    "A difference between A and B is not shown by three seeds (0.5 fewer to 4 more of 100).",
  ],
  [
    [-1, -2, -3],
    { of: 100 },
    "A difference between A and B is not shown by three seeds (4 fewer to 0.5 more of 100).",
  ],
  [[0, 0], {}, "A difference between A and B is not shown by two seeds (they are equal)."],
  [[11, 12, 13], { verb: "takes", unit: "s" }, "A takes 9.5 to 14.5 s more than B (three seeds)."],
  [[-11, -12, -13], { verb: "takes", unit: "s" }, "A takes 9.5 to 14.5 s less than B (three seeds)."],
  [[-11, -12, -13], { verb: "makes", less: "fewer" }, "A makes 9.5 to 14.5 fewer than B (three seeds)."],
  [
    [0.11, 0.12, 0.13],
    { verb: "reads", format: "percent" },
    "A reads 9.5 to 14.5 percentage points more than B (three seeds).",
  ],
  // 9.925 standard errors at 99%: 12 ± 5.730.
  [[11, 12, 13], { confidence: 0.99 }, "A has 6.3 to 17.7 more than B (three seeds, 99% interval)."],
  [[5, 5, 5], { of: 10 }, "A has 5 more of 10 than B (three seeds)."],
  [Array.from({ length: 12 }, () => 5), { of: 10 }, "A has 5 more of 10 than B (12 seeds)."],
];

test("differenceSentence(comparison, words) says the interval, or that it is not shown", () => {
  for (const [values, words, sentence] of cases) assert.equal(said(values, zeros(values), words), sentence);
  assert.equal(said([1, 2, 3], [1, 2, 3]), said([0, 0, 0], [0, 0, 0]));
});

test("differenceSentence(comparison, words) never shows zero for an end that is not", () => {
  const differences = fc.array(fc.integer({ min: -400, max: 900 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(differences, (values) => {
      const found = pairedDifference(values, zeros(values));
      const sentence = said(values, zeros(values), { of: 10_000 });
      assert.equal(/not shown by/.test(sentence), !found.shown, sentence);
      const inside = sentence.replace(/of 10,000|\(.*seeds?\)/g, "").replaceAll(",", "");
      for (const [end] of inside.matchAll(/\d+(?:\.\d+)?/g)) {
        if (found.low !== 0 && found.high !== 0) assert.ok(Number(end) > 0, sentence);
      }
      if (!found.shown) return;
      const numbers = [...inside.matchAll(/\d+(?:\.\d+)?/g)].map(([text]) => Number(text));
      const ends = [Math.abs(found.low), Math.abs(found.high)].sort((a, b) => a - b);
      assert.ok(Math.abs((numbers[0] as number) - (ends[0] as number)) <= 0.5, sentence);
      assert.ok(Math.abs((numbers.at(-1) as number) - (ends[1] as number)) <= 0.5, sentence);
      assert.match(sentence, found.low > 0 ? / more / : / fewer /);
    }),
    { seed: 1 },
  );
});
