import { requireChoices } from "../arithmetic/options.js";
import { type MeasuredSet, measuredSets } from "../charts/figures/curvePoints.js";
import type { LayersModel } from "../networks/tf.js";
import type { TrainingData } from "../networks/training/batches.js";
import { fit } from "../networks/training/fit.js";
import { type FitOptions, requireFitOptions } from "../networks/training/fitOptions.js";
import type { History } from "../networks/training/history.js";
import { onStop } from "../platform/stopSignal.js";
import { nextTurn } from "../platform/turn.js";
import { inKernel } from "./kernel.js";
import { curveObserver, type EndingObserver } from "./liveCurve.js";
import { progress } from "./progress.js";

/** How a training goes, and whether it is shown. */
export interface TrainOptions extends FitOptions {
  /** No bar and no curve. @default {false} */
  quiet?: boolean | undefined;
  /** What the curve calls `validation`: "test" where it is test images, from which nothing is chosen. @default {"validation"} */
  validationName?: MeasuredSet | undefined;
}

/**
 * Trains a compiled model, with a progress bar and a curve that grow below the cell, and returns what each epoch reached. The
 * notebook's stop button ends it after the running batch; the model keeps what it has learned, and the history says `stopped`.
 *
 * @throws {Error} if the model is not compiled
 * @throws {RangeError} if there are no examples, epochs or batch size are no whole numbers from 1, or the validation has another name
 * @throws {TypeError} if tensors are to be augmented
 * @example
 * const { train: digits } = await loadMnist({ trainImages: 64, testImages: 0 });
 * const history = await train(mnistCnn({ filters: [2, 4] }), digits, { epochs: 1 });
 * history.stopped // false
 * @see notebooks/07-mnist-cnn.ipynb
 */
export async function train(model: LayersModel, data: TrainingData, options: TrainOptions): Promise<History> {
  requireFitOptions(options, ["quiet", "validationName"]);
  requireChoices("train", options, { validationName: measuredSets });
  const { quiet = false, validationName, signal, ...fitOptions } = options;
  const stopButton = new AbortController();
  const stop = () => stopButton.abort();
  const signals = signal ? AbortSignal.any([signal, stopButton.signal]) : stopButton.signal;
  const observers = quiet ? [] : [curveObserver(fitOptions.epochs, validationName), barObserver()];
  // Outside a notebook Ctrl-C keeps its meaning: it ends the program. In a kernel, Node guards a cell's synchronous part
  // by a handler of its own and takes away ours with it, so ours comes a turn of the event loop later.
  const listening = inKernel();
  await nextTurn();
  const unheard = listening ? onStop(stop) : undefined;
  try {
    return await fit(model, data, { ...fitOptions, signal: signals }, observers);
  } finally {
    unheard?.();
    for (const observer of observers) observer.end();
  }
}

function barObserver(): EndingObserver {
  let bar: ReturnType<typeof progress> | undefined;
  return {
    onBatch({ epoch, epochs, seen, total, loss, accuracy }) {
      bar ??= progress("Training on images", epochs * total);
      const shown = [`epoch ${epoch}/${epochs}`, `loss ${loss.toFixed(4)}`];
      if (!Number.isNaN(accuracy)) shown.push(`accuracy ${(100 * accuracy).toFixed(1)}%`);
      bar.update((epoch - 1) * total + seen, shown.join(" · "));
    },
    end: () => bar?.done(),
  };
}
