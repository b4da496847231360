import type { Value } from "./binding.js";
import type { Native } from "./native.js";
import { oneDnnAttributes, oneDnnWorks } from "./oneDnn.js";
import {
  currentValue,
  reshape,
  type Stage,
  type Weight,
  type WindowSettings,
  windowAttributes,
} from "./stages.js";

/** How the weights of a layer become kernels, and the gradient of the kernels that of the weights. */
export interface KernelForm {
  kernels(weights: Value): Value;
  weights(kernels: Value): Value;
}

const asTheyAre: KernelForm = { kernels: (weights) => weights, weights: (kernels) => kernels };

/**
 * Cross-correlation with the kernels. With a bias the convolution adds it to each sum before it writes the sum down, which
 * costs next to nothing: oneDNN's, that is, see {@link canAddBias}.
 */
export function convolve(
  ops: Native,
  weight: Weight,
  settings: WindowSettings,
  bias?: Weight,
  form: KernelForm = asTheyAre,
): Stage {
  const attributes = windowAttributes(ops, settings);
  const biased = oneDnnAttributes(ops, attributes);
  return {
    kind: "convolve",
    weight,
    forward(x) {
      const kernels = form.kernels(currentValue(ops, weight));
      const sizes = (value: Value) => ops.ints(value.shape);
      return {
        y: bias
          ? ops.run("_MklNativeConv2DWithBias", biased, x, kernels, currentValue(ops, bias))
          : ops.run("Conv2D", attributes, x, kernels),
        dx: (dy) => ops.run("Conv2DBackpropInput", attributes, sizes(x), kernels, dy),
        dWeight: (dy) => form.weights(ops.run("Conv2DBackpropFilter", attributes, x, sizes(kernels), dy)),
      };
    },
  };
}

/** Whether convolutions can add their bias themselves. */
export function canAddBias(ops: Native): boolean {
  const one = (value: number) => ops.floatsOf([value], [1, 1, 1, 1]);
  const trial = () => {
    const attributes = windowAttributes(ops, { strides: [1, 1], padding: "valid" });
    const all = [one(2), one(3), ops.floatsOf([1])];
    return ops.run("_MklNativeConv2DWithBias", oneDnnAttributes(ops, attributes), ...all);
  };
  return oneDnnWorks(ops, "convolution with bias", trial, "7");
}

/**
 * One number for each channel, added everywhere; so its gradient is the sum over everywhere. If `added` already, by the
 * convolution, only the gradient is left to do.
 */
export function addBias(ops: Native, weight: Weight, added = false): Stage {
  const attributes = [ops.floats, ops.text("data_format", "NHWC")];
  return {
    kind: "addBias",
    weight,
    forward: (x) => ({
      y: added ? x : ops.run("BiasAdd", attributes, x, currentValue(ops, weight)),
      dx: (dy) => dy,
      dWeight: (dy) => sumsByChannel(ops, dy),
    }),
  };
}

/** Short rows are added slowly, so those of few channels are added eight side by side, and then the eight sums. */
function sumsByChannel(ops: Native, dy: Value): Value {
  const channels = dy.shape.at(-1) ?? 0;
  const rows = dy.shape.slice(0, -1).reduce((product, length) => product * length, 1);
  const sums = (values: Value) =>
    ops.run("BiasAddGrad", [ops.floats, ops.text("data_format", "NHWC")], values);
  if (channels >= 16 || rows < 256 || rows % 8 !== 0) return sums(dy);
  const eightSums = sums(reshape(ops, dy, [rows / 8, 8 * channels]));
  return sums(reshape(ops, eightSums, [8, channels]));
}
