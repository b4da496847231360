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

test("trainingCurve(history) has no test where a stopped training was not tested, in the legend neither", () => {
  const stopped = { loss: [0.5, 0.25], accuracy: [0.8, 0.9] };
  const legendOf = (validationLoss: number[], validationAccuracy: number[]) => {
    const figure = trainingCurve({ ...stopped, validationLoss, validationAccuracy });
    const spec = figure[jupyterDisplay]()["application/vnd.vegalite.v5+json"];
    return { legend: /"domain":(\[[^\]]*\]),"range"/.exec(JSON.stringify(spec))?.[1], ...figure };
  };
  const once = legendOf([0.4, Number.NaN], [0.85, Number.NaN]);
  assert.equal(once.legend, '["training","test"]');
  assert.match(once.description, /test loss 0.4, training accuracy 80.0% to 90.0%, test accuracy 85.0%\.$/);
  const never = legendOf([Number.NaN, Number.NaN], [Number.NaN, Number.NaN]);
  assert.equal(never.legend, '["training"]');
  assert.doesNotMatch(never.description, /test/);
});

test("trainingCurve(history) says of a test that diverged with its training that it is not finite", () => {
  const [loss, accuracy] = [
    [0.5, Number.NaN],
    [Number.NaN, Number.NaN],
  ];
  const { description } = trainingCurve({
    loss,
    accuracy,
    validationLoss: loss,
    validationAccuracy: accuracy,
  });
  assert.match(description, /test loss 0.5 to not finite/);
});
