import { requireRate } from "../../arithmetic/layerStep.js";
import { type Tensor, tf } from "../tf.js";
import type { NetworkLayer } from "./networkLayer.js";

/**
 * Dropout whose masks follow from a seed. TensorFlow.js's own layer either cannot be repeated (no seed) or,
 * given a seed, draws the very same mask for every batch, which is no dropout at all.
 *
 * While training, each value is set to 0 with probability `rate` and the others are divided by `1 - rate`,
 * so that the expected sum stays; in prediction values pass unchanged.
 *
 * @throws {RangeError} if the rate is not from 0 to below 1
 * @example
 * const dropout = new SeededDropout({ rate: 0.5, seed: 1 });
 * (dropout.apply(tf.ones([1000]), { training: true }) as tf.Tensor).sum().arraySync()
 * // 952: about half are kept, each worth 2
 * @see Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, *Dropout: a simple way to prevent neural networks from
 * overfitting*, 2014
 */
export class SeededDropout extends tf.layers.Layer {
  static className = "SeededDropout";
  readonly rate: number;
  readonly seed: number;
  /** How many masks it has drawn: the next one follows from it. */
  masksDrawn = 0;

  constructor(config: { rate: number; seed?: number; name?: string; inputShape?: (number | null)[] }) {
    super(config as ConstructorParameters<typeof tf.layers.Layer>[0]);
    requireRate(config.rate);
    this.rate = config.rate;
    this.seed = config.seed ?? 1;
  }

  override call(inputs: Tensor | Tensor[], options: Record<string, unknown>): Tensor {
    const values = (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor;
    if (options.training !== true || this.rate === 0) return values.clone();
    this.masksDrawn += 1;
    const maskSeed = this.seed * 1_000_003 + this.masksDrawn;
    return tf.tidy(() => {
      const kept = tf.randomUniform(values.shape, 0, 1, "float32", maskSeed).greaterEqual(this.rate);
      return values.mul(kept.cast("float32")).div(1 - this.rate);
    });
  }

  override getConfig(): ReturnType<InstanceType<typeof tf.layers.Layer>["getConfig"]> {
    return { ...super.getConfig(), rate: this.rate, seed: this.seed };
  }
}

tf.serialization.registerClass(SeededDropout);

/** The dropout of a network that has a choice: none for rate 0, where it would do nothing. */
export function dropoutOf(rate: number): NetworkLayer[] {
  if (rate === 0) return [];
  requireRate(rate);
  return [{ kind: "dropout", rate }];
}
