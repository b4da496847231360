import assert from "node:assert/strict";
import { test } from "node:test";
import {
  hiddenLayerArms,
  pixelOrderArms,
  runsOf,
} from "../../../src/lessons/images-and-dense-layers/arms.js";
import { storedRows } from "../../../src/lessons/results/experiment.js";

const dense = await storedRows("images-and-dense-layers/dense");
const pixels = await storedRows("images-and-dense-layers/pixels");

test("hiddenLayerArms(rows) has three arms of test accuracies, seed by seed", () => {
  const arms = hiddenLayerArms([...dense].reverse());
  assert.deepEqual(
    arms.map(({ name }) => name),
    ["one layer", "two layers, no ReLU", "two layers, ReLU"],
  );
  for (const [at, start] of [
    "no hidden layer",
    "128 hidden units, no ReLU",
    "128 hidden units, ReLU",
  ].entries())
    for (const seed of [1, 2, 3]) {
      const row = dense.find(({ name }) => name === `${start}, seed ${seed}`);
      assert.equal(arms[at]?.values[seed - 1], row?.result.testAccuracy);
    }
});

test("pixelOrderArms(rows) leaves out convolutions and moved digits", () => {
  const [asTheyAre, shuffled] = pixelOrderArms(pixels);
  const wanted = (order: string) =>
    [1, 2, 3, 4, 5].map(
      (seed) =>
        pixels.find(({ name }) => name === `dense, pixels ${order}, seed ${seed}`)?.result.testAccuracy,
    );
  assert.deepEqual(asTheyAre.values, wanted("as they are"));
  assert.deepEqual(shuffled.values, wanted("shuffled"));
});

test("the arms refuse rows of another experiment", () => {
  assert.throws(() => hiddenLayerArms(pixels), /^Error: Cannot compare "one layer"/);
});

test("runsOf(arms) makes a dot of every run", () => {
  assert.deepEqual(
    runsOf([
      { name: "a", values: [1, 2] },
      { name: "b", values: [3] },
    ]),
    [
      { group: "a", value: 1 },
      { group: "a", value: 2 },
      { group: "b", value: 3 },
    ],
  );
});
