import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { seeded } from "../../../src/arithmetic/random.js";
import { type HiddenNetwork, hiddenSlopes } from "../../../src/lessons/how-a-network-learns/hiddenSlopes.js";
import { tf } from "../../../src/networks/tf.js";

/** Numbers from -1 to 1. */
function drawn(random: () => number, [inputs, units, classes]: readonly [number, number, number]) {
  const list = (length: number) => Array.from({ length }, () => 2 * random() - 1);
  const network: HiddenNetwork = {
    hiddenWeights: Array.from({ length: units }, () => list(inputs)),
    hiddenBiases: list(units),
    outputWeights: Array.from({ length: classes }, () => list(units)),
    outputBiases: list(classes),
  };
  return { inputs: list(inputs), classIndex: Math.floor(random() * classes), network };
}
const sizes = [[1, 1, 2], [2, 2, 2], [3, 5, 4], [7, 4, 10]] as const; // biome-ignore format: four sizes

/** A network like another, one of whose numbers is some more. */
function nudged(network: HiddenNetwork, part: keyof HiddenNetwork, at: readonly number[], by: number) {
  const copy = structuredClone(network) as unknown as Record<string, unknown>;
  let list = copy[part] as unknown[];
  for (const index of at.slice(0, -1)) list = list[index] as unknown[];
  const last = at.at(-1) as number;
  list[last] = (list[last] as number) + by;
  return copy as unknown as HiddenNetwork;
}

/** Every number of a part, with its place. */
function numbersOf(part: readonly (number | readonly number[])[]): { at: number[]; value: number }[] {
  return part.flatMap((entry, row) =>
    typeof entry === "number"
      ? [{ at: [row], value: entry }]
      : entry.map((value, column) => ({ at: [row, column], value })),
  );
}

describe("hiddenSlopes", () => {
  it("hiddenSlopes follows the pen: two inputs, two units of which one is shut, two classes", () => {
    const network = {
      hiddenWeights: [[1, -1], [2, 1]],
      hiddenBiases: [0, 0],
      outputWeights: [[1, 0], [0, 1]],
      outputBiases: [0, 0],
    }; // biome-ignore format: as one writes it
    // Sums -1 and 4, answers 0 and 4, logits 0 and 4.
    const p = 1 / (1 + Math.exp(4));
    const { loss, logits, hidden, sums, gradient } = hiddenSlopes([1, 2], 0, network);
    const near = (found: number, expected: number) =>
      assert.ok(Math.abs(found - expected) < 1e-12, `${found}`);
    near(loss, -Math.log(p));
    [logits, hidden].forEach((slopes) => {
      near(slopes[0] as number, p - 1);
      near(slopes[1] as number, 1 - p);
    });
    assert.equal(sums[0], 0, "a unit that is shut passes nothing on");
    near(gradient.hiddenWeights[1]?.[1] as number, 2 * (1 - p));
    assert.deepEqual(gradient.hiddenWeights[0]?.map(Math.abs), [0, 0]);
    near(gradient.outputWeights[0]?.[1] as number, 4 * (p - 1));
  });

  it("hiddenSlopes are what the loss changes by, for every number of random networks", () => {
    const random = seeded(1);
    const step = 1e-6;
    for (const size of sizes.flatMap((each) => Array.from({ length: 5 }, () => each))) {
      const { inputs, classIndex, network } = drawn(random, size);
      const { gradient } = hiddenSlopes(inputs, classIndex, network);
      for (const part of Object.keys(network) as (keyof HiddenNetwork)[]) {
        for (const { at, value } of numbersOf(gradient[part])) {
          const loss = (by: number) => hiddenSlopes(inputs, classIndex, nudged(network, part, at, by)).loss;
          const difference = (loss(step) - loss(-step)) / (2 * step);
          assert.ok(Math.abs(difference - value) < 1e-7, `${part} ${at}: ${value}, ${difference}`);
        }
      }
    }
  });

  it("hiddenSlopes are those of TensorFlow", () => {
    const { inputs, classIndex, network } = drawn(seeded(7), [6, 5, 3]);
    const { hiddenWeights, hiddenBiases, outputWeights, outputBiases } = network;
    const { loss, gradient } = hiddenSlopes(inputs, classIndex, network);
    tf.tidy(() => {
      const lossOf = (w: tf.Tensor, b: tf.Tensor, v: tf.Tensor, c: tf.Tensor) => {
        const answers = tf.relu(tf.add(tf.dot(w as tf.Tensor2D, tf.tensor1d(inputs)), b));
        const logits = tf.add(tf.dot(v as tf.Tensor2D, answers as tf.Tensor1D), c);
        return tf.losses.softmaxCrossEntropy(tf.oneHot(classIndex, outputBiases.length), logits) as tf.Scalar;
      };
      const weights = [
        tf.tensor2d(hiddenWeights.map((row) => [...row])),
        tf.tensor1d([...hiddenBiases]),
        tf.tensor2d(outputWeights.map((row) => [...row])),
        tf.tensor1d([...outputBiases]),
      ];
      const { value, grads } = tf.valueAndGrads(lossOf as (...all: tf.Tensor[]) => tf.Scalar)(weights);
      assert.ok(Math.abs((value.dataSync()[0] as number) - loss) < 1e-6);
      Object.values(gradient).forEach((part: HiddenNetwork[keyof HiddenNetwork], index) => {
        const expected = grads[index]?.dataSync() as Float32Array;
        part.flat().forEach((slope, at) => {
          assert.ok(
            Math.abs(slope - (expected[at] as number)) < 1e-6,
            `${index}, ${at}: ${slope}, ${expected[at]}`,
          );
        });
      });
    });
  });

  for (const [what, inputs, classIndex, change, message] of [
    ["inputs that do not fit", [1], 0, {}, /there are 2 weights in a row and 1 inputs/],
    ["biases that do not fit", [1, 2], 0, { hiddenBiases: [0] }, /2 rows of weights and 1 biases/],
    ["a class that is not there", [1, 2], 2, {}, /classIndex is 2\. Give a whole number from 0 to 1/],
  ] as const) {
    it(`hiddenSlopes refuses ${what}`, () => {
      const two = [[1, 2], [3, 4]]; // biome-ignore format: short
      const network = { hiddenWeights: two, hiddenBiases: [0, 0], outputWeights: two, outputBiases: [0, 0] };
      assert.throws(() => hiddenSlopes(inputs, classIndex, { ...network, ...change }), {
        name: "RangeError",
        message,
      });
    });
  }
});
