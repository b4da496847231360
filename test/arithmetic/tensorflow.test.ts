import assert from "node:assert/strict";
import { test } from "node:test";
import type { PerAxis } from "../../src/arithmetic/axes.js";
import { crossCorrelate } from "../../src/arithmetic/correlate.js";
import { type LayerSpec, layerTable } from "../../src/arithmetic/layers.js";
import type { Matrix } from "../../src/arithmetic/matrix.js";
import { averagePool, globalAverage, maxPool } from "../../src/arithmetic/pool.js";
import { seeded } from "../../src/arithmetic/random.js";
import { type AxisPadding, outputLength, paddingOf } from "../../src/arithmetic/window.js";
import { tf } from "../../src/networks/tf.js";

// TensorFlow as the oracle. Padding is always explicit (`tf.pad`) or a named rule: with a number, tfjs takes the
// kernel's height for the width too, and is wrong for kernels that are not square.

const random = seeded(2026);
const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
const oneOf = <T>(choices: readonly T[]) => choices[between(0, choices.length - 1)] as T;
const matrix = (height: number, width: number) =>
  Array.from({ length: height }, () => Array.from({ length: width }, () => between(-9, 9)));

test("paddingOf and outputLength agree with TensorFlow for all small windows", () => {
  for (let length = 1; length <= 40; length++) {
    for (let kernel = 1; kernel <= 7; kernel++) {
      for (let stride = 1; stride <= 4; stride++) {
        for (let dilation = 1; dilation <= 3; dilation++) {
          for (const padding of ["valid", "same", [1, 2]] as const) {
            const pad: Parameters<typeof tf.backend_util.computeConv2DInfo>[4] =
              typeof padding === "string" ? padding : [[0, 0], [0, 0], [...padding], [0, 0]];
            const info = tf.backend_util.computeConv2DInfo(
              [1, 1, length, 1],
              [1, kernel, 1, 1],
              [1, stride],
              [1, dilation],
              pad,
            );
            const window = { kernel, stride, dilation, padding };
            const name = JSON.stringify({ length, ...window });
            assert.deepEqual(paddingOf(length, window), [info.padInfo.left, info.padInfo.right], name);
            if (info.outWidth > 0) assert.equal(outputLength(length, window), info.outWidth, name);
            else assert.throws(() => outputLength(length, window), RangeError, name);
          }
        }
      }
    }
  }
});

type Pair = readonly [number, number];

/** Padding as TensorFlow gets it: a named rule, or zeros (or another value) put around the image beforehand. */
type TheirPadding = "same" | "valid" | { rows: Pair; columns: Pair };

function asTensor(values: Matrix): tf.Tensor4D {
  return tf.tensor([values.map((row) => [...row])]).expandDims(-1) as tf.Tensor4D;
}

function asMatrix(tensor: tf.Tensor): number[][] {
  return (tensor.squeeze([0, 3]).arraySync() as number[][]).map((row) => row.map((value) => value + 0));
}

/** A dilated kernel as a larger one with zeros between its weights: TensorFlow takes no stride with a dilation. */
function spread(kernel: Matrix, rows: number, columns: number): number[][] {
  const large = Array.from({ length: (kernel.length - 1) * rows + 1 }, () =>
    Array<number>(((kernel[0] as number[]).length - 1) * columns + 1).fill(0),
  );
  for (const [row, weights] of kernel.entries()) {
    for (const [column, weight] of weights.entries())
      (large[row * rows] as number[])[column * columns] = weight;
  }
  return large;
}

function padded(image: tf.Tensor4D, padding: TheirPadding, value: number): [tf.Tensor4D, "same" | "valid"] {
  if (typeof padding === "string") return [image, padding];
  return [tf.pad4d(image, [[0, 0], [...padding.rows], [...padding.columns], [0, 0]], value), "valid"];
}

function randomPadding(reach: Pair, limit: Pair): { ours: PerAxis<AxisPadding>; theirs: TheirPadding } {
  const kind = oneOf(["valid", "same", "full", "number", "pairs"] as const);
  if (kind === "valid" || kind === "same") return { ours: kind, theirs: kind };
  if (kind === "full") {
    const [rows, columns] = reach;
    return { ours: kind, theirs: { rows: [rows - 1, rows - 1], columns: [columns - 1, columns - 1] } };
  }
  if (kind === "number") {
    const amount = between(0, Math.min(...limit));
    return { ours: amount, theirs: { rows: [amount, amount], columns: [amount, amount] } };
  }
  const [rows, columns] = limit;
  const pairs = {
    rows: [between(0, rows), between(0, rows)],
    columns: [between(0, columns), between(0, columns)],
  } as const;
  return { ours: pairs, theirs: pairs };
}

