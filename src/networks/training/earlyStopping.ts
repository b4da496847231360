import { requireOptions } from "../../arithmetic/options.js";
import { requireWhole } from "../../arithmetic/whole.js";
import { type LayersModel, type Tensor, tf } from "../tf.js";

/** When a training ends before its time, on the loss of the validation set. */
export interface EarlyStopping {
  /** How many epochs in a row may be no better than the best. */
  patience: number;
  /** By how much the loss has to be less than the least so far, or the epoch counts as no better. @default {0} */
  minDelta?: number | undefined;
}

/**
 * Refuses a wish that cannot be.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if a value is impossible
 */
export function requireEarlyStopping(options: EarlyStopping): void {
  requireOptions("stop early", options, ["patience", "minDelta"]);
  const { patience, minDelta = 0 } = options;
  requireWhole("stop early", { patience }, { from: 1 });
  if (minDelta >= 0 && Number.isFinite(minDelta)) return;
  throw new RangeError(`Cannot stop early: minDelta is ${minDelta}. Give a number from 0 up.`);
}

/** Keeps the weights of the best epoch while a model trains. */
export class BestWeights {
  readonly #model: LayersModel;
  readonly #patience: number;
  readonly #minDelta: number;
  #least = Number.POSITIVE_INFINITY;
  /** What a loss is compared with, by `minDelta`, and for how many epochs none was less. */
  #bar = Number.POSITIVE_INFINITY;
  #since = 0;
  #kept: { weight: tf.LayerVariable; value: Tensor }[] = [];
  /** The epoch of the least loss, from 1. */
  epoch: number | undefined;

  constructor(model: LayersModel, { patience, minDelta = 0 }: EarlyStopping) {
    this.#model = model;
    this.#patience = patience;
    this.#minDelta = minDelta;
  }

  /** Takes the loss of an epoch. Says whether to go on. */
  take(epoch: number, loss: number): boolean {
    if (loss < this.#least) {
      this.#least = loss;
      this.epoch = epoch;
      this.dispose();
      // A clone shares the numbers, until a step gives the model others.
      this.#kept = this.#model.weights.map((weight) => ({ weight, value: weight.read().clone() }));
    }
    if (loss < this.#bar - this.#minDelta) {
      this.#bar = loss;
      this.#since = 0;
    } else this.#since += 1;
    return this.#since < this.#patience;
  }

  /** Gives the model the best weights, if there are any. */
  restore(): void {
    for (const { weight, value } of this.#kept) (weight.read() as tf.Variable).assign(value);
  }

  dispose(): void {
    tf.dispose(this.#kept.map(({ value }) => value));
    this.#kept = [];
  }
}
