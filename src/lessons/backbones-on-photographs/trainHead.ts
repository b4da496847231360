import { requireOneEach, requireSome } from "../../arithmetic/lists.js";
import { requireOptions } from "../../arithmetic/options.js";
import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { softmax } from "../../arithmetic/softmax.js";
import { centreSquare } from "../../images/photographs/cropImage.js";
import type { EfficientNetLite0 } from "../../networks/models/efficientnet/efficientnet.js";
import { photoInputs } from "../../networks/models/efficientnet/photoInputs.js";
import { type Tensor2D, tf } from "../../networks/tf.js";
import { meansOf } from "./meansOf.js";

const action = "train a head";
const steps = 150;
/** Each step also takes this share of every weight away: with few examples, smaller weights will do. */
const decay = 0.01;

/** What a head says of a photograph, in plain numbers. */
export interface HeadAnswer {
  /** The square that the backbone saw. */
  readonly seen: PixelImage;
  /** The class with the largest logit. */
  readonly label: number;
  /** One for each class. */
  readonly logits: readonly number[];
  readonly probabilities: readonly number[];
  /** For each class 7 x 7 numbers, whose mean plus the bias of the class is its logit. */
  readonly maps: readonly number[][][];
}

/** A dense layer behind the backbone. There is nothing to dispose. */
export interface OwnHead {
  /** One for each class. */
  readonly biases: readonly number[];
  /** What it says of a photograph of any size, while the network is there. */
  ask(photograph: PixelImage): HeadAnswer;
}

/**
 * Puts a head of one's own behind a backbone: one dense layer on the means of its 1,280 maps, trained by softmax and gradient
 * descent from weights of zero, so that nothing is drawn at random. So its logits add up to zero, and its maps do at each place: a
 * class's map says what speaks for it rather than for the others.
 *
 * @param network the backbone, as `openBackbone` gives it; it stays as it is
 * @param photographs of any sizes: of each the square in the middle is seen
 * @param labels as many, from 0
 * @throws {RangeError} if there is no photograph, or the lengths do not fit
 * @example
 * const network = await efficientNetLite0();
 * const [cat, cup] = [await photograph("cat"), await photograph("coffee")];
 * trainHead(network, [cat, cup], [0, 1]).ask(cup).label // 1
 * network.dispose();
 */
export function trainHead(
  network: EfficientNetLite0,
  photographs: readonly PixelImage[],
  labels: readonly number[],
  options: { readonly classes?: number } = {},
): OwnHead {
  requireOptions(action, options, ["classes"]);
  requireSome(action, "photograph", photographs);
  requireOneEach(action, { photographs, labels });
  const classes = Math.max(options.classes ?? 0, 1 + Math.max(...labels));
  const squares = photographs.map((each) => centreSquare(each, network.side));
  const { weights, biases } = fitted(meansOf(network, squares), labels, classes);
  return {
    biases,
    ask(photograph) {
      const seen = centreSquare(photograph, network.side);
      const byPlace = tf.tidy(() => {
        const features = network.features(photoInputs([seen]));
        const [, rows = 0, , channels = 0] = features.shape;
        const maps = features.reshape([-1, channels]).matMul(tf.tensor2d(weights)) as Tensor2D;
        return maps.transpose().reshape([classes, rows, -1]).arraySync() as number[][][];
      });
      const logits = byPlace.map((map, at) => {
        const places = map.flat();
        return places.reduce((sum, value) => sum + value, 0) / places.length + (biases[at] as number);
      });
      const label = logits.indexOf(Math.max(...logits));
      return { seen, label, logits, probabilities: Array.from(softmax(logits)), maps: byPlace };
    },
  };
}

/** The weights `[1280, classes]` and biases of softmax regression. */
function fitted(rows: readonly Float32Array[], labels: readonly number[], classes: number) {
  const model = tf.tidy(() => {
    const inputs = tf.tensor2d(rows.map((row) => Array.from(row)));
    const wanted = tf.oneHot(tf.tensor1d([...labels], "int32"), classes).toFloat() as Tensor2D;
    // Descent from zero by a step that fits the size of the numbers: too long a one would jump about.
    const size = inputs.square().sum(1).mean().dataSync()[0] as number;
    const rate = 4 / (size + 1);
    let weights = tf.zeros([inputs.shape[1], classes]) as Tensor2D;
    let biases = tf.zeros([classes]);
    for (let step = 0; step < steps; step++) {
      [weights, biases] = tf.tidy(() => {
        const slope = inputs.matMul(weights).add(biases).softmax().sub(wanted).div(rows.length) as Tensor2D;
        const toWeights = inputs.transpose().matMul(slope);
        return [
          weights.mul(1 - decay * rate).sub(toWeights.mul(rate)) as Tensor2D,
          biases.sub(slope.sum(0).mul(rate)),
        ] as [Tensor2D, typeof biases];
      });
    }
    return { weights: weights.arraySync(), biases: biases.arraySync() as number[] };
  });
  return model;
}
