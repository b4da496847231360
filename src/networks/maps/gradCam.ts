import { requireOptions } from "../../arithmetic/options.js";
import { requireIndex } from "../../arithmetic/whole.js";
import { layerNamed, requireOneInput } from "../models/layerPaths.js";
import { type LayersModel, type Tensor, type Tensor2D, type Tensor4D, tf } from "../tf.js";
import { withLogits, withOutputOf } from "./tapped.js";

const action = "compute Grad-CAM";

/**
 * Grad-CAM: each feature map of a layer, weighted by how much the class's logit changes, on average over the places, when
 * that map grows. Works for any layer with maps, whatever follows it. Of logits: a softmax or sigmoid at the end is left
 * out. At the layer that feeds global average pooling and one dense layer it is the class activation map divided by height x
 * width. The caller disposes it.
 *
 * @param image `[1, height, width, channels]`
 * @param layerName a layer, or by path one of a network within, such as `backbone/conv4`
 * @param classIndex from 0; the only number of a network with one sigmoid unit is class 0, and the map of "not" is its negative
 * @param options.relu whether negative values become 0, as in the paper. @default {false}
 * @returns `[height, width]` of that layer
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are several images, inputs or outputs, no such layer or class, or the layer has no maps or is used twice
 * @example gradCam(mnistCnn(), tf.zeros([1, 28, 28, 1]), "conv2", 7).shape // [8, 8]
 * @see Selvaraju and others, *Grad-CAM: visual explanations from deep networks via gradient-based localization*, ICCV 2017
 */
export function gradCam(
  model: LayersModel,
  image: Tensor4D,
  layerName: string,
  classIndex: number,
  options: { relu?: boolean } = {},
): Tensor2D {
  requireOptions(action, options, ["relu"]);
  return withLogits(model, () => weighted(model, image, layerName, classIndex, options.relu ?? false));
}

/**
 * Grad-CAM of the network's output as it is, after the softmax, `[height, width]`. For demonstration: where the network is sure, the
 * gradient of a probability is next to nothing. The caller disposes it.
 *
 * @param image `[1, height, width, channels]`
 * @throws {RangeError} if there are several images, no such layer or class, or the layer has no maps
 */
export function gradCamOfProbability(
  model: LayersModel,
  image: Tensor4D,
  layerName: string,
  classIndex: number,
): Tensor2D {
  return weighted(model, image, layerName, classIndex, false);
}

function weighted(
  model: LayersModel,
  image: Tensor4D,
  layerName: string,
  classIndex: number,
  relu: boolean,
): Tensor2D {
  requireOneAnswer(model);
  if (image.shape.length !== 4 || image.shape[0] !== 1) {
    throw new RangeError(
      `Cannot compute Grad-CAM of inputs of shape [${image.shape}]. Give one image, [1, height, width, channels].`,
    );
  }
  const layer = layerNamed(model, layerName);
  const answer = (change: (maps: Tensor) => Tensor) =>
    withOutputOf(layer, change, () => model.apply(image, { training: false }) as Tensor);
  return tf.tidy(() => {
    const { featureMaps, classes } = forward(answer, layerName);
    requireClass(model, classIndex, classes);
    const score = (addition: Tensor) =>
      answer((maps) => maps.add(addition))
        .flatten()
        .slice([classIndex], [1])
        .sum();
    const gradient = gradientOf(score, tf.zerosLike(featureMaps));
    const map = featureMaps
      .mul(gradient.mean([1, 2], true))
      .sum(3)
      .squeeze([0]) as Tensor2D;
    return relu ? map.relu() : map;
  });
}

function requireClass(model: LayersModel, classIndex: number, classes: number): void {
  if (classes === 1 && classIndex !== 0) {
    throw new RangeError(
      `Cannot ${action}: classIndex is ${classIndex}, and ${model.name} gives one number, class 0. The map of "not" is the negative of its map.`,
    );
  }
  requireIndex(action, { classIndex }, classes);
}

function requireOneAnswer(model: LayersModel): void {
  requireOneInput(model, action);
  const { length } = model.outputs;
  if (length === 1) return;
  throw new RangeError(
    `Cannot ${action} of ${model.name}: it has ${length} outputs. Give a network of the one: tf.model({ inputs: model.inputs, outputs: model.outputs[0] }).`,
  );
}

/** The layer's maps of one image, `[1, height, width, channels]`, and how many numbers come out at the end. */
function forward(answer: (change: (maps: Tensor) => Tensor) => Tensor, layerName: string) {
  const kept: Tensor[] = [];
  const refuse = (problem: string) =>
    new RangeError(
      `Cannot compute Grad-CAM at layer ${layerName}: ${problem}. Choose a layer that makes maps, once.`,
    );
  try {
    const scores = answer((maps) => {
      kept.push(tf.keep(maps.clone())); // the network frees what passes between its layers
      return maps;
    });
    const [maps] = kept;
    if (maps === undefined) throw refuse("nothing is computed there");
    if (kept.length > 1) throw refuse(`it is used ${kept.length} times`);
    if (maps.shape.length !== 4) throw refuse(`it makes the shape [${maps.shape}], no maps`);
    const classes = scores.shape.at(-1) ?? 1;
    if (scores.size !== classes) {
      throw new RangeError(
        `Cannot ${action} of outputs of shape [${scores.shape}]. Give a network that ends in one number a class, [1, classes].`,
      );
    }
    return { featureMaps: maps.clone(), classes };
  } finally {
    tf.dispose(kept);
  }
}

/** The gradient of a score. TensorFlow.js keeps what it notes on the way, for good if an error comes between. */
function gradientOf(score: (at: Tensor) => Tensor, at: Tensor): Tensor {
  try {
    return tf.grad(score)(at);
  } catch (error) {
    const { activeTape, gradientDepth } = tf.engine().state;
    if (gradientDepth === 0) tf.dispose(activeTape?.map(({ saved }) => saved ?? []) ?? []);
    throw error;
  }
}
