import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { armsOf } from "../../../src/lessons/results/plan.js";

describe("armsOf", () => {
  it("armsOf(plan) names every configuration of its means and comparisons, those to choose from as well", () => {
    const chosen = { name: "best", among: ["b", "c"], by: "validationAccuracy" };
    const plan = {
      means: [{ arms: ["a", chosen], measure: "x" }],
      comparisons: [
        { first: "d", second: "e", measure: "x" },
        { first: "f", second: 0.1, measure: "x" },
      ],
    };
    assert.deepEqual(armsOf(plan), ["a", "b", "c", "d", "e", "f"]);
    assert.deepEqual(armsOf({}), []);
  });
});
