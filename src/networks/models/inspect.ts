import { requireIndex } from "../../arithmetic/whole.js";
import { type LayersModel, type Tensor, type Tensor4D, tf } from "../tf.js";

/** One layer as TensorFlow sees it. */
export interface LayerFacts {
  name: string;
  kind: string;
  /** Output shape without the batch. */
  shape: readonly number[];
  parameters: number;
}

/**
 * Name, output shape and number of weights of each layer of a model, the input layer left out.
 *
 * @example layerFacts(mnistCnn())[0] // { name: "conv1", kind: "Conv2D", shape: [24, 24, 32], parameters: 832 }
 */
export function layerFacts(model: LayersModel): LayerFacts[] {
  return model.layers
    .filter((layer) => layer.getClassName() !== "InputLayer")
    .map((layer) => ({
      name: layer.name,
      kind: layer.getClassName(),
      shape: (layer.outputShape as (number | null)[]).slice(1).map(Number),
      parameters: layer.countParams(),
    }));
}

/**
 * What one layer makes of the inputs: its output, `[batch, …]`. The caller disposes it.
 *
 * @throws {RangeError} if the model has no layer of that name
 * @example layerOutput(mnistCnn(), tf.zeros([1, 28, 28, 1]), "conv1").shape // [1, 24, 24, 32]
 */
export function layerOutput(model: LayersModel, inputs: Tensor4D, layerName: string): Tensor {
  return layerOutputs(model, inputs, [layerName])[0] as Tensor;
}

/**
 * What several layers make of the inputs, in one pass: their outputs, in the order of the names. The caller disposes them.
 *
 * @throws {RangeError} if the model has no layer of one of the names
 * @example layerOutputs(mnistCnn(), tf.zeros([1, 28, 28, 1]), ["conv1", "hidden"]).map(({ shape }) => shape)
 * // [[1, 24, 24, 32], [1, 64]]
 */
export function layerOutputs(model: LayersModel, inputs: Tensor4D, layerNames: readonly string[]): Tensor[] {
  const outputs = layerNames.map((name) => layerNamed(model, name).output as tf.SymbolicTensor);
  return tf.tidy(() => [tf.model({ inputs: model.inputs, outputs }).predict(inputs)].flat() as Tensor[]);
}

/**
 * The channels of one image's feature maps `[1, height, width, channels]` as matrices, for the charts.
 *
 * @throws {RangeError} if that is not the shape: the output of a dense layer, or of several images
 * @example featureMapsOf(tf.tensor4d([1, 2, 3, 4], [1, 1, 2, 2])) // [[[1, 3]], [[2, 4]]]
 */
export function featureMapsOf(output: Tensor): number[][][] {
  if (output.shape.length !== 4 || output.shape[0] !== 1) {
    throw new RangeError(
      `Cannot show feature maps of shape [${output.shape}]. Give one image's, [1, height, width, channels].`,
    );
  }
  const [, height = 0, width = 0, channels = 0] = output.shape;
  const values = output.dataSync();
  return matrices(
    channels,
    height,
    width,
    (channel, row, column) => values[(row * width + column) * channels + channel] as number,
  );
}

/**
 * The kernels of a convolution as matrices: for each filter the one that meets the given channel of its input.
 *
 * @param channel of the input, from 0. @default {0}
 * @throws {RangeError} if the model has no layer of that name, the layer is not a convolution, or has no such channel
 * @example kernelsOf(mnistCnn(), "conv1").length // 32 kernels of 5x5 weights
 */
export function kernelsOf(model: LayersModel, layerName: string, channel = 0): number[][][] {
  const weights = layerNamed(model, layerName).getWeights()[0];
  if (weights?.shape.length !== 4) {
    throw new RangeError(`Cannot show kernels: layer ${layerName} is not a convolution. Choose one that is.`);
  }
  const [height = 0, width = 0, channels = 0, filters = 0] = weights.shape;
  requireIndex(`show kernels of layer ${layerName}`, { channel }, channels);
  const values = weights.dataSync();
  return matrices(
    filters,
    height,
    width,
    (filter, row, column) =>
      values[((row * width + column) * channels + channel) * filters + filter] as number,
  );
}

/**
 * The layer of that name.
 *
 * @throws {RangeError} if the model has none; the message names those that there are
 */
export function layerNamed(model: LayersModel, name: string): tf.layers.Layer {
  const layer = model.layers.find((candidate) => candidate.name === name);
  if (!layer) {
    const names = model.layers.map((candidate) => candidate.name).join(", ");
    throw new RangeError(`Cannot find layer ${name} in ${model.name}. It has: ${names}.`);
  }
  return layer;
}

function matrices(
  count: number,
  height: number,
  width: number,
  valueAt: (index: number, row: number, column: number) => number,
): number[][][] {
  return Array.from({ length: count }, (_, index) =>
    Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (_, column) => valueAt(index, row, column)),
    ),
  );
}
