import type { Value } from "./binding.js";
import { requireFinite } from "./finite.js";
import type { Native } from "./native.js";
import { oneDnnAttributes, oneDnnWorks } from "./oneDnn.js";
import { reshape, type Stage, type WindowSettings, windowAttributes } from "./stages.js";

export interface PoolSettings extends WindowSettings {
  size: readonly [number, number];
}

function poolAttributes(ops: Native, settings: PoolSettings) {
  return [...windowAttributes(ops, settings), ops.integer("ksize", [1, ...settings.size, 1])];
}

/**
 * The largest value of each window; the gradient goes to where it stood. TensorFlow's plain operation searches for
 * that place again on the way back. oneDNN's, which lies in the same library, writes it down on the way there and is
 * some fifteen times as fast; where it is missing, the plain one does the work.
 */
export function maxPool(ops: Native, settings: PoolSettings): Stage {
  const plain = poolAttributes(ops, settings);
  const noting = oneDnnAttributes(ops, [...plain, ops.flag("workspace_enabled", true)]);
  return {
    kind: "maxPool",
    forward(x, training) {
      requireFinite(ops, x);
      if (training && canNote(ops)) {
        const [y, places] = ops.runFor(2, "_MklNativeMaxPool", noting, x) as [Value, Value];
        return { y, dx: (dy) => ops.run("_MklNativeMaxPoolGrad", noting, x, y, dy, places) };
      }
      const y = ops.run("MaxPool", plain, x);
      return { y, dx: (dy) => ops.run("MaxPoolGrad", plain, x, y, dy) };
    },
  };
}

function canNote(ops: Native): boolean {
  const trial = () => {
    const attributes = oneDnnAttributes(ops, [...corner(ops), ops.flag("workspace_enabled", true)]);
    const x = ops.floatsOf([1, 4, 3, 2], [1, 2, 2, 1]);
    const [y, places] = ops.runFor(2, "_MklNativeMaxPool", attributes, x) as [Value, Value];
    return ops.run("_MklNativeMaxPoolGrad", attributes, x, y, y, places);
  };
  return oneDnnWorks(ops, "max pooling with notes", trial, "0,4,0,0");
}

/** One window of 2x2. */
function corner(ops: Native) {
  return poolAttributes(ops, { strides: [2, 2], size: [2, 2], padding: "valid" });
}

/** The mean of each window; the gradient is shared out evenly. oneDNN's operations are the quicker ones. */
export function averagePool(ops: Native, settings: PoolSettings): Stage {
  const plain = poolAttributes(ops, settings);
  const quick = canAverage(ops);
  const attributes = quick ? oneDnnAttributes(ops, plain) : plain;
  const name = quick ? "_MklNativeAvgPool" : "AvgPool";
  return {
    kind: "averagePool",
    forward: (x) => ({
      y: ops.run(name, attributes, x),
      dx: (dy) => ops.run(`${name}Grad`, attributes, ops.ints(x.shape), dy),
    }),
  };
}

function canAverage(ops: Native): boolean {
  const trial = () => {
    const attributes = oneDnnAttributes(ops, corner(ops));
    const mean = ops.run("_MklNativeAvgPool", attributes, ops.floatsOf([1, 4, 5, 2], [1, 2, 2, 1]));
    return ops.run("_MklNativeAvgPoolGrad", attributes, ops.ints([1, 2, 2, 1]), mean);
  };
  return oneDnnWorks(ops, "average pooling", trial, "0.75,0.75,0.75,0.75");
}

/** The mean of each channel over the whole image. */
export function globalAverage(ops: Native): Stage {
  const mean = [ops.floats, ops.type("Tidx", "int"), ops.flag("keep_dims", false)];
  return {
    kind: "globalAverage",
    forward(x) {
      const [count = 0, height = 0, width = 0, channels = 0] = x.shape;
      return {
        y: ops.run("Mean", mean, x, ops.ints([1, 2])),
        dx(dy) {
          const share = ops.run("Mul", [ops.floats], dy, ops.scalar(1 / (height * width)));
          const shape = ops.ints([count, 1, 1, channels]);
          const corner = ops.run("Reshape", [ops.floats, ops.type("Tshape", "int")], share, shape);
          return ops.run("BroadcastTo", [ops.floats, ops.type("Tidx", "int")], corner, ops.ints(x.shape));
        },
      };
    },
  };
}

/**
 * The largest value of each channel over the whole image; the gradient goes to where it stood, in full to each place where
 * several values are the largest, as TensorFlow.js has it.
 */
export function globalMax(ops: Native): Stage {
  const largest = [ops.floats, ops.type("Tidx", "int"), ops.flag("keep_dims", true)];
  return {
    kind: "globalMax",
    forward(x) {
      requireFinite(ops, x);
      const [count = 0, , , channels = 0] = x.shape;
      const corner = ops.run("Max", largest, x, ops.ints([1, 2]));
      return {
        y: reshape(ops, corner, [count, channels]),
        dx(dy) {
          // 0 where the largest stands, 1 at every other place.
          const elsewhere = ops.run("Sign", [ops.floats], ops.run("Sub", [ops.floats], corner, x));
          const here = ops.run("Sub", [ops.floats], ops.scalar(1), elsewhere);
          return ops.run("Mul", [ops.floats], here, reshape(ops, dy, [count, 1, 1, channels]));
        },
      };
    },
  };
}
