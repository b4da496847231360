import { withoutPicture } from "../charts/figure.js";
import { type TrainingPoint, trainingCurve } from "../charts/figures/curve.js";
import type { LayersModel } from "../networks/tf.js";
import type { TrainingData } from "../networks/training/batches.js";
import { fit } from "../networks/training/fit.js";
import { type FitOptions, requireFitOptions } from "../networks/training/fitOptions.js";
import type { BatchReport, FitObserver, History } from "../networks/training/history.js";
import { livePictures } from "../platform/livePictures.js";
import { onStop } from "../platform/stopSignal.js";
import { nextTurn } from "../platform/turn.js";
import { inKernel } from "./kernel.js";
import { liveOutput } from "./output.js";
import { progress } from "./progress.js";

/** How a training goes, and whether it is shown. */
export interface TrainOptions extends FitOptions {
  /** No bar and no curve. @default {false} */
  quiet?: boolean | undefined;
}

/** Milliseconds between two points of the live curve. */
const curveInterval = 1000;

/**
 * Trains a compiled model, with a progress bar and a curve that grow below the cell, and returns what each epoch reached. The
 * notebook's stop button ends it after the running batch; the model keeps what it has learned, and the history says `stopped`.
 *
 * @throws {Error} if the model is not compiled
 * @throws {RangeError} if there are no examples, or epochs or batch size are no whole numbers from 1
 * @throws {TypeError} if tensors are to be augmented
 * @example
 * const { train: digits } = await loadMnist({ trainImages: 64, testImages: 0 });
 * const history = await train(mnistCnn({ filters: [2, 4] }), digits, { epochs: 1 });
 * history.stopped // false
 * @see notebooks/06-mnist-cnn.ipynb
 */
export async function train(model: LayersModel, data: TrainingData, options: TrainOptions): Promise<History> {
  requireFitOptions(options, ["quiet"]);
  const { quiet = false, signal, ...fitOptions } = options;
  const stopButton = new AbortController();
  const stop = () => stopButton.abort();
  const signals = signal ? AbortSignal.any([signal, stopButton.signal]) : stopButton.signal;
  const observers = quiet ? [] : [curveObserver(fitOptions.epochs), barObserver()];
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

interface EndingObserver extends FitObserver {
  end(): void;
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

function curveObserver(epochs: number): EndingObserver {
  const output = liveOutput();
  const points: TrainingPoint[] = [];
  let history: History | undefined;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let [before, last] = [nothingSeen, nothingSeen];
  const draw = (atEnd = false) => {
    if (points.length === 0) return;
    const curve = trainingCurve(points, { epochs });
    output.update(atEnd || livePictures ? curve : withoutPicture(curve));
  };
  return {
    onBatch(report) {
      last = report;
      const now = performance.now();
      // The last batch of an epoch is left to onEpoch, which knows the validation too.
      if (now - drawnAt < curveInterval || report.seen === report.total) return;
      drawnAt = now;
      points.push(since(before, report));
      before = report;
      draw();
    },
    onEpoch(epoch, soFar) {
      history = soFar;
      points.push({
        ...since(before, last),
        validationLoss: soFar.validationLoss?.[epoch - 1],
        validationAccuracy: soFar.validationAccuracy?.[epoch - 1],
      });
      before = last;
      draw();
    },
    end() {
      // One point an epoch is the calmer picture, where there is more than one.
      if (history && history.loss.length > 1) output.update(trainingCurve(history));
      else draw(true);
    },
  };
}

const nothingSeen: BatchReport = { epoch: 0, epochs: 0, seen: 0, total: 0, loss: 0, accuracy: 0 };

/** What the batches since the last point reached: the running mean of the epoch would hide the newest behind the oldest. */
function since(before: BatchReport, now: BatchReport): TrainingPoint {
  const start = before.epoch === now.epoch ? before : { seen: 0, loss: 0, accuracy: 0 };
  const count = now.seen - start.seen;
  const mean = (name: "loss" | "accuracy") =>
    count === 0 ? now[name] : (now[name] * now.seen - start[name] * start.seen) / count;
  return { epoch: now.epoch - 1 + now.seen / now.total, loss: mean("loss"), accuracy: mean("accuracy") };
}