test("crossCorrelate(image, kernel, options) equals tf.conv2d in 3000 random cases", () => {
  let compared = 0;
  for (let round = 0; compared < 3000; round++) {
    assert.ok(round < 12_000, "most cases must fit");
    const [height, width] = [between(1, 40), between(1, 40)];
    const kernel = matrix(between(1, 7), between(1, 7));
    const stride = { rows: between(1, 4), columns: between(1, 4) };
    const dilation = { rows: between(1, 3), columns: between(1, 3) };
    const large = spread(kernel, dilation.rows, dilation.columns);
    const reach = [large.length, (large[0] as number[]).length] as const;
    const { ours, theirs } = randomPadding(reach, [8, 8]);
    const image = matrix(height, width);
    if (!fits(height, width, reach, theirs)) {
      assert.throws(() => crossCorrelate(image, kernel, { stride, dilation, padding: ours }), RangeError);
      continue;
    }
    const expected = tf.tidy(() => {
      const [input, pad] = padded(asTensor(image), theirs, 0);
      const filter = tf.tensor(large).expandDims(-1).expandDims(-1) as tf.Tensor4D;
      return asMatrix(tf.conv2d(input, filter, [stride.rows, stride.columns], pad));
    });
    const output = crossCorrelate(image, kernel, { stride, dilation, padding: ours });
    assert.deepEqual(output, expected, JSON.stringify({ height, width, kernel, stride, dilation, ours }));
    compared++;
  }
});

function fits(height: number, width: number, [rows, columns]: Pair, padding: TheirPadding): boolean {
  if (padding === "same") return true;
  const around = padding === "valid" ? ({ rows: [0, 0], columns: [0, 0] } as const) : padding;
  return (
    rows <= height + around.rows[0] + around.rows[1] &&
    columns <= width + around.columns[0] + around.columns[1]
  );
}

test("maxPool and averagePool equal tf.maxPool and tf.avgPool in 2000 random cases", () => {
  let compared = 0;
  for (let round = 0; compared < 2000; round++) {
    assert.ok(round < 8000, "most cases must fit");
    const [height, width] = [between(1, 40), between(1, 40)];
    const size = { rows: between(1, 7), columns: between(1, 7) };
    const stride = { rows: between(1, 4), columns: between(1, 4) };
    const reach = [size.rows, size.columns] as const;
    const { ours, theirs } = randomPadding(reach, [size.rows - 1, size.columns - 1]);
    if (!fits(height, width, reach, theirs)) continue;
    const image = matrix(height, width);
    const strides: [number, number] = [stride.rows, stride.columns];
    const pool = (kind: "avgPool" | "maxPool", values: Matrix, value: number) =>
      tf.tidy(() => {
        const [input, pad] = padded(asTensor(values), theirs, value);
        return asMatrix(tf[kind](input, [...reach], strides, pad));
      });
    const maxima = pool("maxPool", image, -1000);
    // With explicit zeros, tf.avgPool divides by all of the window: mean(pixels) / mean(is a pixel) leaves them out.
    const sums = pool("avgPool", image, 0);
    const ones = image.map((row) => row.map(() => 1));
    const shares = pool("avgPool", ones, 0);
    const window = { size, stride, padding: ours };
    const name = JSON.stringify({ height, width, ...window });
    assert.deepEqual(maxPool(image, window), maxima, name);
    const means = averagePool(image, window);
    assert.deepEqual([means.length, means[0]?.length], [sums.length, sums[0]?.length], name);
    for (const [row, values] of means.entries()) {
      for (const [column, mean] of values.entries()) {
        const expected = (sums[row]?.[column] as number) / (shares[row]?.[column] as number);
        assert.ok(Math.abs(mean - expected) < 1e-4, `${name}: ${mean} instead of ${expected}`);
      }
    }
    compared++;
  }
});

