import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { verdictText } from "../../../src/lessons/results/verdictText.js";

const numbers = { n: 10, mean: 0.006512, low: 0.0040449, high: 0.00909 };

describe("verdictText", () => {
  for (const [what, verdict, expected] of [
    [
      "a difference of shares",
      { measure: "testAccuracy", first: "x", second: "y", percent: true, ...numbers, shown: true },
      "a/b: testAccuracy, x less y: +0.65 points (+0.40 to +0.91), shown by 10 seeds",
    ],
    [
      "one that is not shown",
      {
        measure: "loss",
        first: "x",
        second: 0,
        percent: false,
        n: 3,
        mean: -0.1,
        low: -0.3,
        high: 0.1,
        shown: false,
      },
      "a/b: loss, x less 0: -0.10 (-0.30 to +0.10), not shown by 3 seeds",
    ],
    [
      "one from chance",
      {
        measure: "share",
        first: "x",
        second: 0.1,
        percent: true,
        n: 2,
        mean: 0,
        low: 0,
        high: 0,
        shown: false,
      },
      "a/b: share, x less 10%: 0 points (0 to 0), not shown by 2 seeds",
    ],
    [
      "a difference within the same rows",
      { measure: "late less early", first: "x", second: "x", percent: false, ...numbers, shown: true },
      "a/b: late less early, x: +0.0065 (+0.0040 to +0.0091), shown by 10 seeds",
    ],
    [
      "a comparison by images",
      {
        measure: "images",
        first: "x",
        second: "y",
        percent: false,
        n: 5,
        mean: 215,
        shown: true,
        images: { better: 310, worse: 95, chance: 2.04e-27 },
      },
      "a/b: images, x against y: 310 read better, 95 worse, chance 2e-27, shown by images and 5 seeds",
    ],
    [
      "a mean",
      {
        measure: "testAccuracy",
        first: "x",
        percent: true,
        n: 10,
        mean: 0.97444,
        low: 0.9711,
        high: 0.97778,
      },
      "a/b: testAccuracy, x: 97.44% (97.11 to 97.78), 10 seeds",
    ],
    [
      "one seed",
      { measure: "units", first: "x", percent: false, n: 1, mean: 1234.56 },
      "a/b: units, x: 1235, 1 seed",
    ],
    [
      "a tiny one",
      { measure: "error", first: "x", percent: false, n: 1, mean: 2.5e-7 },
      "a/b: error, x: 2.5e-7, 1 seed",
    ],
  ] as const) {
    it(`verdictText tells ${what}`, () => assert.equal(verdictText("a/b", verdict), expected));
  }
});
