import assert from "node:assert/strict";
import { test } from "node:test";
import { classicalKernels } from "../../../src/arithmetic/kernels.js";
import {
  type EightFilterCnnOptions,
  eightFilterCnn,
} from "../../../src/lessons/convolution/eightFilterCnn.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { kernelsOf, layerFacts } from "../../../src/networks/models/inspect.js";
import { tf } from "../../../src/networks/tf.js";

/** Makes the network, looks, and frees it. */
function looked<T>(options: EightFilterCnnOptions, look: (model: ReturnType<typeof eightFilterCnn>) => T): T {
  const before = tf.memory().numTensors;
  const model = eightFilterCnn(options);
  try {
    return look(model);
  } finally {
    disposeModel(model);
    assert.equal(tf.memory().numTensors, before, "tensors left behind");
  }
}

const lengthsOf = (options: EightFilterCnnOptions) =>
  looked(options, (model) => kernelsOf(model, "conv1").map((kernel) => Math.hypot(...kernel.flat())));

test("eightFilterCnn() has the shapes and parameters that arithmetic gives", () => {
  const shapes = (options: EightFilterCnnOptions) =>
    looked(options, (model) =>
      layerFacts(model).map(({ shape, parameters }) => [...shape, parameters].join(" ")),
    );
  assert.deepEqual(shapes({}), ["26 26 8 80", "6 6 8 0", "288 0", "10 2890"]);
  assert.deepEqual(shapes({ deeper: true }), [
    "26 26 8 80",
    "13 13 8 0",
    "9 9 16 3216",
    "4 4 16 0",
    "256 0",
    "10 2570",
  ]);
});

for (const filters of ["classical", "random", "learned"] as const) {
  test(`eightFilterCnn({ filters: "${filters}" }) starts every filter with the length asked for`, () => {
    for (const length of [0.5, 2]) {
      const lengths = lengthsOf({ filters, length });
      assert.equal(lengths.length, 8);
      for (const each of lengths) assert.ok(Math.abs(each - length) < 1e-5, `${each}, wanted ${length}`);
    }
  });
}

test("eightFilterCnn() takes the designed kernels in their order, the same random ones for learning as for staying", () => {
  const kernels = (options: EightFilterCnnOptions) =>
    looked(options, (model) => kernelsOf(model, "conv1").map((kernel) => kernel.flat()));
  const { sobelX, laplacian } = classicalKernels;
  const found = kernels({ filters: "classical" });
  for (const [at, kernel] of [
    [4, sobelX],
    [6, laplacian],
  ] as const) {
    const factor = 2 / Math.hypot(...kernel.flat());
    kernel.flat().forEach((weight, i) => {
      assert.ok(Math.abs((found[at]?.[i] ?? 9) - factor * weight) < 1e-5, `filter ${at}, weight ${i}`);
    });
  }
  assert.deepEqual(kernels({ filters: "random", seed: 3 }), kernels({ filters: "learned", seed: 3 }));
  assert.notDeepEqual(kernels({ seed: 3 }), kernels({ seed: 4 }));
});

test("eightFilterCnn() moves its filters in training only if they are to learn", async () => {
  for (const filters of ["classical", "random", "learned"] as const) {
    const model = eightFilterCnn({ filters });
    const before = kernelsOf(model, "conv1").flat(2);
    const [inputs, labels] = [
      tf.randomUniform([8, 28, 28, 1], 0, 1, "float32", 1),
      tf.tensor1d([0, 1, 2, 3, 4, 5, 6, 7]),
    ];
    await model.trainOnBatch(inputs, labels);
    const moved = kernelsOf(model, "conv1")
      .flat(2)
      .some((weight, i) => weight !== before[i]);
    assert.equal(moved, filters === "learned", filters);
    tf.dispose([inputs, labels]);
    disposeModel(model);
  }
});

test("eightFilterCnn() refuses a length that is none", () => {
  for (const length of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => eightFilterCnn({ length }), /^RangeError: Cannot make filters of length .*above 0/);
  }
});
