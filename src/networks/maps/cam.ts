import { requireIndex } from "../../arithmetic/whole.js";
import { type Tensor2D, type Tensor3D, tf } from "../tf.js";

/**
 * The class activation map of one class, `[height, width]`: at every place the sum over channels of weight times activation. For a
 * network that ends in global average pooling and one dense layer it takes the logit apart: mean of the map + bias = logit. Not
 * rescaled, and negative where the evidence speaks against the class. The caller disposes it.
 *
 * @param featureMaps `[height, width, channels]`, what goes into the average
 * @param classWeights `[channels, classes]`, the kernel of the dense layer
 * @throws {RangeError} if shapes do not fit or there is no such class
 * @example
 * const featureMaps = tf.tensor3d([1, 10, 2, 20], [1, 2, 2]); // two places with two channels
 * const classWeights = tf.tensor2d([1, -1, 0, 1], [2, 2]);
 * classActivationMap(featureMaps, classWeights, 1).arraySync() // [[9, 18]]
 * @see Zhou, Khosla, Lapedriza, Oliva and Torralba, *Learning deep features for discriminative localization*, CVPR 2016
 */
export function classActivationMap(
  featureMaps: Tensor3D,
  classWeights: Tensor2D,
  classIndex: number,
): Tensor2D {
  const { height, width, channels } = mapSize(featureMaps, "compute a class activation map");
  const classes = classCount(classWeights, channels, "channels", "compute a class activation map");
  requireIndex("compute a class activation map", { classIndex }, classes);
  return tf.tidy(() => {
    const weights = classWeights.slice([0, classIndex], [channels, 1]);
    const sums = tf.matMul(featureMaps.reshape([height * width, channels]), weights);
    return sums.reshape([height, width]) as Tensor2D;
  });
}

/**
 * The exact map of one class for a network that ends in Flatten and one dense layer, `[height, width]`: at every place the sum over
 * channels of activation times *the weight of that place*. Sum of the map + bias = logit. The caller disposes it.
 *
 * @param featureMaps `[height, width, channels]`, what goes into Flatten
 * @param classWeights `[height x width x channels, classes]`, the kernel of the dense layer
 * @throws {RangeError} if shapes do not fit or there is no such class
 * @example
 * const featureMaps = tf.tensor3d([3, 4], [1, 2, 1]);
 * flattenMap(featureMaps, tf.tensor2d([10, -1], [2, 1]), 0).arraySync() // [[30, -4]]
 */
export function flattenMap(featureMaps: Tensor3D, classWeights: Tensor2D, classIndex: number): Tensor2D {
  const { height, width, channels } = mapSize(featureMaps, "compute the map of Flatten");
  const inputs = height * width * channels;
  const classes = classCount(classWeights, inputs, "flattened numbers", "compute the map of Flatten");
  requireIndex("compute the map of Flatten", { classIndex }, classes);
  return tf.tidy(() => {
    const weights = classWeights.slice([0, classIndex], [inputs, 1]).reshape([height, width, channels]);
    return featureMaps.mul(weights).sum(2) as Tensor2D;
  });
}

function mapSize(featureMaps: Tensor3D, action: string) {
  if (featureMaps.shape.length !== 3) {
    throw new RangeError(
      `Cannot ${action} of feature maps of shape [${featureMaps.shape}]. Give one image's, [height, width, channels].`,
    );
  }
  const [height, width, channels] = featureMaps.shape;
  return { height, width, channels };
}

function classCount(weights: Tensor2D, inputs: number, what: string, action: string): number {
  if (weights.shape.length !== 2 || weights.shape[0] !== inputs) {
    throw new RangeError(
      `Cannot ${action}: there are ${inputs} ${what}, the weights have the shape [${weights.shape}]. Give [${inputs}, classes].`,
    );
  }
  return weights.shape[1];
}
