import { squashHeight, squashSlope } from "../../../arithmetic/scaledTanh.js";
import type { Value } from "./binding.js";
import type { Native } from "./native.js";
import type { Stage } from "./stages.js";

/** Each with the operation that TensorFlow has for its gradient, which takes what the activation made. */
const elementwise = {
  relu: {
    forward: "Relu",
    backward: (ops: Native, y: Value, dy: Value) => ops.run("ReluGrad", [ops.floats], dy, y),
  },
  tanh: {
    forward: "Tanh",
    backward: (ops: Native, y: Value, dy: Value) => ops.run("TanhGrad", [ops.floats], y, dy),
  },
  sigmoid: {
    forward: "Sigmoid",
    backward: (ops: Native, y: Value, dy: Value) => ops.run("SigmoidGrad", [ops.floats], y, dy),
  },
};

/** An activation by its name in TensorFlow.js, as the stages it takes: none for "linear"; nothing if we do not know it. */
export function activation(ops: Native, name: string): Stage[] | undefined {
  if (name === "linear") return [];
  if (name === "softmax") return [softmax(ops)];
  if (name === "scaledTanh") return [squash(ops)];
  const known = Object.hasOwn(elementwise, name) && elementwise[name as keyof typeof elementwise];
  if (!known) return undefined;
  return [
    {
      kind: "activate",
      forward(x) {
        const y = ops.run(known.forward, [ops.floats], x);
        return { y, dx: (dy) => known.backward(ops, y, dy) };
      },
    },
  ];
}

/** Softmax over the last axis: each probability depends on every score, hence the sum on the way back. */
function softmax(ops: Native): Stage {
  const elements = [ops.floats];
  return {
    kind: "softmax",
    forward(x) {
      const y = ops.run("Softmax", elements, x);
      return {
        y,
        dx(dy) {
          const share = ops.run("Mul", elements, dy, y);
          const sumAttributes = [ops.floats, ops.type("Tidx", "int"), ops.flag("keep_dims", true)];
          const sum = ops.run("Sum", sumAttributes, share, ops.ints([x.shape.length - 1]));
          return ops.run("Mul", elements, y, ops.run("Sub", elements, dy, sum));
        },
      };
    },
  };
}

/** The squashing function of LeNet-5, a hyperbolic tangent stretched in both directions. */
function squash(ops: Native): Stage {
  const times = (value: Value, factor: number) => ops.run("Mul", [ops.floats], value, ops.scalar(factor));
  return {
    kind: "activate",
    forward(x) {
      const tanh = ops.run("Tanh", [ops.floats], times(x, squashSlope));
      return {
        y: times(tanh, squashHeight),
        dx: (dy) => times(ops.run("TanhGrad", [ops.floats], tanh, dy), squashHeight * squashSlope),
      };
    },
  };
}
