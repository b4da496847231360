import { requireIndex } from "../../arithmetic/whole.js";
import type { LayersModel, Tensor } from "../tf.js";
import { isNetwork, layerNamed, layerPaths } from "./layerPaths.js";

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
 * The kernels of a convolution as matrices: for each filter the one that meets the given channel of its input. A layer of
 * a network within the network is named by its path, such as `backbone/conv4`.
 *
 * @param channel of the input, from 0. @default {0}
 * @throws {RangeError} if the model has no layer of that name, the layer is not a convolution, or has no such channel
 * @example kernelsOf(mnistCnn(), "conv1").length // 32 kernels of 5x5 weights
 */
export function kernelsOf(model: LayersModel, layerName: string, channel = 0): number[][][] {
  const layer = layerNamed(model, layerName);
  if (isNetwork(layer)) {
    const inside = layerPaths(layer).map((path) => `${layerName}/${path}`);
    throw new RangeError(
      `Cannot show kernels: layer ${layerName} is a network of its own. Choose a convolution in it: ${inside.join(", ")}.`,
    );
  }
  const weights = layer.getWeights()[0];
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
