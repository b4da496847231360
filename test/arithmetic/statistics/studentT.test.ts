import assert from "node:assert/strict";
import { test } from "node:test";
import { studentFactor } from "../../../src/arithmetic/statistics/studentT.js";
import { scipy } from "./scipy.js";

test("studentFactor(confidence, degreesOfFreedom) is SciPy's quantile, from half to nearly all", () => {
  assert.ok(scipy.quantiles.length >= 100);
  for (const { confidence, degreesOfFreedom, factor } of scipy.quantiles) {
    const found = studentFactor(confidence, degreesOfFreedom);
    const message = `${confidence} with ${degreesOfFreedom}: ${found}, SciPy says ${factor}`;
    assert.ok(Math.abs(found / factor - 1) < 5e-7, message);
  }
});

test("studentFactor(confidence, degreesOfFreedom) is what printed tables say", () => {
  // confidence, degrees of freedom, factor: the columns 0.95 and 0.99 of any table of Student's t.
  for (const [confidence, degrees, factor] of [
    [0.95, 1, 12.706],
    [0.95, 2, 4.303],
    [0.95, 4, 2.776],
    [0.95, 9, 2.262],
    [0.99, 9, 3.25],
    [0.95, 1_000_000, 1.96],
  ] as const) {
    assert.ok(Math.abs(studentFactor(confidence, degrees) - factor) < 0.0006, `${confidence}, ${degrees}`);
  }
});

test("studentFactor(confidence, degreesOfFreedom) with one degree is the tangent, in closed form", () => {
  for (const confidence of [0.2, 0.5, 0.9, 0.95, 0.999]) {
    const wanted = Math.tan((Math.PI * confidence) / 2);
    assert.ok(Math.abs(studentFactor(confidence, 1) / wanted - 1) < 1e-6, String(confidence));
  }
});

test("studentFactor(confidence, degreesOfFreedom) refuses what is no share between 0 and 1", () => {
  for (const confidence of [0, 1, 95, -0.5, Number.NaN]) {
    assert.throws(
      () => studentFactor(confidence, 2),
      new RangeError(
        `Cannot tell an interval: confidence is ${confidence}. Give a share between 0 and 1, such as 0.95.`,
      ),
    );
  }
});