test("layerTable(input, layers) has the shapes and parameters of a TensorFlow model", () => {
  const same = { rows: "same", columns: "same" } as const;
  const rows = layerTable({ height: 17, width: 22, channels: 3 }, [
    { kind: "conv", filters: 5, kernel: { rows: 3, columns: 4 }, stride: 2, padding: same },
    { kind: "conv", filters: 10, kernel: 3, groups: 5 },
    { kind: "averagePool", size: 2, stride: 1, padding: "same" },
    { kind: "conv", filters: 4, kernel: 2, dilation: 2, bias: false },
    { kind: "maxPool", size: { rows: 2, columns: 3 } },
    { kind: "flatten" },
    { kind: "dense", units: 7 },
    { kind: "dense", units: 3, bias: false },
  ]);
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({
        inputShape: [17, 22, 3],
        filters: 5,
        kernelSize: [3, 4],
        strides: 2,
        padding: "same",
      }),
      tf.layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2 }),
      tf.layers.averagePooling2d({ poolSize: 2, strides: 1, padding: "same" }),
      tf.layers.conv2d({ filters: 4, kernelSize: 2, dilationRate: 2, useBias: false }),
      tf.layers.maxPooling2d({ poolSize: [2, 3] }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 7 }),
      tf.layers.dense({ units: 3, useBias: false }),
    ],
  });
  for (const [index, layer] of model.layers.entries()) {
    assert.deepEqual([...(rows[index]?.shape ?? [])], layer.outputShape.slice(1), layer.name);
    assert.equal(rows[index]?.parameters, layer.countParams(), layer.name);
  }
  model.dispose();
});

test("globalAverage(image) equals tf.globalAveragePooling2d in 200 random cases", () => {
  const layer = tf.layers.globalAveragePooling2d({});
  for (let round = 0; round < 200; round++) {
    const image = matrix(between(1, 40), between(1, 40));
    const expected = tf.tidy(() => (layer.apply(asTensor(image)) as tf.Tensor).dataSync()[0] as number);
    assert.ok(Math.abs(globalAverage(image) - expected) < 1e-4, `${globalAverage(image)} and ${expected}`);
  }
});

test("layerTable(input, layers) has the shapes and parameters of 150 random TensorFlow models", () => {
  for (let round = 0; round < 150; round++) {
    const input = { height: between(12, 40), width: between(12, 40), channels: between(1, 4) };
    const specs: LayerSpec[] = [];
    const layers: tf.layers.Layer[] = [];
    const pair = (low: number, high: number) => ({ rows: between(low, high), columns: between(low, high) });
    const listed = ({ rows, columns }: { rows: number; columns: number }): Pair => [rows, columns];
    for (let count = between(1, 3); count > 0; count--) {
      const padding = oneOf(["valid", "same"] as const);
      if (random() < 0.6) {
        const [filters, kernel, bias] = [between(1, 6), pair(1, 3), random() < 0.5];
        const stride = random() < 0.5 ? pair(1, 2) : { rows: 1, columns: 1 };
        const dilation = stride.rows * stride.columns === 1 ? between(1, 2) : 1; // TensorFlow takes one of the two
        specs.push({ kind: "conv", filters, kernel, stride, dilation, padding, bias });
        layers.push(
          tf.layers.conv2d({
            filters,
            kernelSize: [...listed(kernel)],
            strides: [...listed(stride)],
            dilationRate: dilation,
            padding,
            useBias: bias,
          }),
        );
      } else {
        const [kind, size, stride] = [oneOf(["maxPool", "averagePool"] as const), pair(1, 2), pair(1, 2)];
        specs.push({ kind, size, stride, padding });
        const settings = { poolSize: [...listed(size)], strides: [...listed(stride)], padding } as object;
        layers.push(
          kind === "maxPool" ? tf.layers.maxPooling2d(settings) : tf.layers.averagePooling2d(settings),
        );
      }
    }
    const units = between(1, 20);
    if (random() < 0.5) {
      specs.push({ kind: "flatten" });
      layers.push(tf.layers.flatten());
    } else {
      specs.push({ kind: "globalAverage" });
      layers.push(tf.layers.globalAveragePooling2d({}));
    }
    specs.push({ kind: "dense", units });
    layers.push(tf.layers.dense({ units }));
    const image = tf.input({ shape: [input.height, input.width, input.channels] });
    const output = layers.reduce((below, layer) => layer.apply(below) as tf.SymbolicTensor, image);
    const model = tf.model({ inputs: image, outputs: output });
    for (const [index, row] of layerTable(input, specs).entries()) {
      const layer = layers[index] as tf.layers.Layer;
      const name = `${JSON.stringify({ input, specs })}, layer ${index + 1}`;
      assert.deepEqual([...row.shape], layer.outputShape.slice(1), name);
      assert.equal(row.parameters, layer.countParams(), name);
    }
    model.dispose();
  }
});
