// Operations on each number by itself.
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
  /** What comes from above times 1 or 0, so that what is not finite stays so. */
  ReluGrad({ backend }, dy, y) {
    const out = floats(backend, y.shape);
    const [to, upstream] = [numbersOf(backend, out), numbersOf(backend, dy)];
    const bits = new Int32Array(to.buffer, numbersOf(backend, y).byteOffset, to.length);
    for (let k = 0; k < to.length; k++) {
      // Without a branch: a number is above zero where its bits are.
      const bit = bits[k] as number;
      to[k] = (upstream[k] as number) * ((-bit & ~bit) >>> 31);
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

/** An operation on two tensors of one shape. */
function pairwise(fill: (to: Float32Array, a: Float32Array, b: Float32Array) => void): Operation {
  return ({ backend }, a, b) => {
    const out = floats(backend, a.shape);
    fill(numbersOf(backend, out), numbersOf(backend, a), numbersOf(backend, b));
    return out;
  };
}
