import assert from "node:assert/strict";
import { test } from "node:test";
import { sceneSet } from "../../../src/images/scenes/sceneSet.js";
import { sceneThresholdExplorer } from "../../../src/lessons/class-activation-maps/sceneThresholdExplorer.js";
import { headCnn } from "../../../src/lessons/gap-vs-flatten/heads.js";
import { tf } from "../../../src/networks/tf.js";
import { blocks, inkNetwork } from "./inkNetwork.js";

const set = sceneSet({ digits: blocks, number: 4, seed: 1 });

test("sceneThresholdExplorer(model, set, indices) explores the maps of the digits that are there", () => {
  const model = inkNetwork(64);
  const before = tf.memory().numTensors;
  const { description } = sceneThresholdExplorer(model, set, [2, 0]);
  assert.equal(tf.memory().numTensors, before, "tensors are left behind");
  // Class 9 weighs full ink by 10.
  assert.match(description, /a 9, scene 2, a 9, scene 0/);
  assert.match(description, /The map of 16 x 16 reaches 10/);
  const { top, bottom } = set.boxes[2] as (typeof set.boxes)[number];
  assert.match(description, new RegExp(`rows ${top} to ${bottom - 1}`));
  model.dispose();
});

test("sceneThresholdExplorer(model, set, indices) refuses a network without a map of its own", () => {
  const model = headCnn({ head: "flattenDense", inputSize: 64 });
  assert.throws(() => sceneThresholdExplorer(model, set, [0]), /Cannot map .*Use gradCam/);
  model.dispose();
});
