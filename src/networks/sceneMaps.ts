import { enlarge } from "../arithmetic/enlarge.js";
import type { Matrix } from "../arithmetic/matrix.js";
import { type Digits, take } from "../images/digits.js";
import { classActivationMap, flattenMap } from "./cam.js";
import { gradCam } from "./gradCam.js";
import { toInputs } from "./inputs.js";
import { layerOutput } from "./inspect.js";
import { type LayersModel, type Tensor, type Tensor2D, type Tensor3D, tf } from "./tf.js";

/** What a network says about an image and where it says it. */
export interface MappedAnswer {
  /** The most probable class. */
  predicted: number;
  /** The map of that class, or of the class that was asked for, as large as the image. */
  map: Matrix;
}

/**
 * The answers of a `headCnn` and their maps, enlarged to the images. Heads that are one dense layer have a map of their
 * own: `classActivationMap` behind global pooling, `flattenMap` behind Flatten. For all others, and wherever `gradCam` is asked for,
 * Grad-CAM of the logit at the last convolution.
 *
 * @param options.classes for each image the class whose map is wanted. @default the predicted ones
 *
 * @example mappedAnswers(network, take(test.scenes, 0, 1))[0].map // 64x64
 */
export function mappedAnswers(
  model: LayersModel,
  images: Digits,
  options: { gradCam?: boolean; classes?: ArrayLike<number> } = {},
): MappedAnswer[] {
  const { height, width } = images;
  return Array.from({ length: images.count }, (_, index) => {
    const { predicted, small } = tf.tidy(() => {
      const image = toInputs(take(images, index, 1));
      const probabilities = model.predict(image) as Tensor;
      const predicted = Number(probabilities.flatten().argMax().dataSync()[0]);
      const classIndex = options.classes?.[index] ?? predicted;
      const own = options.gradCam ? undefined : ownMap(model);
      const map = own ? own(image, classIndex) : gradCam(model, image, "conv5", classIndex);
      return { predicted, small: map.arraySync() };
    });
    return { predicted, map: enlarge(small, { height, width }) };
  });
}

/** The map that follows from the head itself, if it is one dense layer behind pooling or Flatten. */
function ownMap(model: LayersModel) {
  const [before, last] = model.layers.slice(-2);
  const reduction = model.layers.find((layer) => ["gap", "globalMax", "flatten"].includes(layer.name));
  const between = before?.name === "dropout" ? model.layers.at(-3) : before;
  if (reduction === undefined || reduction !== between || last?.getClassName() !== "Dense") return undefined;
  const mapOf = reduction.name === "flatten" ? flattenMap : classActivationMap;
  return (image: Tensor, classIndex: number) => {
    const featureMaps = layerOutput(model, image as tf.Tensor4D, "conv5").squeeze([0]) as Tensor3D;
    return mapOf(featureMaps, last.getWeights()[0] as Tensor2D, classIndex);
  };
}
