import assert from "node:assert/strict";
import { test } from "node:test";
import { sceneSet } from "../../../src/images/scenes/sceneSet.js";
import { locatedMaps } from "../../../src/lessons/class-activation-maps/locatedMaps.js";
import { blocks, inkNetwork } from "./inkNetwork.js";

const set = sceneSet({ digits: { ...blocks, labels: new Uint8Array(12).fill(3) }, number: 3, seed: 1 });

test("locatedMaps(model, set, options) takes the map of the answer, or of the digit that is there", () => {
  const model = inkNetwork(64); // always says 9
  const [own, true3] = [locatedMaps(model, set), locatedMaps(model, set, { of: "truth" })];
  assert.deepEqual(own.map(({ right }) => right), [false, false, false]); // biome-ignore format: one line
  assert.deepEqual(true3.map(({ right }) => right), [true, true, true]); // biome-ignore format: one line
  assert.deepEqual(own.map(({ truth }) => truth), set.boxes); // biome-ignore format: one line
  // Class 9 weighs ink by 10, class 3 by 4.
  const most = (found: typeof own) => Math.max(...found.flatMap(({ map }) => map.flat()));
  assert.ok(Math.abs(most(own) / most(true3) - 2.5) < 1e-4);
  assert.throws(() => locatedMaps(model, set, { of: "label" as "truth" }), /Cannot map "label"/);
  model.dispose();
});
