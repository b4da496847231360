import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { seeded } from "../../../src/arithmetic/random.js";
import {
  type PocketNetwork,
  pocketForward,
  pocketImage,
  pocketLoss,
  pocketNetwork,
} from "../../../src/lessons/pocket/pocket.js";
import { pocketBackward, pocketStep, pocketSwitches } from "../../../src/lessons/pocket/pocketBackward.js";
import { tf } from "../../../src/networks/tf.js";
import { assertNear } from "../../networks/helpers.js";

/** The network's 20 numbers in a row, and back. */
const flat = ({ kernel, kernelBias, weights, biases }: PocketNetwork) => [
  ...kernel.flat(),
  kernelBias,
  ...weights.flat(),
  ...biases,
];
const unflat = (values: readonly number[]): PocketNetwork => ({
  kernel: [values.slice(0, 3), values.slice(3, 6), values.slice(6, 9)],
  kernelBias: values[9] as number,
  weights: [values.slice(10, 14), values.slice(14, 18)],
  biases: values.slice(18),
});

/** Images and networks at random, decimals, with no ties and nothing exactly at ReLU's corner. */
const random = seeded(5);
const someImage = () => Array.from({ length: 6 }, () => Array.from({ length: 6 }, () => random()));
const someNetwork = () => unflat(Array.from({ length: 20 }, () => 2 * random() - 1));
const cases = [
  { image: pocketImage, classIndex: 1, network: pocketNetwork },
  { image: pocketImage, classIndex: 0, network: pocketNetwork },
  ...Array.from({ length: 20 }, (_, index) => ({
    image: someImage(),
    classIndex: index % 2,
    network: someNetwork(),
  })),
];

/** The same network in TensorFlow's operations. */
function tensorFlowLoss(image: PocketNetwork["kernel"], classIndex: number, values: tf.Tensor1D): tf.Scalar {
  const kernel = values.slice(0, 9).reshape([3, 3, 1, 1]) as tf.Tensor4D;
  const input = tf.tensor4d(image.flat(), [1, 6, 6, 1]);
  const map = tf.conv2d(input, kernel, 1, "valid").add(values.slice(9, 1)).relu() as tf.Tensor4D;
  const pooled = tf.maxPool(map, 2, 2, "valid").reshape([1, 4]);
  const weights = values.slice(10, 8).reshape([2, 4]).transpose();
  const logits = pooled.matMul(weights).add(values.slice(18, 2)) as tf.Tensor2D;
  return tf.losses.softmaxCrossEntropy(tf.oneHot(tf.tensor1d([classIndex], "int32"), 2), logits) as tf.Scalar;
}

describe("pocketForward", () => {
  it("computes what a pencil computes", () => {
    const forward = pocketForward(pocketImage);
    assert.deepEqual(forward.sums, [
      [0, 1, 1, 2],
      [-2, -2, -1, -2],
      [-1, 0, -1, -1],
      [-1, 1, -2, -1],
    ]);
    assert.deepEqual(forward.featureMap, [
      [0, 1, 1, 2],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 1, 0, 0],
    ]);
    assert.deepEqual(forward.pooled, [
      [1, 2],
      [1, 0],
    ]);
    assert.deepEqual(forward.logits, [3, 2]);
    assertNear([forward.probabilities], [[0.731059, 0.268941]], 1e-6, "probabilities");
    assert.ok(Math.abs(pocketLoss(pocketImage, 1) - 1.313262) < 1e-6, "the loss is ln(1 + e)");
  });

  it("takes large logits", () => {
    const large = { ...pocketNetwork, biases: [1000, 0] };
    assert.deepEqual(pocketForward(pocketImage, large).probabilities, [1, 0]);
  });

  it("refuses another size and another class", () => {
    assert.throws(
      () => pocketForward([[1, 2]]),
      /^RangeError: Cannot run the pocket network on 1x2 pixels: /,
    );
    assert.throws(() => pocketLoss(pocketImage, 2), /^RangeError: Cannot take the loss of class 2: /);
  });
});

describe("pocketBackward", () => {
  it("finds the switches: the largest of each window, the first on a tie", () => {
    assert.deepEqual(pocketSwitches(pocketForward(pocketImage).featureMap), [
      [0, 1],
      [0, 3],
      [3, 1],
      [2, 2],
    ]);
  });

  it("computes what a pencil computes", () => {
    const p = 0.7310585786;
    const { sums, gradient, logits } = pocketBackward(pocketImage, 1);
    assertNear([logits], [[p, -p]], 1e-9, "logits");
    assertNear(
      sums,
      [
        [0, p, 0, -p],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, p, 0, 0],
      ],
      1e-9,
      "sums",
    );
    // The windows of the image at the three switches: top middle, less top right, plus bottom left.
    assertNear(
      gradient.kernel,
      [
        [0, 0, p],
        [0, p, p],
        [0, 0, 0],
      ],
      1e-9,
      "kernel",
    );
    assertNear([[gradient.kernelBias]], [[p]], 1e-9, "bias of the kernel");
  });

  it("agrees with finite differences of the loss", () => {
    const step = 1e-6;
    for (const [number, { image, classIndex, network }] of cases.entries()) {
      const values = flat(network);
      const lossAt = (index: number, by: number) =>
        pocketLoss(image, classIndex, unflat(values.with(index, (values[index] as number) + by)));
      const slopes = values.map((_, index) => (lossAt(index, step) - lossAt(index, -step)) / (2 * step));
      const { gradient } = pocketBackward(image, classIndex, network);
      assertNear([flat(gradient)], [slopes], 1e-7, `case ${number}`);
    }
  });

  it("agrees with TensorFlow, loss and gradient", () => {
    for (const [number, { image, classIndex, network }] of cases.entries()) {
      tf.tidy(() => {
        const { value, grad } = tf.valueAndGrad((values) =>
          tensorFlowLoss(image, classIndex, values as tf.Tensor1D),
        )(tf.tensor1d(flat(network)));
        const { loss, gradient } = pocketBackward(image, classIndex, network);
        assertNear([[loss]], [[value.dataSync()[0] ?? Number.NaN]], 1e-5, `loss of case ${number}`);
        assertNear([flat(gradient)], [[...grad.dataSync()]], 1e-5, `case ${number}`);
      });
    }
  });
});

describe("pocketStep", () => {
  it("moves every number against its derivative and lowers the loss", () => {
    for (const { image, classIndex, network } of cases) {
      const { loss, gradient } = pocketBackward(image, classIndex, network);
      const stepped = pocketStep(network, gradient, 0.01);
      assert.ok(pocketLoss(image, classIndex, stepped) < loss, `from ${loss}`);
      const moved = flat(stepped).map((value, index) => (value - (flat(network)[index] as number)) / -0.01);
      assertNear([moved], [flat(gradient)], 1e-9, "the step");
    }
  });

  it("turns the seven from a one into a seven in one step of 0.2", () => {
    const { gradient } = pocketBackward(pocketImage, 1);
    const { probabilities } = pocketForward(pocketImage, pocketStep(pocketNetwork, gradient, 0.2));
    assert.ok((probabilities[1] as number) > 0.5, `${probabilities}`);
  });
});
