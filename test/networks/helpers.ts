import assert from "node:assert/strict";
import { seeded } from "../../src/arithmetic/random.js";
import { type Digits, digitsFrom } from "../../src/images/digits/digits.js";
import { type LayersModel, tf } from "../../src/networks/tf.js";

/** Made-up digits: a bright row or column whose place says the label, over dim noise. The same seed draws the same. */
export function drawn(count: number, seed = 1, size = 8): Digits {
  const random = seeded(seed);
  const labels = Array.from({ length: count }, (_, index) => index % 10);
  const images = labels.map((label) =>
    Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => {
        const line = label < 5 ? row : column;
        return line === (label % 5) + 1 ? 200 + Math.floor(56 * random()) : Math.floor(40 * random());
      }),
    ),
  );
  return digitsFrom(images, labels);
}

export interface SmallOptions {
  size?: number;
  activation?: "relu" | "tanh";
  optimizer?: tf.Optimizer;
  seed?: number;
}

/** A network of the lab's kinds of layers with few weights, so that a test takes milliseconds: 20 + 27x10 + 10 for 8x8. */
export function smallNetwork(options: SmallOptions = {}): LayersModel {
  const { size = 8, activation = "relu", optimizer = tf.train.sgd(0.1), seed = 1 } = options;
  const start = (layer: number) => tf.initializers.glorotUniform({ seed: 10 * seed + layer });
  const model = tf.sequential({
    name: "small",
    layers: [
      tf.layers.conv2d({
        name: "conv",
        filters: 2,
        kernelSize: 3,
        activation,
        inputShape: [size, size, 1],
        kernelInitializer: start(1),
        biasInitializer: tf.initializers.constant({ value: 0.05 }),
      }),
      tf.layers.maxPooling2d({ name: "pool", poolSize: 2 }),
      tf.layers.flatten({ name: "flatten" }),
      tf.layers.dense({ name: "output", units: 10, activation: "softmax", kernelInitializer: start(2) }),
    ],
  });
  model.compile({ optimizer, loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
  return model;
}

/** Every weight of a model as plain numbers, tensor by tensor. */
export function numbersOf(model: LayersModel): number[][] {
  return model.getWeights().map((weights) => Array.from(weights.dataSync()));
}

/** The largest distance between numbers at the same place. */
export function largestGap(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  if (a.length !== b.length || a.some((row, index) => row.length !== b[index]?.length)) return Number.NaN;
  return Math.max(
    ...a.flatMap((row, r) => row.map((value, c) => Math.abs(value - (b[r]?.[c] ?? Number.NaN)))),
  );
}

/** Fails, with the largest distance, unless all numbers are within `room` of those expected. */
export function assertNear(
  found: readonly (readonly number[])[],
  expected: readonly (readonly number[])[],
  room: number,
  what = "",
): void {
  const gap = largestGap(found, expected);
  assert.ok(gap <= room, `${what} differs by ${gap}, more than ${room}`);
}
