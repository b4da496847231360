import assert from "node:assert/strict";
import { test } from "node:test";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import { kernelGrid } from "../../../src/charts/figures/kernels.js";
import { weightPictures } from "../../../src/lessons/images-and-dense-layers/weightPictures.js";

test("weightPictures(rows) draws each row as the square it was cut from", () => {
  const drawn = weightPictures([
    [1, 2, 3, -4],
    [0, 0, 1, 0],
  ]);
  const squares = [
    [[1, 2], [3, -4]],
    [[0, 0], [1, 0]],
  ]; // biome-ignore format: squares
  const description = "The weights of 2 units, 2 x 2 each, from -4 to 3: blue below zero, red above.";
  const wanted = kernelGrid(squares, { captions: ["0", "1"], columns: 5, scale: 4, description });
  assert.deepEqual(drawn[jupyterDisplay](), wanted[jupyterDisplay]());
  assert.equal(drawn.description, description);
});

test("weightPictures refuses what makes no square", () => {
  assert.throws(() => weightPictures([[1, 2, 3]]), /^RangeError: Cannot draw 3 weights as a square/);
});
