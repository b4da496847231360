import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { layerTable } from "../../../src/arithmetic/layers.js";
import { type Reduction, reductionCnn, reductionLayers } from "../../../src/lessons/pooling/reductionCnn.js";
import { weightsHash } from "../../../src/networks/files/weightsHash.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { layerFacts } from "../../../src/networks/models/inspect.js";
import { tf } from "../../../src/networks/tf.js";

const image = { height: 28, width: 28, channels: 1 };
const cases: readonly (readonly [Reduction, sides: readonly number[]])[] = [
  [{ kind: "none" }, [28, 28, 4]],
  [{ kind: "max", size: 2, stride: 1 }, [28, 28, 28, 28, 4]],
  [{ kind: "max", size: 2, stride: 2 }, [28, 14, 14, 7, 4]],
  [{ kind: "average", size: 3, stride: 2 }, [28, 14, 14, 7, 4]],
  [{ kind: "stridedConvolution", stride: 2 }, [14, 7, 4]],
  [{ kind: "max", size: 2, stride: 3 }, [28, 10, 10, 4, 4]],
];

describe("reductionCnn", () => {
  for (const [reduction, sides] of cases) {
    it(`${JSON.stringify(reduction)}: shapes by hand, by arithmetic and in TensorFlow`, () => {
      const before = tf.memory().numTensors;
      const model = reductionCnn({ reduction, seed: 2 });
      const facts = layerFacts(model);
      const rows = layerTable(image, reductionLayers(reduction));
      assert.deepEqual(
        facts.map(({ shape, parameters }) => ({ shape, parameters })),
        rows.map(({ shape, parameters }) => ({ shape, parameters })),
      );
      assert.deepEqual(
        facts.flatMap(({ shape }) => (shape.length === 3 ? [shape[0]] : [])),
        sides,
      );
      // 25 + 1 for each of 8 filters, 25 * 8 + 1 for each of 16, 256 + 1 for each of ten units.
      assert.equal(model.countParams(), 26 * 8 + 201 * 16 + 257 * 10);
      disposeModel(model);
      assert.equal(tf.memory().numTensors, before, "tensors are left behind");
    });
  }

  it("starts every reduction from the same weights, and other seeds from others", () => {
    const hash = (reduction: Reduction, seed: number) => {
      const model = reductionCnn({ reduction, seed });
      const found = weightsHash(model);
      disposeModel(model);
      return found;
    };
    const first = hash({ kind: "none" }, 1);
    assert.equal(hash({ kind: "max", size: 3, stride: 2 }, 1), first);
    assert.equal(hash({ kind: "stridedConvolution", stride: 2 }, 1), first);
    assert.notEqual(hash({ kind: "none" }, 2), first);
  });

  it("bends after each convolution and ends in probabilities", () => {
    const model = reductionCnn({ reduction: { kind: "average", size: 2, stride: 2 } });
    const [answers, activations] = tf.tidy(() => [
      (model.predict(tf.randomUniform([3, 28, 28, 1], 0, 1, "float32", 1)) as tf.Tensor2D).sum(1).dataSync(),
      model.layers.map((layer) => (layer.getConfig().activation as string | undefined) ?? ""),
    ]);
    disposeModel(model);
    for (const sum of answers as Float32Array)
      assert.ok(Math.abs(sum - 1) < 1e-5, `probabilities add up to ${sum}`);
    assert.deepEqual(
      (activations as string[]).filter((name) => name !== ""),
      ["relu", "relu", "softmax"],
    );
  });

  it("refuses a stride that leaves fewer than 4x4 places", () => {
    for (const stride of [4, 0, 1.5]) {
      assert.throws(
        () => reductionLayers({ kind: "max", size: 2, stride }),
        /^RangeError: Cannot reduce twice with stride .* Use stride 1, 2 or 3\.$/,
      );
    }
  });
});
