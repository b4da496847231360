import assert from "node:assert/strict";
import { test } from "node:test";
import { encodePng } from "../../src/charts/drawing/png.js";
import { isFigure, jupyterDisplay, makeFigure } from "../../src/charts/figure.js";

test("makeFigure(description, forms, draw) draws when first shown, and once", () => {
  let drawings = 0;
  const figure = makeFigure("one pixel", {}, () => {
    drawings++;
    return {
      png: encodePng({ width: 1, height: 1, channels: 1, pixels: Uint8Array.of(7) }),
      width: 1,
      height: 1,
    };
  });
  assert.equal(drawings, 0);
  figure[jupyterDisplay]();
  figure[jupyterDisplay]();
  assert.deepEqual(figure.metadata, { "image/png": { width: 1, height: 1, alt: "one pixel" } });
  assert.equal(drawings, 1);
});

test("isFigure(value) knows a figure by its display method", () => {
  assert.ok(isFigure({ [Symbol.for("Jupyter.display")]: () => ({}) }));
  for (const value of [null, undefined, 1, "x", {}, { [Symbol.for("Jupyter.display")]: 1 }])
    assert.ok(!isFigure(value));
});
