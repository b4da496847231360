import { percent, plural, short } from "../format.js";
import type { TrainingPoint } from "./curvePoints.js";

/** The sentence under a training curve: where each line begins and ends, the best test accuracy, a loss that left the numbers. */
export function curveText(points: readonly TrainingPoint[], title = "Training curve"): string {
  const last = points.at(-1) as TrainingPoint;
  const first = points[0] as TrainingPoint;
  const path = (
    name: string,
    from: number | undefined,
    to: number | undefined,
    format: (value: number) => string,
  ) => {
    if (to === undefined) return "";
    const end = Number.isFinite(to) ? format(to) : "not finite";
    return points.length > 1 && from !== undefined && Number.isFinite(from)
      ? `, ${name} ${format(from)} to ${end}`
      : `, ${name} ${end}`;
  };
  const sentence = `${title}, ${plural(Number(last.epoch.toFixed(2)), "epoch")}: ${[
    path("training loss", first.loss, last.loss, short),
    path("test loss", first.validationLoss, last.validationLoss, short),
    path("training accuracy", first.accuracy, last.accuracy, percent),
    path("test accuracy", first.validationAccuracy, last.validationAccuracy, percent),
  ]
    .join("")
    .replace(/^, /, "")}.`;
  const broken = points.find((point) => !Number.isFinite(point.loss));
  const gap = broken === undefined ? "" : ` The loss is not a finite number from epoch ${broken.epoch} on.`;
  return sentence + best(points) + gap;
}

function best(points: readonly TrainingPoint[]): string {
  const tested = points.filter((point) => Number.isFinite(point.validationAccuracy));
  if (tested.length < 2) return "";
  const top = tested.reduce((a, b) => ((b.validationAccuracy ?? 0) > (a.validationAccuracy ?? 0) ? b : a));
  return ` Best test accuracy ${percent(top.validationAccuracy ?? 0)} in epoch ${top.epoch}.`;
}
