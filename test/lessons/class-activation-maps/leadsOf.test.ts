import assert from "node:assert/strict";
import { test } from "node:test";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { leadsOf } from "../../../src/lessons/class-activation-maps/leadsOf.js";
import { tf } from "../../../src/networks/tf.js";
import { inkNetwork } from "./inkNetwork.js";

const ink = Array.from({ length: 8 }, (_, y) =>
  Array.from({ length: 8 }, (_, x) => (y < 4 && x < 4 ? 255 : 0)),
);
const images = digitsFrom([ink, ink], [9, 0]); // biome-ignore format: a picture in one line

test("leadsOf(model, images) is the label's logit less the mean of all, whatever all classes share", () => {
  for (const more of [0, -40]) {
    const model = inkNetwork(8, { more });
    const before = tf.memory().numTensors;
    // A quarter of the last map is 1, so the logits are (k + 1) / 4, and their mean 5.5 / 4.
    const [nine, zero] = leadsOf(model, images) as [number, number];
    assert.ok(Math.abs(nine - 4.5 / 4) < 1e-5, `${nine}`);
    assert.ok(Math.abs(zero + 4.5 / 4) < 1e-5, `${zero}`);
    assert.equal(tf.memory().numTensors, before, "tensors are left behind");
    model.dispose();
  }
});
