// Operations on each number by itself.
import type { tf } from "../../tf.js";
import { numbersOf } from "../kernel.js";
import { floats, kernelFor, type Operation, type Operations } from "./operation.js";

export const elementwise: Operations = {
  Mul: kernelFor("Multiply", "a", "b"),
  Sub: kernelFor("Sub", "a", "b"),
  Square: kernelFor("Square", "x"),
  Sign: kernelFor("Sign", "x"),
  Relu: kernelFor("Relu", "x"),
  Tanh: kernelFor("Tanh", "x"),
  Sigmoid: kernelFor("Sigmoid", "x"),
  ReluGrad({ backend }, dy, y) {
    const out = floats(backend, y.shape);
    const [to, upstream, outputs] = [out, dy, y].map((each) => bitsOf(backend, each)) as Three;
    for (let index = 0; index < to.length; index++) {
      // Without a branch: all bits where the output is above zero, which its bits then are too, or none.
      const bits = outputs[index] as number;
      to[index] = (upstream[index] as number) & ((-bits & ~bits) >> 31);
    }
    return out;
  },
  TanhGrad: pairwise((to, y, dy) => {
    for (let k = 0; k < to.length; k++) {
      const height = y[k] as number;
      to[k] = (dy[k] as number) * (1 - height * height);
    }
  }),
  SigmoidGrad: pairwise((to, y, dy) => {
    for (let k = 0; k < to.length; k++) {
      const height = y[k] as number;
      to[k] = (dy[k] as number) * height * (1 - height);
    }
  }),
};

type Three = [Int32Array, Int32Array, Int32Array];
type Backend = Parameters<typeof numbersOf>[0];

function bitsOf(backend: Backend, info: tf.TensorInfo): Int32Array {
  const { buffer, byteOffset, length } = numbersOf(backend, info);
  return new Int32Array(buffer, byteOffset, length);
}

/** An operation on two tensors of one shape. */
function pairwise(fill: (to: Float32Array, a: Float32Array, b: Float32Array) => void): Operation {
  return ({ backend }, a, b) => {
    const out = floats(backend, a.shape);
    fill(numbersOf(backend, out), numbersOf(backend, a), numbersOf(backend, b));
    return out;
  };
}
