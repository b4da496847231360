import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { armFrom } from "../../../src/lessons/results/armFrom.js";
import type { StoredRow } from "../../../src/lessons/results/experiment.js";

const row = (arm: string, seed: number, testAccuracy: number): StoredRow => ({
  name: `${arm}, seed ${seed}`,
  configuration: {},
  seed,
  result: { testAccuracy, loss: [2, 1], steps: 10 * seed },
  weights: "",
  seconds: 1,
  versions: {},
  commit: "",
  sha256: "",
});
const rows = [row("rate 1", 2, 0.2), row("rate 10", 1, 0.9), row("rate 1", 1, 0.1), row("rate 1", 10, 0.3)];

describe("armFrom", () => {
  it("armFrom takes the rows of one name only, in the order of their seeds", () => {
    assert.deepEqual(armFrom(rows, "rate 1"), { name: "rate 1", values: [0.1, 0.2, 0.3] });
    assert.deepEqual(armFrom(rows, "rate 10", "steps").values, [10]);
    assert.equal(rows[0]?.seed, 2, "the rows stay in their order");
  });

  it("armFrom refuses names and numbers that are not there", () => {
    const message = /Cannot find rows named "rate 2"\. There are rate 1; rate 10\./;
    assert.throws(() => armFrom(rows, "rate 2"), { name: "RangeError", message });
    for (const measure of ["loss", "speed"])
      assert.throws(() => armFrom(rows, "rate 1", measure), {
        name: "RangeError",
        message: new RegExp(`Cannot read ${measure} of "rate 1": its results hold testAccuracy, loss, steps`),
      });
  });
});
