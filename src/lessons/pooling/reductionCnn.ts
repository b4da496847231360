import { requireOptions } from "../../arithmetic/options.js";
import { isWhole } from "../../arithmetic/whole.js";
import { cnn, type NetworkLayer } from "../../networks/models/cnn.js";
import type { LayersModel } from "../../networks/tf.js";

/** How a network makes its feature maps smaller after each convolution, or that it does not. */
export type Reduction =
  | { kind: "none" }
  | { kind: "max" | "average"; size: number; stride: number }
  | { kind: "stridedConvolution"; stride: number };

const side = 28;
const lastSide = 4;

/**
 * The layers of a small network that reduces its maps twice in the given way: convolution with 8 filters, reduction,
 * convolution with 16 filters, reduction. At the end every map is averaged in blocks to 4 x 4, whatever its size, so that the dense
 * layer is the same for all: 256 inputs, ten units. Everything is padded with `same`.
 *
 * @throws {RangeError} if 4x4 places are not left of 28x28
 * @example
 * const layers = reductionLayers({ kind: "max", size: 2, stride: 2 });
 * layerTable({ height: 28, width: 28, channels: 1 }, layers).length // 7
 */
export function reductionLayers(reduction: Reduction): NetworkLayer[] {
  const stride = reduction.kind === "none" ? 1 : reduction.stride;
  const end = Math.ceil(Math.ceil(side / stride) / stride);
  if (!isWhole(stride, { from: 1 }) || end < lastSide) {
    throw new RangeError(
      `Cannot reduce twice with stride ${stride}: ${lastSide}x${lastSide} places must be left of 28x28. Use stride 1, 2 or 3.`,
    );
  }
  const block = Math.ceil(end / lastSide);
  return [
    ...stage(8, reduction),
    ...stage(16, reduction),
    { kind: "averagePool", size: block, padding: "same" },
    { kind: "flatten" },
    { kind: "dense", units: 10, activation: "softmax" },
  ];
}

function stage(filters: number, reduction: Reduction): NetworkLayer[] {
  const conv = {
    kind: "conv",
    filters,
    kernel: 5,
    padding: "same",
    activation: "relu",
    start: "glorotUniform",
  } as const;
  if (reduction.kind === "none") return [conv];
  const { stride } = reduction;
  if (reduction.kind === "stridedConvolution") return [{ ...conv, stride }];
  const kind = reduction.kind === "max" ? "maxPool" : "averagePool";
  return [conv, { kind, size: reduction.size, stride, padding: "same" }];
}

/**
 * The network of {@link reductionLayers}: ReLU after each convolution, softmax at the end. Inputs `[batch, 28, 28, 1]`, outputs
 * `[batch, 10]`. Compiled. The same seed gives the same first weights for every reduction. The caller disposes it: `disposeModel`.
 * @throws {TypeError} if an option has another name
 */
export function reductionCnn(options: { reduction: Reduction; seed?: number }): LayersModel {
  requireOptions("build a network that reduces", options, ["reduction", "seed"]);
  const { reduction, seed = 1 } = options;
  const input = { height: side, width: side, channels: 1 };
  return cnn(input, reductionLayers(reduction), { seed, name: "reductionCnn" });
}
