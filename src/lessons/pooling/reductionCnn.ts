import type { LayerSpec } from "../../arithmetic/layers.js";
import { compileClassifier } from "../../networks/models/compileClassifier.js";
import { type LayersModel, tf } from "../../networks/tf.js";

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
 * @example layerTable({ height: 28, width: 28, channels: 1 }, reductionLayers({ kind: "max", size: 2, stride: 2 }))
 */
export function reductionLayers(reduction: Reduction): LayerSpec[] {
  const stride = reduction.kind === "none" ? 1 : reduction.stride;
  const end = Math.ceil(Math.ceil(side / stride) / stride);
  if (!Number.isInteger(stride) || stride < 1 || end < lastSide) {
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
    { kind: "dense", units: 10 },
  ];
}

function stage(filters: number, reduction: Reduction): LayerSpec[] {
  const conv: LayerSpec = { kind: "conv", filters, kernel: 5, padding: "same" };
  if (reduction.kind === "none") return [conv];
  const { stride } = reduction;
  if (reduction.kind === "stridedConvolution") return [{ ...conv, stride }];
  const kind = reduction.kind === "max" ? "maxPool" : "averagePool";
  return [conv, { kind, size: reduction.size, stride, padding: "same" }];
}

/**
 * The network of {@link reductionLayers}, with ReLU after each convolution and softmax at the end. Inputs
 * `[batch, 28, 28, 1]`, outputs `[batch, 10]`. Compiled. The same seed gives the same first weights for every reduction.
 * The caller disposes it: `disposeModel`.
 */
export function reductionCnn(options: { reduction: Reduction; seed?: number }): LayersModel {
  const { reduction, seed = 1 } = options;
  const model = tf.sequential({ name: "reductionCnn" });
  let weighted = 0;
  for (const [index, layer] of reductionLayers(reduction).entries()) {
    const input = index === 0 ? { inputShape: [side, side, 1] } : {};
    if (layer.kind === "conv" || layer.kind === "dense") weighted += 1;
    model.add(layerOf(layer, input, tf.initializers.glorotUniform({ seed: 1000 * seed + weighted })));
  }
  return compileClassifier(model);
}

function layerOf(layer: LayerSpec, input: object, start: ReturnType<typeof tf.initializers.glorotUniform>) {
  switch (layer.kind) {
    case "conv": {
      const [kernelSize, strides] = [layer.kernel, layer.stride ?? 1].map(Number);
      const slides = { filters: layer.filters, kernelSize: kernelSize ?? 1, strides: strides ?? 1 };
      return tf.layers.conv2d({
        ...input,
        ...slides,
        padding: "same",
        activation: "relu",
        kernelInitializer: start,
      });
    }
    case "maxPool":
    case "averagePool": {
      const [poolSize, strides] = [layer.size, layer.stride ?? layer.size].map(Number);
      const make = layer.kind === "maxPool" ? tf.layers.maxPooling2d : tf.layers.averagePooling2d;
      const padding = layer.padding === "same" ? "same" : "valid";
      return make({ poolSize: poolSize ?? 1, strides: strides ?? 1, padding });
    }
    case "dense":
      return tf.layers.dense({ units: layer.units, activation: "softmax", kernelInitializer: start });
    default:
      return tf.layers.flatten();
  }
}
