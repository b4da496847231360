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
  assert.match(measured.description, /validation accuracy 50/);
});

test("trainingCurve(history) has no validation where a stopped training was not validated, in the legend neither", () => {
  const stopped = { loss: [0.5, 0.25], accuracy: [0.8, 0.9] };
  const legendOf = (validationLoss: number[], validationAccuracy: number[]) => {
    const figure = trainingCurve({ ...stopped, validationLoss, validationAccuracy });
    const spec = figure[jupyterDisplay]()["application/vnd.vegalite.v5+json"];
    return { legend: /"domain":(\[[^\]]*\]),"range"/.exec(JSON.stringify(spec))?.[1], ...figure };
  };
  const once = legendOf([0.4, Number.NaN], [0.85, Number.NaN]);
  assert.equal(once.legend, '["training","validation"]');
  assert.match(
    once.description,
    /validation loss 0.4, training accuracy 80.0% to 90.0%, validation accuracy 85.0%\.$/,
  );
  const never = legendOf([Number.NaN, Number.NaN], [Number.NaN, Number.NaN]);
  assert.equal(never.legend, '["training"]');
  assert.doesNotMatch(never.description, /validation|test/);
});

test("trainingCurve(history) says of a validation that diverged with its training that it is not finite", () => {
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
  assert.match(description, /validation loss 0.5 to not finite/);
});

test("trainingCurve(history, { validationName }) calls the second line what it was measured on, everywhere", () => {
  const measured = { loss: [0.5, 0.25], accuracy: [0.8, 0.9] };
  const history = { ...measured, validationLoss: [0.4, 0.3], validationAccuracy: [0.85, 0.9] };
  for (const [given, called, other] of [
    [undefined, "validation", "test"],
    ["validation", "validation", "test"],
    ["test", "test", "validation"],
  ] as const) {
    const figure = trainingCurve(history, { validationName: given });
    const { description } = figure;
    const spec = JSON.stringify(figure[jupyterDisplay]()["application/vnd.vegalite.v5+json"]);
    assert.match(description, new RegExp(`${called} loss 0.4 to 0.3, .*Best ${called} accuracy`));
    assert.ok(spec.includes(`"domain":["training","${called}"]`), spec);
    assert.ok(spec.includes(`"set":"${called}"`) && !spec.includes(`"set":"${other}"`), spec);
    assert.doesNotMatch(description, new RegExp(other));
  }
});

test("trainingCurve(history, options) refuses another name for its second line", () => {
  const options = { validationName: "training" as "test" };
  assert.throws(() => trainingCurve({ loss: [1], accuracy: [0.5] }, options), {
    name: "RangeError",
    message: /^Cannot draw the training curve: validationName is "training"\. Give one of validation, test/,
  });
});

test("trainingCurve(history) with both panels fits into a narrow notebook", () => {
  const figure = trainingCurve({ loss: [12.25, 0.5], accuracy: [0.1, 0.975], validationLoss: [9, 1] });
  const size = figure.metadata?.["image/png"] as { width: number } | undefined;
  assert.ok(size && size.width <= 584, `${size?.width}`);
});
