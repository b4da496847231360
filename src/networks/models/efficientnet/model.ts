import type { TensorData } from "../../files/tensorData.js";
import { type LayersModel, type Tensor, tf } from "../../tf.js";
import { type Block, classCount, efficientNetLite0Blocks, headFilters, stemFilters } from "./blocks.js";

/** Weights by their names in the PyTorch file. */
export type NamedWeights = ReadonlyMap<string, TensorData & { readonly data: Float32Array }>;

/** The layer whose maps go into global average pooling. */
export const featuresLayer = "features";

/** Added to the variance before the root, as the network was trained. */
const epsilon = 1e-3;

/**
 * EfficientNet-Lite0 as a model from `[batch, side, side, 3]`, numbers from -1 to 1, to 1,000 logits. It is not compiled: it
 * comes trained. The caller disposes it.
 *
 * @throws {Error} if a weight is missing or has another shape
 */
export function efficientNetModel(weights: NamedWeights, side: number): LayersModel {
  const place: [layer: tf.layers.Layer, load: () => Tensor[]][] = [];
  const add = (layer: tf.layers.Layer, inputs: tf.SymbolicTensor, load?: () => Tensor[]) => {
    const output = layer.apply(inputs) as tf.SymbolicTensor;
    if (load !== undefined) place.push([layer, load]);
    return output;
  };
  // Zeros are replaced below; drawing four million random numbers first would take a second.
  const plain = { padding: "same", useBias: false, kernelInitializer: "zeros" } as const;
  const conv = (inputs: tf.SymbolicTensor, name: string, filters: number, kernelSize: number, strides: number, from: string) =>
    add(tf.layers.conv2d({ ...plain, name, filters, kernelSize, strides }), inputs, () => [
      tensor(weights, `${from}.weight`, [2, 3, 1, 0]),
    ]); // biome-ignore format: one line
  const norm = (inputs: tf.SymbolicTensor, name: string, from: string) =>
    add(tf.layers.batchNormalization({ name: `${name}-norm`, epsilon }), inputs, () =>
      ["weight", "bias", "running_mean", "running_var"].map((part) => tensor(weights, `${from}.${part}`)),
    );
  const relu6 = (inputs: tf.SymbolicTensor, name: string) =>
    add(tf.layers.reLU({ name, maxValue: 6 }), inputs);
  const block = (inputs: tf.SymbolicTensor, { index, wide, outputs, kernel, stride, ...rest }: Block) => {
    const [name, from] = [`block${index + 1}`, `_blocks.${index}`];
    let maps = inputs;
    if (wide !== rest.inputs) {
      maps = conv(maps, `${name}-widen`, wide, 1, 1, `${from}._expand_conv`);
      maps = relu6(norm(maps, `${name}-widen`, `${from}._bn0`), `${name}-widen-relu6`);
    }
    const own = { ...plain, name: `${name}-depthwise`, kernelSize: kernel, strides: stride };
    maps = add(tf.layers.depthwiseConv2d({ ...own, depthwiseInitializer: "zeros" }), maps, () => [
      tensor(weights, `${from}._depthwise_conv.weight`, [2, 3, 0, 1]),
    ]);
    maps = relu6(norm(maps, `${name}-depthwise`, `${from}._bn1`), `${name}-depthwise-relu6`);
    maps = norm(
      conv(maps, `${name}-narrow`, outputs, 1, 1, `${from}._project_conv`),
      `${name}-narrow`,
      `${from}._bn2`,
    );
    if (!rest.residual) return maps;
    return tf.layers.add({ name: `${name}-add` }).apply([maps, inputs]) as tf.SymbolicTensor;
  };

  const inputs = tf.input({ shape: [side, side, 3], name: "photograph" });
  let maps = relu6(norm(conv(inputs, "stem", stemFilters, 3, 2, "_conv_stem"), "stem", "_bn0"), "stem-relu6");
  for (const each of efficientNetLite0Blocks) maps = block(maps, each);
  maps = relu6(norm(conv(maps, "head", headFilters, 1, 1, "_conv_head"), "head", "_bn1"), featuresLayer);
  const pooled = add(tf.layers.globalAveragePooling2d({ name: "gap" }), maps);
  const dense = tf.layers.dense({ name: "logits", units: classCount, kernelInitializer: "zeros" });
  const logits = add(dense, pooled, () => [
    tensor(weights, "_fc.weight", [1, 0]),
    tensor(weights, "_fc.bias"),
  ]);
  const model = tf.model({ inputs, outputs: logits, name: "efficientnet-lite0" });
  for (const [layer, load] of place) setWeights(layer, load);
  return model;
}

function setWeights(layer: tf.layers.Layer, load: () => Tensor[]): void {
  tf.tidy(() => {
    const found = load();
    const wanted = layer.getWeights().map(({ shape }) => `[${shape}]`);
    const given = found.map(({ shape }) => `[${shape}]`);
    if (given.join() !== wanted.join()) {
      throw new Error(
        `Cannot build EfficientNet-Lite0: ${layer.name} takes ${wanted.join(", ")}, the weights have ${given.join(", ")}. Use the file that data/sources.json names.`,
      );
    }
    layer.setWeights(found);
  });
}

/** One weight, its axes turned from PyTorch's order to TensorFlow's. */
function tensor(weights: NamedWeights, name: string, order?: number[]): Tensor {
  const found = weights.get(name);
  if (found === undefined) {
    throw new Error(
      `Cannot build EfficientNet-Lite0: the weights have no ${name}. Use the file that data/sources.json names.`,
    );
  }
  const whole = tf.tensor(found.data, [...found.shape], "float32");
  return order === undefined || order.length !== whole.rank ? whole : tf.transpose(whole, order);
}
