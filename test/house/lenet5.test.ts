import assert from "node:assert/strict";
import { test } from "node:test";
import { scaledTanh } from "../../src/arithmetic/scaledTanh.js";
import { loadMnist } from "../../src/images/digits/mnist.js";
import { layerCounts } from "../../src/lessons/lenet-5/layerCounts.js";
import { storedRows } from "../../src/lessons/results/experiment.js";
import { disposeModel } from "../../src/networks/models/disposeModel.js";
import { lenet5 } from "../../src/networks/models/lenet5.js";
import { read } from "./files.js";

const page = read("docs/lenet-5.md").replace(/\s+/g, " ");
const says = (words: string) => assert.ok(page.includes(words), `docs/lenet-5.md should say: ${words}`);

test("docs/lenet-5.md has the mean and the variance of the input", async () => {
  const { train } = await loadMnist({ testImages: 0 });
  let [sum, squares] = [0, 0];
  for (const byte of train.pixels) {
    const value = (1.275 * byte) / 255 - 0.1;
    sum += value;
    squares += value * value;
  }
  const [all, frame] = [train.count * 32 * 32, train.count * (32 * 32 - 28 * 28)];
  const mean = (sum - 0.1 * frame) / all;
  const variance = (squares + 0.01 * frame) / all - mean ** 2;
  says(`the mean is ${mean.toFixed(3)} and the variance ${variance.toFixed(3)}`);
  says(`0.1 · 1.175 = ${(0.1 * 1.175).toFixed(4)}`);
});

test("docs/lenet-5.md tells where the squashing function bends most", () => {
  const bend = (a: number) => Math.abs(scaledTanh(a + 1e-3) - 2 * scaledTanh(a) + scaledTanh(a - 1e-3));
  const places = Array.from({ length: 2001 }, (_, index) => index / 1000);
  says(`Its largest is at ${places.reduce((best, a) => (bend(a) > bend(best) ? a : best)).toFixed(3)}`);
});

test("docs/lenet-5.md counts connections, and the range of first weights, as the network does", () => {
  const model = lenet5();
  const counts = layerCounts(model);
  const learned = counts.filter(({ parameters }) => parameters > 0);
  const connections = learned.reduce((total, layer) => total + layer.connections, 0);
  says(`Without them ${connections.toLocaleString("en")} are left`);
  assert.equal(learned.length, 6);
  const largest = model.getLayer("c5").getWeights()[0]?.abs().max().dataSync()[0] ?? 0;
  assert.ok(largest <= 0.006 && largest > 0.0059, String(largest));
  disposeModel(model);
});

test("docs/lenet-5.md has the three trainings of the stored rows", async () => {
  const missed = (await storedRows("lenet-5/lenet")).map(({ result }) => (result.misread as number[]).length);
  says(`misreads ${missed[0]}, ${missed[1]} and ${missed[2]} digits in three trainings`);
});
