import assert from "node:assert/strict";
import { test } from "node:test";
import type { Matrix } from "../../../src/arithmetic/matrix.js";
import { kernelSearch } from "../../../src/lessons/convolution/kernelSearch.js";

const digit: Matrix = Array.from({ length: 28 }, () => Array.from({ length: 28 }, (_, x) => x / 28));

/** Finds more in an image the more its pixels differ; the distance falls by half a step. */
const learn = (image: Matrix, start: Matrix) => {
  const pixels = image.flat();
  const spread = Math.max(...pixels) - Math.min(...pixels);
  const from = image === digit ? 2 : spread === 0 ? 3 : 1;
  return { kernel: start, distances: [4 * from, 2 * from, from], loss: from / 100 };
};

test("kernelSearch(learn, digit) searches from three images and puts them in order of their distance", () => {
  const starts: Matrix[] = [];
  const images: Matrix[] = [];
  const search = kernelSearch((image, start) => {
    starts.push(start);
    images.push(image);
    return learn(image, start);
  }, digit);
  assert.deepEqual(search.order, ["noise", "a digit", "a gray wall"]);
  assert.equal(starts.length, 15);
  assert.equal(
    new Set(starts.map(String)).size,
    5,
    "first weights of their own for five seeds, equal in all images",
  );
  assert.equal(new Set(images.slice(0, 5).map(String)).size, 5, "noise of its own for each seed");
});

test("kernelSearch(learn, digit) draws the way and tells the end", () => {
  const search = kernelSearch(learn, digit);
  const chart = search.chart().description;
  for (const name of ["noise", "a digit", "a gray wall"]) assert.ok(chart.includes(name), name);
  const table = search.table().description;
  assert.match(table, /a digit +2\.0e-2 +2 +2 to 2/);
  assert.match(table, /a gray wall +3\.0e-2 +3 +3 to 3/);
});

test("kernelSearch(learn, digit) refuses a search that keeps no distances", () => {
  const silent = (image: Matrix, start: Matrix) => ({ ...learn(image, start), distances: [] });
  assert.throws(() => kernelSearch(silent, digit), /^RangeError: Cannot follow the search/);
});
