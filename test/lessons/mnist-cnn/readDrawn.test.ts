import assert from "node:assert/strict";
import { test } from "node:test";
import { readDrawn } from "../../../src/lessons/mnist-cnn/readDrawn.js";
import { textDigit } from "../../../src/lessons/mnist-cnn/textDigit.js";
import { loadTrained } from "../../../src/networks/files/trained.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { tf } from "../../../src/networks/tf.js";
import { predict } from "../../../src/networks/training/predict.js";

const one = "##\n.#\n.#\n.#\n.#";

test("readDrawn(model, art) shows four framings with what is read in each, and leaves no tensor", async () => {
  const model = await loadTrained("mnist-cnn-small");
  const before = tf.memory().numTensors;
  const { description } = await readDrawn(model, one);
  assert.equal(tf.memory().numTensors, before);
  const [[best] = []] = await predict(model, textDigit(one), { top: 1 });
  assert.ok(description.includes(`centred and scaled, ${best?.classIndex}, `), description);
  for (const way of ["not scaled", "not centred", "neither"])
    assert.ok(description.includes(way), description);
  disposeModel(model);
});

test("readDrawn(model, art) leaves out what does not fit unscaled, and refuses a blank drawing", async () => {
  const model = await loadTrained("mnist-cnn-small");
  const { description } = await readDrawn(model, Array.from({ length: 40 }, () => "##").join("\n"));
  assert.ok(!description.includes("not scaled") && description.includes("not centred"), description);
  await assert.rejects(readDrawn(model, "..."), /blank/);
  disposeModel(model);
});
