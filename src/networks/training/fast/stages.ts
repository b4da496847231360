import { tf } from "../../tf.js";
import type { Attribute, Value } from "./binding.js";
import type { Native } from "./native.js";

/**
 * The stages a network is taken apart into. Each turns a value into the next, and says how the gradient of the loss goes
 * back through it: `dy` in, `dx` out. That is the whole of back-propagation.
 */
export interface Stage {
  /** Which of the stages it is. */
  readonly kind: string;
  /** The weight it uses, if any. */
  readonly weight?: tf.layers.Layer["weights"][number];
  forward(x: Value, training: boolean): Forward;
}

/** What a stage hands on, and how to go back. */
export interface Forward {
  readonly y: Value;
  /** Gradient of the inputs. */
  dx(dy: Value): Value;
  /** Gradient of the weight. */
  dWeight?(dy: Value): Value;
}

export type Weight = NonNullable<Stage["weight"]>;

/** The value a weight has now. */
export function currentValue(ops: Native, weight: Weight): Value {
  return ops.of(weight.read());
}

/** The strides, window and padding of a convolution or pooling, as TensorFlow names them. */
export interface WindowSettings {
  strides: readonly [number, number];
  padding: string;
}

export function windowAttributes(ops: Native, settings: WindowSettings): Attribute[] {
  return [
    ops.floats,
    ops.integer("strides", [1, ...settings.strides, 1]),
    ops.text("padding", settings.padding.toUpperCase()),
    ops.text("data_format", "NHWC"),
  ];
}

/**
 * The product of two matrices, either of them transposed first. Not by `MatMul`, which is no quicker: with AVX-512 it corrupts memory
 * when the signals of a profiler (`node --cpu-prof`) interrupt it.
 */
export function product(ops: Native, a: Value, b: Value, transposeA: boolean, transposeB: boolean): Value {
  const attributes = [ops.floats, ops.flag("adj_x", transposeA), ops.flag("adj_y", transposeB)];
  return ops.run("BatchMatMulV2", attributes, a, b);
}

/** Each example, a row, times the matrix of a dense layer. */
export function multiply(ops: Native, weight: Weight): Stage {
  return {
    kind: "multiply",
    weight,
    forward(x) {
      const matrix = currentValue(ops, weight);
      return {
        y: product(ops, x, matrix, false, false),
        dx: (dy) => product(ops, dy, matrix, false, true),
        dWeight: (dy) => product(ops, x, dy, true, false),
      };
    },
  };
}

/** The same numbers in another shape. */
export function reshape(ops: Native, x: Value, shape: readonly number[]): Value {
  return ops.run("Reshape", [ops.floats, ops.type("Tshape", "int")], x, ops.ints(shape));
}

/** Each example becomes a row. */
export function flatten(ops: Native): Stage {
  return {
    kind: "flatten",
    forward: (x) => ({
      y: reshape(ops, x, [x.shape[0] ?? 0, -1]),
      dx: (dy) => reshape(ops, dy, x.shape),
    }),
  };
}

/** What TensorFlow.js makes of inputs, which are disposed. A model as a layer gives a list of what it makes. */
function called(layer: tf.layers.Layer, inputs: tf.Tensor, training: boolean): tf.Tensor {
  try {
    return tf.tidy(() => [layer.call(inputs, { training })].flat()[0] as tf.Tensor);
  } finally {
    inputs.dispose();
  }
}

/** A layer that silences values at random: what it makes of ones is the mask, in training and on the way back. */
export function silence(ops: Native, layer: tf.layers.Layer): Stage {
  const times = (a: Value, b: Value) => ops.run("Mul", [ops.floats], a, b);
  return {
    kind: "silence",
    forward(x, training) {
      if (!training) return { y: x, dx: (dy) => dy };
      const masked = called(layer, tf.ones([...x.shape]), true);
      const mask = ops.copy(masked);
      masked.dispose();
      return { y: times(x, mask), dx: (dy) => times(dy, mask) };
    },
  };
}

/** A layer we have no way back through, below all that learns: TensorFlow.js runs it. */
export function apply(ops: Native, layer: tf.layers.Layer): Stage {
  return {
    kind: "apply",
    forward(x, training) {
      const outputs = called(layer, ops.tensor(x), training);
      const y = ops.copy(outputs);
      outputs.dispose();
      return {
        y,
        dx() {
          throw new Error(
            `Cannot take gradients through ${layer.name}: nothing below it learns. Train it with fast: false.`,
          );
        },
      };
    },
  };
}
