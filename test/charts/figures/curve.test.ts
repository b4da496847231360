import assert from "node:assert/strict";
import { test } from "node:test";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import { trainingCurve } from "../../../src/charts/figures/curve.js";

test("trainingCurve(history) draws a training that diverged and says from which epoch", () => {
  const { description } = trainingCurve({ loss: [0.5, Number.NaN, Number.NaN], accuracy: [0.8, 0.1, 0.1] });
  assert.match(description, /training loss 0.5 to not finite/);
  assert.match(description, /not a finite number from epoch 2 on/);
});

test("trainingCurve(history) leaves out an accuracy that nobody measured", () => {
  const figure = trainingCurve({ loss: [0.5, 0.25], accuracy: [Number.NaN, Number.NaN] });
  assert.match(figure.description, /training loss 0.5 to 0.25\.$/);
  const bundle = figure[jupyterDisplay]();
  const spec = bundle["application/vnd.vegalite.v5+json"] as { hconcat: unknown[] };
  assert.equal(spec.hconcat.length, 1);
  const measured = trainingCurve({ loss: [0.5], accuracy: [Number.NaN], validationAccuracy: [0.5] });
  assert.match(measured.description, /test accuracy 50/);
});
