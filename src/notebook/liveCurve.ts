import { withoutPicture } from "../charts/figure.js";
import { type MeasuredSet, type TrainingPoint, trainingCurve } from "../charts/figures/curve.js";
import type { FitObserver, History } from "../networks/training/history.js";
import { livePictures } from "../platform/livePictures.js";
import { LivePoints } from "./livePoints.js";
import { liveOutput } from "./output.js";

/** An observer that is told that the training is over, however it ended. */
export interface EndingObserver extends FitObserver {
  end(): void;
}

/** Milliseconds between two points of the live curve. */
const interval = 1000;

/** Draws the curve of a training while it runs, and at its end once more. */
export function curveObserver(epochs: number, validationName?: MeasuredSet): EndingObserver {
  const output = liveOutput();
  const points = new LivePoints();
  let history: History | undefined;
  let drawnAt = Number.NEGATIVE_INFINITY;
  const draw = () => {
    const curve = trainingCurve(points.all, { epochs, validationName });
    output.update(livePictures ? curve : withoutPicture(curve));
  };
  return {
    onBatch(report) {
      points.reach(report);
      const now = performance.now();
      // The last batch of an epoch is left to onEpoch, which knows the validation too.
      if (now - drawnAt < interval || report.seen === report.total) return;
      drawnAt = now;
      points.add();
      draw();
    },
    onEpoch(epoch, soFar) {
      history = soFar;
      points.endEpoch(soFar.validationLoss?.[epoch - 1], soFar.validationAccuracy?.[epoch - 1]);
      draw();
    },
    end() {
      const final = finalPoints(history, points);
      if (final.length > 0) output.update(trainingCurve(final, { validationName }));
    },
  };
}

/** So much of an epoch is worth a point of its own among points of whole epochs: the mean of less jumps about. */
const worthAPoint = 0.25;

/** One point an epoch is the calmer picture, where there is more than one; a stopped training ends where it was stopped. */
function finalPoints(history: History | undefined, points: LivePoints): readonly TrainingPoint[] {
  if (history === undefined) return points.all;
  const whole = points.share === 1 ? history.loss.length : history.loss.length - 1;
  if (whole < 2) return points.all;
  const ends = history.loss.map((loss, index) => ({
    epoch: index < whole ? index + 1 : index + points.share,
    loss,
    accuracy: history.accuracy[index] ?? Number.NaN,
    validationLoss: history.validationLoss?.[index],
    validationAccuracy: history.validationAccuracy?.[index],
  }));
  return points.share < worthAPoint ? ends.slice(0, whole) : ends;
}
