import assert from "node:assert/strict";
import { test } from "node:test";
import { peakOf } from "../../../src/arithmetic/maps/boxFromMap.js";
import { mean } from "../../../src/arithmetic/statistics/statistics.js";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { sceneSet } from "../../../src/images/scenes/sceneSet.js";
import { coverArms, covered, elsewhere } from "../../../src/lessons/class-activation-maps/coverArms.js";
import { inkiestElsewhere, squareAround } from "../../../src/lessons/class-activation-maps/coverPlaces.js";
import { leadsOf } from "../../../src/lessons/class-activation-maps/leadsOf.js";
import { mappedAnswers } from "../../../src/lessons/class-activation-maps/sceneMaps.js";
import { tf } from "../../../src/networks/tf.js";
import { blocks, inkNetwork } from "./inkNetwork.js";

test("coverArms(network, digits, maps, options) tells for each draw what covering takes of the lead", () => {
  const [ink, shared] = [inkNetwork(64), inkNetwork(64, { more: -60 })];
  const before = tf.memory().numTensors;
  const arms = coverArms(ink, blocks, { own: ink, shared }, { draws: 2, scenes: 3, seed: 4 });
  assert.equal(tf.memory().numTensors, before, "tensors are left behind");
  const takenBy = (model: typeof ink, seed: number, control = false) => {
    const { scenes } = sceneSet({ digits: blocks, number: 3, seed });
    const peaks = mappedAnswers(model, scenes, { classes: [9, 9, 9] }).map(({ map }) => peakOf(map));
    const squares = peaks.map((peak) => squareAround(peak, 20, scenes));
    const boxes = control ? squares.map((box, index) => inkiestElsewhere(scenes, index, box)) : squares;
    return 1 - mean(leadsOf(ink, covered(scenes, boxes))) / mean(leadsOf(ink, scenes));
  };
  const seeds = [704, 705];
  assert.deepEqual(arms, [
    { name: "own", values: seeds.map((each) => takenBy(ink, each)) },
    { name: "shared", values: seeds.map((each) => takenBy(shared, each)) },
    { name: elsewhere, values: seeds.map((each) => takenBy(ink, each, true)) },
  ]);
  // The lead is the ink: two squares that lie apart never cover more than all of it.
  const [own, low, control] = arms.map(({ values }) => values[0] as number) as [number, number, number];
  assert.ok(own > 0 && control > 0 && own + control <= 1 + 1e-6, `${own} and ${control}`);
  assert.ok(low < own, "a map with a shared part leads elsewhere");
  for (const model of [ink, shared]) model.dispose();
});

test("covered(scenes, boxes) paints one box of each black, and leaves the given ones alone", () => {
  const full = [
    [9, 9, 9],
    [9, 9, 9],
  ];
  const scenes = digitsFrom([full, full], [1, 2]);
  const boxes = [
    { top: 0, left: 1, bottom: 2, right: 2 },
    { top: 1, left: 0, bottom: 2, right: 3 },
  ];
  assert.deepEqual([...covered(scenes, boxes).pixels], [9, 0, 9, 9, 0, 9, 9, 9, 9, 0, 0, 0]);
  assert.deepEqual([...scenes.pixels], full.concat(full).flat());
});

test("coverArms(network, digits, maps, options) refuses what does not fit", () => {
  const ink = inkNetwork(64);
  assert.throws(() => coverArms(ink, blocks, { own: ink }, { draws: 0 }), /Cannot cover scenes.*draws/);
  assert.throws(() => coverArms(ink, blocks, { own: ink }, { size: 3 } as object), /size/);
  ink.dispose();
});
