import type { PixelImage } from "../../../arithmetic/pixelImage.js";
import { softmax } from "../../../arithmetic/softmax.js";
import { requireIndex } from "../../../arithmetic/whole.js";
import { centreSquare } from "../../../images/photographs/cropImage.js";
import { classActivationMap } from "../../maps/cam.js";
import { tf } from "../../tf.js";
import type { EfficientNetLite0 } from "./efficientnet.js";
import { classNamed, imagenetClasses } from "./imagenet.js";
import { photoInputs } from "./photoInputs.js";

/** One class of the answer. */
export interface ClassAnswer {
  readonly classIndex: number;
  readonly name: string;
  readonly logit: number;
  readonly probability: number;
}

/** What a network says of a photograph, in plain numbers: there is nothing to dispose. */
export interface PhotographAnswer {
  /** The square that the network saw. */
  readonly seen: PixelImage;
  /** The mean of each feature map, 1,280 numbers. */
  readonly pooled: readonly number[];
  readonly logits: readonly number[];
  /**
   * The classes with the largest logits, the largest first.
   *
   * @param count how many. @default {5}
   */
  top(count?: number): ClassAnswer[];
  /**
   * One class, by name or index.
   *
   * @throws {RangeError} if there is no such class
   */
  of(classNameOrIndex: string | number): ClassAnswer;
  /**
   * The class activation map of a class, `[side / 32, side / 32]`: its mean plus the class's bias is the logit.
   *
   * @throws {RangeError} if there is no such class
   */
  mapOf(classNameOrIndex: string | number): number[][];
}

/**
 * What the network answers to a photograph: its middle is cut out and resized first.
 *
 * @throws {RangeError} if its answers are asked for a class that is none
 * @example
 * const network = await efficientNetLite0();
 * const answer = classifyPhotograph(network, await photograph("coffee"));
 * network.dispose();
 * answer.top(1)[0].name // "espresso"
 */
export function classifyPhotograph(network: EfficientNetLite0, photograph: PixelImage): PhotographAnswer {
  const { side } = network;
  const seen = centreSquare(photograph, side);
  const [features, pooled, logits] = tf.tidy(() => {
    const maps = network.features(photoInputs([seen]));
    const means = network.pooled(maps);
    const outputs = [maps, means, network.logits(means)].map((each) => each.dataSync());
    return outputs as [Float32Array, Float32Array, Float32Array];
  });
  const probabilities = softmax(logits);
  const indexOf = (which: string | number) => (typeof which === "number" ? which : classNamed(which));
  const answer = (classIndex: number): ClassAnswer => {
    requireIndex("answer", { classIndex }, logits.length);
    return {
      classIndex,
      name: imagenetClasses()[classIndex] as string,
      logit: logits[classIndex] as number,
      probability: probabilities[classIndex] as number,
    };
  };
  return {
    seen,
    pooled: Array.from(pooled),
    logits: Array.from(logits),
    of: (which) => answer(indexOf(which)),
    top: (count = 5) =>
      Array.from(logits.keys())
        .sort((a, b) => (logits[b] as number) - (logits[a] as number))
        .slice(0, count)
        .map(answer),
    mapOf: (which) =>
      tf.tidy(() => {
        const maps = tf.tensor3d(features, [side / 32, side / 32, pooled.length]);
        return classActivationMap(maps, network.classWeights, indexOf(which)).arraySync();
      }),
  };
}
