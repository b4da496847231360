import assert from "node:assert/strict";
import { test } from "node:test";
import { correlateLine } from "../../../src/lessons/padding-and-stride/correlateLine.js";
import { randomLines } from "../../../src/lessons/padding-and-stride/randomLines.js";
import { tensorFlowLine } from "../../../src/lessons/padding-and-stride/tensorFlowLine.js";
import { tf } from "../../../src/networks/tf.js";

test("tensorFlowLine(pixels, weights, slide) equals the library, whatever the slide, and leaves no tensor", () => {
  const before = tf.memory().numTensors;
  for (const { pixels, weights, slide } of randomLines(100, 9))
    assert.deepEqual(
      tensorFlowLine(pixels, weights, slide).map((sum) => sum + 0), // no -0
      correlateLine(pixels, weights, slide).map((sum) => sum + 0),
      JSON.stringify(slide),
    );
  assert.equal(tf.memory().numTensors, before);
});

test("tensorFlowLine(pixels, weights, slide) asks TensorFlow for its own `same`, and puts other zeros around itself", () => {
  assert.deepEqual(tensorFlowLine([1, 2, 3], [1, 1], { padding: "same" }), [3, 5, 3]);
  assert.deepEqual(tensorFlowLine([1, 2, 3], [1, 1], { padding: [1, 0] }), [1, 3, 5]);
  assert.deepEqual(
    tensorFlowLine([1, 2, 3, 4, 5, 6], [1, 1, 1], { stride: 2, padding: "same" }),
    [6, 12, 11],
  );
  assert.deepEqual(tensorFlowLine([1, 2, 3, 4, 5, 6], [1, 1, 1], { stride: 2, padding: 1 }), [3, 9, 15]);
});

test("tensorFlowLine(pixels, weights, slide) refuses what TensorFlow refuses, and leaves no tensor then", () => {
  const before = tf.memory().numTensors;
  assert.throws(
    () => tensorFlowLine([1, 2, 3, 4, 5], [1, 1], { stride: 2, dilation: 2 }),
    /stride|dilation/i,
  );
  assert.throws(() => tensorFlowLine([1, 2], [1], { padding: -1 }), /^RangeError: Cannot slide a window/);
  assert.equal(tf.memory().numTensors, before);
});
