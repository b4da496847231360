import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { regressionChart } from "../../../src/lessons/how-a-network-learns/regressionChart.js";

const few = { ink: [2, 1], isZero: [1, 0] };

describe("regressionChart", () => {
  it("regressionChart draws a straight line that leaves the range from 0 to 1, and a curve that does not", () => {
    const { description } = regressionChart({ ...few, line: { w: 1, b: -1 }, curve: { w: 40, b: -60 } });
    assert.match(
      description,
      /squared error: -1 at 0 … 1\.52 at 2\.52; cross-entropy: 8\.\d+e-27 at 0 … 1 at 2\.52/,
    );
    assert.match(description, /130 points/);
    assert.match(description, /digits: one 0, zero 1: 1 at 2, 0 at 1\./);
  });

  it("regressionChart refuses a fit that has come to nothing", () => {
    const astray = { w: Number.NaN, b: 0 };
    assert.throws(
      () => regressionChart({ ...few, line: astray, curve: { w: 1, b: 0 } }),
      /Pass finite numbers/,
    );
  });
});
