import assert from "node:assert/strict";
import { test } from "node:test";
import { photographThrough } from "../../../src/lessons/convolution/photographThrough.js";

test("photographThrough(names) gives gray pictures of kernels that keep the brightness", () => {
  assert.equal(
    photographThrough(["identity", "boxBlur"]).description,
    "A cat through the kernels identity, boxBlur.",
  );
});

test("photographThrough(names) gives signed answers of kernels that find edges", () => {
  const { description } = photographThrough(["sobelX", "laplacian"]);
  assert.match(description, /^2 maps of responses, 94 x 94, from -\d+ to \d+: blue below zero, red above/);
  assert.match(description, /sobelX.*laplacian/);
});

test("photographThrough(names) refuses kernels of both kinds, and none", () => {
  assert.throws(() => photographThrough(["identity", "sobelX"]), {
    name: "RangeError",
    message: /^Cannot send the photograph through identity, sobelX: give kernels whose weights/,
  });
  assert.throws(() => photographThrough([]), { name: "RangeError", message: /through no kernel/ });
});
