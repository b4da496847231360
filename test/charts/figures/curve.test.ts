import assert from "node:assert/strict";
import { test } from "node:test";
import { trainingCurve } from "../../../src/charts/figures/curve.js";

test("trainingCurve(history) draws a training that diverged and says from which epoch", () => {
  const { description } = trainingCurve({ loss: [0.5, Number.NaN, Number.NaN], accuracy: [0.8, 0.1, 0.1] });
  assert.match(description, /training loss 0.5 to not finite/);
  assert.match(description, /not a finite number from epoch 2 on/);
});
