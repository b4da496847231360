// Sums, products of matrices, and what is made of sums.
import type { tf } from "../../tf.js";
import { numbersOf, registered } from "../kernel.js";
import {
  type Call,
  floats,
  floatsWith,
  type Operation,
  type Operations,
  sizeOf,
  wholeNumbers,
} from "./operation.js";

export const sums: Operations = {
  Sum(call, x, axes) {
    const { backend, setting } = call;
    if (sizeOf(axes.shape) < x.shape.length || setting("keep_dims"))
      return reduction("Sum", "axis")(call, x, axes);
    return floatsWith(backend, [], Float32Array.of(total(numbersOf(backend, x))));
  },
  Mean: reduction("Mean", "axis"),
  Max: reduction("Max", "reductionIndices"),
  L2Loss({ backend }, x) {
    const values = numbersOf(backend, x);
    let sum = 0;
    for (let k = 0; k < values.length; k++) sum += (values[k] as number) ** 2;
    return floatsWith(backend, [], Float32Array.of(sum / 2));
  },
  AddN({ backend }, first, ...others) {
    const sum = numbersOf(backend, first as tf.TensorInfo).slice();
    for (const other of others) {
      const values = numbersOf(backend, other);
      for (let k = 0; k < sum.length; k++) (sum[k] as number) += values[k] as number;
    }
    return floatsWith(backend, (first as tf.TensorInfo).shape, sum);
  },
  BatchMatMulV2({ backend, setting }, first, second) {
    const [a, b] = [first, second].map((each) => ({ ...each, shape: [1, ...each.shape] }));
    const attrs = { transposeA: setting("adj_x"), transposeB: setting("adj_y") };
    const inputs = { a, b } as Record<string, tf.TensorInfo>;
    const found = registered("BatchMatMul")({ backend, inputs, attrs });
    return { ...found, shape: found.shape.slice(1) };
  },
  BiasAdd({ backend }, x, bias) {
    const out = floats(backend, x.shape);
    const [to, from, added] = [out, x, bias].map((each) => numbersOf(backend, each)) as Three;
    const channels = added.length;
    for (let row = 0; row < to.length; row += channels)
      for (let channel = 0; channel < channels; channel++)
        to[row + channel] = (from[row + channel] as number) + (added[channel] as number);
    return out;
  },
  BiasAddGrad({ backend }, dy) {
    const channels = dy.shape.at(-1) as number;
    const out = floats(backend, [channels]);
    const [to, from] = [out, dy].map((each) => numbersOf(backend, each)) as Three;
    const totals = new Float64Array(channels);
    for (let row = 0; row < from.length; row += channels)
      for (let channel = 0; channel < channels; channel++)
        (totals[channel] as number) += from[row + channel] as number;
    to.set(totals);
    return out;
  },
};

type Three = [Float32Array, Float32Array, Float32Array];

/** Four sums side by side, since each addition waits for the one before. */
function total(values: Float32Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const even = values.length - (values.length % 4);
  for (let k = 0; k < even; k += 4) {
    a += values[k] as number;
    b += values[k + 1] as number;
    c += values[k + 2] as number;
    d += values[k + 3] as number;
  }
  for (let k = even; k < values.length; k++) a += values[k] as number;
  return a + b + c + d;
}

/** A kernel that goes over the axes it is told. */
function reduction(name: string, axesName: string): Operation {
  return ({ backend, setting }: Call, x, axes) => {
    const attrs = { [axesName]: wholeNumbers(backend, axes), keepDims: setting("keep_dims") };
    return registered(name)({ backend, inputs: { x }, attrs });
  };
}
