import { requireOneEach } from "../../arithmetic/lists.js";

/** What the second line of a training curve can have been measured on. */
export const measuredSets = ["validation", "test"] as const;
export type MeasuredSet = (typeof measuredSets)[number];

/** Loss and accuracy, one entry an epoch, as `train` returns them. */
export interface TrainingHistory {
  readonly loss: readonly number[];
  readonly accuracy: readonly number[];
  readonly validationLoss?: readonly number[] | undefined;
  readonly validationAccuracy?: readonly number[] | undefined;
}

/** A measurement at any time, in epochs: 0.25 is a quarter into the first one, 1 is its end. */
export interface TrainingPoint {
  readonly epoch: number;
  readonly loss: number;
  readonly accuracy: number;
  readonly validationLoss?: number | undefined;
  readonly validationAccuracy?: number | undefined;
}

/** The points of a history, or the points as they are. */
export function pointsOf(history: TrainingHistory | readonly TrainingPoint[]): readonly TrainingPoint[] {
  return (isPoints(history) ? history : fromHistory(history)).map(withoutUnmeasured);
}

/** A stopped training was not measured at its end, and says NaN. One that diverged says NaN of its own loss as well. */
function withoutUnmeasured(point: TrainingPoint): TrainingPoint {
  const { validationLoss, validationAccuracy, ...training } = point;
  const measured = [validationLoss, validationAccuracy].some((value) => !Number.isNaN(value ?? Number.NaN));
  return measured || !Number.isFinite(training.loss) ? point : training;
}

function isPoints(history: TrainingHistory | readonly TrainingPoint[]): history is readonly TrainingPoint[] {
  return Array.isArray(history);
}

function fromHistory(history: TrainingHistory): TrainingPoint[] {
  const { loss, accuracy, validationLoss, validationAccuracy } = history;
  requireOneEach("draw the training curve", {
    "entries of loss": loss,
    "of accuracy": accuracy,
    "of validationLoss": validationLoss,
    "of validationAccuracy": validationAccuracy,
  });
  return loss.map((value, index) => ({
    epoch: index + 1,
    loss: value,
    accuracy: accuracy[index] ?? Number.NaN,
    validationLoss: validationLoss?.[index],
    validationAccuracy: validationAccuracy?.[index],
  }));
}

/** Whether accuracy was measured at all: in regression it is NaN throughout. */
export function haveAccuracy(points: readonly TrainingPoint[]): boolean {
  return points.some(
    ({ accuracy, validationAccuracy = Number.NaN }) =>
      !(Number.isNaN(accuracy) && Number.isNaN(validationAccuracy)),
  );
}

/** A row for each line of the chart; `second` names the other one. */
export function rowsOf(point: TrainingPoint, second: MeasuredSet) {
  const { epoch, loss, accuracy, validationLoss, validationAccuracy } = point;
  const training = { epoch, set: "training", loss, accuracy };
  if (validationLoss === undefined && validationAccuracy === undefined) return [training];
  return [
    training,
    { epoch, set: second, loss: validationLoss ?? Number.NaN, accuracy: validationAccuracy ?? Number.NaN },
  ];
}
