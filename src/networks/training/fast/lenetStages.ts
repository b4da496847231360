import type { ConnectedConvolution } from "../../models/lenet/connectedConvolution.js";
import type { GaussianConnections } from "../../models/lenet/gaussianConnections.js";
import type { Tensor } from "../../tf.js";
import type { Value } from "./binding.js";
import { addBias, type KernelForm } from "./convolution.js";
import type { Native } from "./native.js";
import { averagePool } from "./pooling.js";
import { currentValue, product, reshape, type Stage, type Weight } from "./stages.js";

/** The sum of four times a coefficient plus a bias. The sum is four times the mean, which has an operation. */
export function subsample(ops: Native, coefficient: Weight, bias: Weight): Stage[] {
  const corner = { size: [2, 2], strides: [2, 2], padding: "valid" } as const;
  return [averagePool(ops, corner), scaleChannels(ops, coefficient, 4), addBias(ops, bias)];
}

/** Each channel times its own weight and one fixed factor. */
function scaleChannels(ops: Native, weight: Weight, factor: number): Stage {
  const times = (a: Value, b: Value) => ops.run("Mul", [ops.floats], a, b);
  return {
    kind: "scaleChannels",
    weight,
    forward(x) {
      const scale = times(currentValue(ops, weight), ops.scalar(factor));
      return {
        y: times(x, scale),
        dx: (dy) => times(dy, scale),
        dWeight: (dy) => times(sumOver(ops, times(dy, x), [0, 1, 2]), ops.scalar(factor)),
      };
    },
  };
}

/** The stored kernels of C3 put where an ordinary convolution has them, and back. */
export function placedKernels(ops: Native, layer: ConnectedConvolution): KernelForm {
  const { kernelSize: size, links } = layer;
  const placement = () => taken(ops, layer.placement());
  const columns = layer.connections.length * layer.mapsBelow;
  return {
    kernels: (weights) => {
      const rows = reshape(ops, weights, [size * size, links]);
      const placed = product(ops, rows, placement(), false, false);
      return reshape(ops, placed, [size, size, layer.mapsBelow, layer.connections.length]);
    },
    weights: (kernels) => {
      const rows = reshape(ops, kernels, [size * size, columns]);
      return reshape(ops, product(ops, rows, placement(), false, true), [size, size, links]);
    },
  };
}

/** Minus the squared distances to the codes, -(x - w)² = 2 w·x - x² - w², or the first of these terms alone. */
export function gaussian(ops: Native, layer: GaussianConnections): Stage[] | undefined {
  if (layer.inputRank !== 2) return undefined;
  const weight = layer.weights[0] as Weight | undefined;
  const times = (a: Value, b: Value) => ops.run("Mul", [ops.floats], a, b);
  const minus = (a: Value, b: Value) => ops.run("Sub", [ops.floats], a, b);
  const twice = (value: Value) => times(value, ops.scalar(2));
  const squares = (rows: Value, shape: number[]) =>
    reshape(ops, sumOver(ops, ops.run("Square", [ops.floats], rows), [1]), shape);
  return [
    {
      kind: "gaussian",
      ...(weight ? { weight } : {}),
      forward(x) {
        const codes = weight ? currentValue(ops, weight) : taken(ops, layer.drawnCodes());
        const linear = twice(product(ops, x, codes, false, true));
        const near = () => minus(minus(linear, squares(x, [-1, 1])), squares(codes, [1, -1]));
        // What each sum of dy pulls back: an example for all classes, or a class for all examples.
        const pull = (towards: Value, sums: Value, shape: number[], rows: Value) =>
          layer.linear ? twice(towards) : twice(minus(towards, times(reshape(ops, sums, shape), rows)));
        return {
          y: layer.linear ? linear : near(),
          dx: (dy) => pull(product(ops, dy, codes, false, false), sumOver(ops, dy, [1]), [-1, 1], x),
          dWeight: (dy) => pull(product(ops, dy, x, true, false), sumOver(ops, dy, [0]), [-1, 1], codes),
        };
      },
    },
  ];
}

/** The value of a tensor that is no longer needed. */
function taken(ops: Native, tensor: Tensor): Value {
  const value = ops.copy(tensor);
  tensor.dispose();
  return value;
}

function sumOver(ops: Native, values: Value, axes: readonly number[]): Value {
  return ops.run(
    "Sum",
    [ops.floats, ops.type("Tidx", "int"), ops.flag("keep_dims", false)],
    values,
    ops.ints(axes),
  );
}
