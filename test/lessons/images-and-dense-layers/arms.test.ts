import assert from "node:assert/strict";
import { test } from "node:test";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import {
  accuracyChart,
  hiddenLayerArms,
  pixelOrderArms,
} from "../../../src/lessons/images-and-dense-layers/arms.js";
import { storedRows } from "../../../src/lessons/results/experiment.js";

/** What is stored under a row's name, seed by seed. */
async function accuracies(experiment: string, name: string, seeds: number) {
  const rows = await storedRows(`images-and-dense-layers/${experiment}`);
  return Array.from({ length: seeds }, (_, at) => {
    const row = rows.find((each) => each.name === `${name}, seed ${at + 1}`);
    assert.ok(row, name);
    return row.result.testAccuracy;
  });
}

test("hiddenLayerArms() has one layer, two without and two with ReLU, seed by seed", async () => {
  const arms = await hiddenLayerArms();
  assert.deepEqual(
    arms.map(({ name }) => name),
    ["one layer", "two layers, no ReLU", "two layers, ReLU"],
  );
  const names = ["no hidden layer", "128 hidden units, no ReLU", "128 hidden units, ReLU"];
  for (const [at, name] of names.entries())
    assert.deepEqual(arms[at]?.values, await accuracies("dense", name, 3));
});

test("pixelOrderArms(experiment) leaves out convolutions and moved digits", async () => {
  const [asTheyAre, shuffled] = await pixelOrderArms("pixels");
  assert.deepEqual(asTheyAre.values, await accuracies("pixels", "dense, pixels as they are", 5));
  assert.deepEqual(shuffled.values, await accuracies("pixels", "dense, pixels shuffled", 5));
});

test("pixelOrderArms has the twenty other seeds as well", async () => {
  const [asTheyAre, shuffled] = await pixelOrderArms("shuffled");
  assert.deepEqual(asTheyAre.values, await accuracies("shuffled", "as they are", 20));
  assert.deepEqual(shuffled.values, await accuracies("shuffled", "shuffled", 20));
});

test("accuracyChart(arms, title) draws every run, from zero where that is asked", () => {
  const arms = [
    { name: "a", values: [0.9, 0.92] },
    { name: "b", values: [0.5] },
  ];
  const drawn = accuracyChart(arms, "How well");
  assert.match(drawn.description, /^How well, 3 runs\. a: mean 91\.0%, 90\.0% to 92\.0% over 2 runs/);
  const text = (figure: typeof drawn) => JSON.stringify(figure[jupyterDisplay]());
  assert.match(text(accuracyChart(arms, "How well", { from: "zero" })), /"zero":true/);
  assert.doesNotMatch(text(drawn), /"zero":true/);
});
