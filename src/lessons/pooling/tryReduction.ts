import { requireOptions } from "../../arithmetic/options.js";
import type { Digits } from "../../images/images.js";
import { compileClassifier } from "../../networks/models/compileClassifier.js";
import { disposeModel } from "../../networks/models/disposeModel.js";
import { evaluate } from "../../networks/training/evaluate.js";
import { train } from "../../notebook/train.js";
import { onePixelMoves, type Steadiness } from "./onePixelMoves.js";
import { type Reduction, reductionCnn } from "./reductionCnn.js";

/** What {@link tryReduction} found. */
export interface TriedReduction extends Steadiness {
  /** Height, width and channels of the maps on their way, from layer to layer. */
  readonly shapes: readonly string[];
}

/**
 * Trains the network of `reductionCnn` with a reduction and the progress bar of `train`, and asks it about digits and about them moved
 * by one pixel. It is small and quick: change the seed before a difference is believed.
 *
 * @param options.seed of the first weights and of the order of the digits
 * @param options.learningRate of adam. @default {0.001}
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if the reduction leaves fewer than 4x4 places, or there are no digits
 */
export async function tryReduction(
  reduction: Reduction,
  digits: { readonly train: Digits; readonly test: Digits },
  options: { epochs: number; seed: number; learningRate?: number },
): Promise<TriedReduction> {
  requireOptions("try a reduction", options, ["epochs", "seed", "learningRate"]);
  const { epochs, seed, learningRate = 0.001 } = options;
  const model = compileClassifier(reductionCnn({ reduction, seed }), { learningRate });
  try {
    const shapes = model.layers.map((layer) => [layer.outputShape].flat().slice(1).join("x"));
    await train(model, digits.train, { epochs, seed });
    const read = async (moved: Digits) => (await evaluate(model, moved)).predicted;
    return { shapes, ...(await onePixelMoves(digits.test, read)) };
  } finally {
    disposeModel(model);
  }
}
