import { requireIndex } from "../../arithmetic/whole.js";
import { layerNamed } from "../models/inspect.js";
import { type LayersModel, type Tensor, type Tensor2D, type Tensor4D, tf } from "../tf.js";
import { withOutputOf, withoutSoftmax } from "./tapped.js";

/**
 * Grad-CAM, `[height, width]` of a layer: each of its feature maps, weighted by how much the class's logit changes, on average over
 * the places, when that map grows. Works for any layer with maps, whatever follows it. Of logits: a softmax at the end is left out. At
 * the layer that feeds global average pooling and one dense layer it is the class activation map divided by height x width. The caller
 * disposes it.
 *
 * @param image `[1, height, width, channels]`
 * @param options.relu whether negative values become 0, as in the paper. @default {false}
 * @throws {RangeError} if there are several images, no such layer or class, or the layer has no maps
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
  return withoutSoftmax(model, () => weighted(model, image, layerName, classIndex, options.relu ?? false));
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
  return tf.tidy(() => {
    const { featureMaps, classes } = forward(model, image, layerName);
    requireIndex("compute Grad-CAM", { classIndex }, classes); // not later: an error inside tf.grad leaves tensors behind
    const score = (addition: Tensor) =>
      withOutputOf(layerNamed(model, layerName), (maps) => maps.add(addition), () => {
        const scores = model.apply(image, { training: false }) as Tensor;
        return scores.flatten().slice([classIndex], [1]).sum();
      }); // biome-ignore format: the change, then what runs with it
    const gradient = tf.grad(score)(tf.zerosLike(featureMaps));
    const map = featureMaps
      .mul(gradient.mean([1, 2], true))
      .sum(3)
      .squeeze([0]) as Tensor2D;
    return relu ? map.relu() : map;
  });
}

/** The layer's maps of one image, `[1, height, width, channels]`, and how many numbers come out at the end. */
function forward(model: LayersModel, image: Tensor4D, layerName: string) {
  if (image.shape.length !== 4 || image.shape[0] !== 1) {
    throw new RangeError(
      `Cannot compute Grad-CAM of inputs of shape [${image.shape}]. Give one image, [1, height, width, channels].`,
    );
  }
  let noted: Tensor | undefined;
  const note = (maps: Tensor) => {
    noted = tf.keep(maps.clone()); // the network frees what passes between its layers
    return maps;
  };
  const scores = withOutputOf(
    layerNamed(model, layerName),
    note,
    () => model.apply(image, { training: false }) as Tensor,
  );
  const featureMaps = noted?.clone();
  noted?.dispose();
  if (featureMaps?.shape.length !== 4) {
    throw new RangeError(
      `Cannot compute Grad-CAM at layer ${layerName}: it makes the shape [${featureMaps?.shape}], no maps. Choose a layer before it that does.`,
    );
  }
  return { featureMaps, classes: scores.size };
}
