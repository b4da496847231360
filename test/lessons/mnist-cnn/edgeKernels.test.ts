import assert from "node:assert/strict";
import { test } from "node:test";
import { edgeKernels } from "../../../src/lessons/mnist-cnn/edgeKernels.js";
import { loadTrained } from "../../../src/networks/files/trained.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { mnistCnn } from "../../../src/networks/models/mnistCnn.js";
import { tf } from "../../../src/networks/tf.js";

/** A network whose kernels all rise to the right. */
function withEdges() {
  const model = mnistCnn({ filters: [3, 2], hiddenUnits: 4 });
  const layer = model.getLayer("conv1");
  const bias = layer.getWeights()[1] as tf.Tensor;
  const kernel = tf.tensor4d(
    Array.from({ length: 75 }, (_, at) => Math.floor(at / 3) % 5),
    [5, 5, 1, 3],
  );
  layer.setWeights([kernel, bias]);
  kernel.dispose();
  return model;
}

test("edgeKernels(before, after) counts edges in both and draws what is learned", () => {
  const [before, after] = [mnistCnn({ filters: [3, 2], hiddenUnits: 4 }), withEdges()];
  const edges = edgeKernels(before, after);
  assert.equal(edges.mostly, 3);
  assert.equal(edgeKernels(after, before).mostly, 0);
  assert.match(edges.counts().description, /learned/);
  assert.match(edges.picture().description, /3 kernels of 5 x 5/);
  assert.match(edges.steepest().description, /5 x 5/);
  for (const model of [before, after]) disposeModel(model);
});

test("of the stored network two kernels are mostly edges, as the errata say", async () => {
  const [before, after] = [mnistCnn({ seed: 1 }), await loadTrained("mnist-cnn")];
  assert.equal(edgeKernels(before, after).mostly, 2);
  for (const model of [before, after]) disposeModel(model);
});
