import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import { unheardExplorer } from "../../../src/lessons/what-training-needs/unheardExplorer.js";
import { tf } from "../../../src/networks/tf.js";

const vega = createRequire(import.meta.url)("vega") as typeof import("vega");
const sums = [0.12, -0.08, 0.03, 0.2, -0.15, 0.06, -0.02, 0.09, -0.11, 0.01];

type Controls = { largestPixel: number; rightClass: number; lossFrom: string };

/** Moves the controls as a reader would, and reads the bars and the dot. */
async function explored(controls: Controls) {
  const spec = unheardExplorer()[jupyterDisplay]()["application/vnd.vega.v5+json"] as object;
  const view = new vega.View(vega.parse(spec as import("vega").Spec), { renderer: "none" });
  for (const [name, value] of Object.entries(controls)) view.signal(name, value);
  await view.runAsync();
  const sets = Object.keys(view.getState({ data: () => true }).data as object).map((set) => view.data(set));
  const bars = sets.find((rows) => rows.length === 10 && "slope" in rows[0]);
  const dot = sets.find((rows) => rows.length === 1 && "loss" in rows[0]);
  const words = (view.signal("words") as string[]).join(" ");
  view.finalize();
  const sorted = [...(bars ?? [])].sort((a, b) => a.class - b.class);
  return { slopes: sorted.map(({ slope }) => Number(slope)), loss: Number(dot?.[0].loss), words };
}

/** Loss and slopes by TensorFlow itself: from clipped probabilities as its classifiers compute it, or from the logits. */
function byTensorFlow({ largestPixel, rightClass, lossFrom }: Controls) {
  return tf.tidy(() => {
    const wanted = tf.oneHot(tf.tensor1d([rightClass], "int32"), 10).cast("float32");
    const lossOf = (logits: tf.Tensor) =>
      lossFrom === "logits"
        ? (tf.losses.softmaxCrossEntropy(wanted, logits) as tf.Tensor)
        : tf.metrics.categoricalCrossentropy(wanted, tf.softmax(logits)).sum();
    const logits = tf.tensor2d([sums.map((sum) => sum * largestPixel)]);
    return {
      loss: lossOf(logits).dataSync()[0] ?? Number.NaN,
      slopes: [...tf.grad(lossOf)(logits).dataSync()],
    };
  });
}

const cases: readonly Controls[] = ["probabilities", "logits"].flatMap((lossFrom) => [
  { largestPixel: 255, rightClass: 5, lossFrom },
  { largestPixel: 1, rightClass: 4, lossFrom },
  { largestPixel: 40, rightClass: 0, lossFrom },
  { largestPixel: 100, rightClass: 3, lossFrom },
  { largestPixel: 255, rightClass: 4, lossFrom },
]);

for (const controls of cases) {
  test(`unheardExplorer() agrees with TensorFlow at ${JSON.stringify(controls)}`, async () => {
    const [found, wanted] = [await explored(controls), byTensorFlow(controls)];
    assert.ok(Math.abs(found.loss - wanted.loss) < 1e-3, `loss ${found.loss}, not ${wanted.loss}`);
    assert.equal(found.slopes.length, 10);
    for (const [index, slope] of wanted.slopes.entries())
      assert.ok(
        Math.abs((found.slopes[index] ?? Number.NaN) - slope) < 1e-4,
        `slope ${index}: ${found.slopes[index]}, not ${slope}`,
      );
    const level = wanted.slopes.every((slope) => slope === 0);
    assert.equal(
      /all ten slopes are 0/.test(found.words),
      level && controls.lossFrom === "probabilities",
      found.words,
    );
  });
}
