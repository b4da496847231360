import { enlarge } from "../../arithmetic/maps/enlarge.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { requireOptions } from "../../arithmetic/options.js";
import { type Digits, take } from "../../images/digits/digits.js";
import { classActivationMap, flattenMap } from "../../networks/maps/cam.js";
import { gradCam } from "../../networks/maps/gradCam.js";
import { layerOutput } from "../../networks/models/layerOutputs.js";
import {
  type LayersModel,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  type Tensor4D,
  tf,
} from "../../networks/tf.js";
import { toInputs } from "../../networks/training/inputs.js";

const batchSize = 50;
const lastConvolution = "conv5";

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
 * @param options.gradCam takes Grad-CAM also where there is a map of their own. @default {false}
 * @param options.classes for each image the class whose map is wanted. @default {the predicted ones}
 * @throws {TypeError} if an option has another name
 * @example mappedAnswers(headCnn(), textDigit("#"))[0].map.length // 28 rows, as the image has
 */
export function mappedAnswers(
  model: LayersModel,
  images: Digits,
  options: { gradCam?: boolean; classes?: ArrayLike<number> } = {},
): MappedAnswer[] {
  requireOptions("map answers", options, ["gradCam", "classes"]);
  const { height, width } = images;
  const answers: MappedAnswer[] = [];
  const own = options.gradCam ? undefined : ownMap(model);
  for (let from = 0; from < images.count; from += batchSize) {
    const batch = take(images, from, Math.min(batchSize, images.count - from));
    const found = tf.tidy(() => {
      const inputs = toInputs(batch);
      const predicted = (model.predict(inputs) as Tensor)
        .flatten()
        .reshape([batch.count, -1])
        .argMax(1)
        .dataSync();
      const lastMaps = own && layerOutput(model, inputs, lastConvolution);
      return Array.from(predicted, (best, index) => {
        const classIndex = options.classes?.[from + index] ?? best;
        const one = (tensor: Tensor) => tensor.slice([index], [1]);
        const map =
          own && lastMaps
            ? own(one(lastMaps).squeeze([0]) as Tensor3D, classIndex)
            : gradCam(model, one(inputs) as Tensor4D, lastConvolution, classIndex);
        return { predicted: best, small: map.arraySync() };
      });
    });
    for (const { predicted, small } of found) {
      answers.push({ predicted, map: enlarge(small, { height, width }) });
    }
  }
  return answers;
}

/**
 * For each image the map of one class, `[height, width]` of the last convolution, which the caller disposes.
 *
 * @throws {RangeError} if the head has no map of its own
 */
export function smallMaps(model: LayersModel, images: Digits, classes: ArrayLike<number>): Tensor2D[] {
  const own = ownMap(model);
  if (own === undefined) {
    throw new RangeError(
      `Cannot map ${model.name}: it does not end in one dense layer behind pooling or Flatten. Use gradCam.`,
    );
  }
  return tf.tidy(() => {
    const maps = layerOutput(model, toInputs(images), lastConvolution);
    return Array.from({ length: images.count }, (_, at) =>
      own(maps.slice([at], [1]).squeeze([0]) as Tensor3D, classes[at] as number),
    );
  });
}

/** The map that follows from the head itself, if it is one dense layer behind pooling or Flatten. */
export function ownMap(model: LayersModel) {
  const [before, last] = model.layers.slice(-2);
  const reduction = model.layers.find((layer) => ["gap", "globalMax", "flatten"].includes(layer.name));
  const between = before?.name === "dropout" ? model.layers.at(-3) : before;
  if (reduction === undefined || reduction !== between || last?.getClassName() !== "Dense") return undefined;
  const mapOf = reduction.name === "flatten" ? flattenMap : classActivationMap;
  const [weights] = last.getWeights() as [Tensor2D];
  return (featureMaps: Tensor3D, classIndex: number) => mapOf(featureMaps, weights, classIndex);
}
