import { percent, plural, short } from "../format.js";
import { haveAccuracy, type MeasuredSet, type TrainingPoint } from "./curvePoints.js";

/** The sentence under a training curve: where each line begins and ends, the best accuracy of the second set, a loss that left the numbers. */
export function curveText(
  points: readonly TrainingPoint[],
  second: MeasuredSet,
  title = "Training curve",
): string {
  const last = points.at(-1) as TrainingPoint;
  const paths = [
    path("training loss", points, ({ loss }) => loss, short),
    path(`${second} loss`, points, ({ validationLoss }) => validationLoss, short),
  ];
  if (haveAccuracy(points))
    paths.push(
      path("training accuracy", points, ({ accuracy }) => accuracy, percent),
      path(`${second} accuracy`, points, ({ validationAccuracy }) => validationAccuracy, percent),
    );
  const said = paths.flat().join(", ");
  const sentence = `${title}, ${plural(Number(last.epoch.toFixed(2)), "epoch")}: ${said}.`;
  const broken = points.find((point) => !Number.isFinite(point.loss));
  const gap = broken === undefined ? "" : ` The loss is not a finite number from epoch ${broken.epoch} on.`;
  return sentence + bestText(points, second) + gap;
}

/** From where to where a line goes; nothing where nothing was measured. A training that was stopped was not measured at its end. */
function path(
  name: string,
  points: readonly TrainingPoint[],
  read: (point: TrainingPoint) => number | undefined,
  format: (value: number) => string,
): string[] {
  const values = points.flatMap((point) => read(point) ?? []);
  const [from, to] = [values[0], values.at(-1)];
  if (from === undefined || to === undefined) return [];
  const end = Number.isFinite(to) ? format(to) : "not finite";
  return [
    values.length > 1 && Number.isFinite(from) ? `${name} ${format(from)} to ${end}` : `${name} ${end}`,
  ];
}

/** The epoch of the best accuracy of the second set, as a sentence; nothing where fewer than two were measured. */
export function bestText(points: readonly TrainingPoint[], second: MeasuredSet): string {
  const tested = points.filter((point) => Number.isFinite(point.validationAccuracy));
  if (tested.length < 2) return "";
  const top = tested.reduce((a, b) => ((b.validationAccuracy ?? 0) > (a.validationAccuracy ?? 0) ? b : a));
  return ` Best ${second} accuracy ${percent(top.validationAccuracy ?? 0)} in epoch ${top.epoch}.`;
}
