import { requireChoices, requireOptions } from "../../arithmetic/options.js";
import { setColors } from "../color.js";
import type { Figure } from "../figure.js";
import {
  haveAccuracy,
  type MeasuredSet,
  measuredSets,
  pointsOf,
  rowsOf,
  type TrainingHistory,
  type TrainingPoint,
} from "./curvePoints.js";
import { curveText } from "./curveText.js";
import { vegaLiteFigure } from "./vega.js";

export type { MeasuredSet, TrainingHistory, TrainingPoint };

/** What can be chosen about {@link trainingCurve}. */
export interface TrainingCurveOptions {
  readonly title?: string;
  /** Epochs that are planned: a live curve grows into them instead of stretching its axis. */
  readonly epochs?: number;
  /** What `validationLoss` and `validationAccuracy` were measured on: test data are no validation. @default {"validation"} */
  readonly validationName?: MeasuredSet | undefined;
}

/** Two stand side by side in a notebook of 584 CSS pixels: JupyterLab's in a window of 1024, with the panel of files. */
const panelSize = { width: 220, height: 180 };

/**
 * Loss and, where it was measured, accuracy by epoch, training and validation as two lines. Takes a history, or the points so far of a
 * training that is still running. Values that are not finite (a training that diverged) leave a gap and are named in the description.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there is no epoch, the lists of a history differ in length, or the validation has another name
 * @example trainingCurve({ loss: [0.9, 0.3], accuracy: [0.7, 0.92] }).description
 * // "Training curve, 2 epochs: training loss 0.9 to 0.3, training accuracy 70.0% to 92.0%."
 */
export function trainingCurve(
  history: TrainingHistory | readonly TrainingPoint[],
  options: TrainingCurveOptions = {},
): Figure {
  requireOptions("draw the training curve", options, ["title", "epochs", "validationName"]);
  const { title, validationName = "validation" } = options;
  requireChoices("draw the training curve", options, { validationName: measuredSets });
  const points = pointsOf(history);
  if (points.length === 0) {
    throw new RangeError(
      "Cannot draw the training curve: the history has no epoch. Train first, or pass a point.",
    );
  }
  const rows = points.flatMap((point) => rowsOf(point, validationName));
  const x = epochAxis(points, options.epochs);
  const drawn = rows.filter(({ loss, accuracy }) => Number.isFinite(loss) || Number.isFinite(accuracy));
  const sets = (["training", validationName] as const).filter((set) => drawn.some((row) => row.set === set));
  const color = {
    field: "set",
    type: "nominal",
    title: null,
    scale: { domain: sets, range: sets.map((set) => setColors[set]) },
    // Always there, so that a live curve keeps its height when the first validation arrives.
    legend: { orient: "top", symbolType: "circle" },
  };
  const panel = (field: "loss" | "accuracy", format: string) => {
    const values = rows.flatMap(({ epoch, set, [field]: value }) =>
      Number.isFinite(value) ? [{ epoch, set, [field]: value }] : [],
    );
    return {
      ...panelSize,
      data: { values },
      encoding: {
        x,
        y: {
          field,
          type: "quantitative",
          title: field,
          axis: { format, tickCount: 6 },
          scale: valueScale(field, values),
        },
        color,
      },
      layer: [
        {
          mark: "line",
          encoding: {
            strokeDash: { condition: { test: "datum.set !== 'training'", value: [5, 3] }, value: [1, 0] },
          },
        },
        {
          mark: { type: "point", filled: true, opacity: 1, size: points.length > 40 ? 14 : 45 },
          encoding: {
            tooltip: [
              { field: "set", type: "nominal", title: "on" },
              { field: "epoch", type: "quantitative", title: "epoch", format: ".3~f" },
              { field, type: "quantitative", title: field, format: field === "loss" ? ".4f" : ".2%" },
            ],
          },
        },
      ],
    };
  };
  const spec = {
    ...(title === undefined ? {} : { title }),
    spacing: 24,
    hconcat: [panel("loss", "~g"), ...(haveAccuracy(points) ? [panel("accuracy", "~%")] : [])],
  };
  return vegaLiteFigure(spec, curveText(points, validationName, title));
}

/** Loss from zero up; accuracy over what was reached, so that the last percent can be seen, or from 0 to 1 for a single value. */
function valueScale(field: "loss" | "accuracy", values: readonly object[]) {
  if (field === "loss") return { zero: true, nice: 6 };
  return values.length > 1 ? { zero: false, nice: 6 } : { domain: [0, 1] };
}

/** Whole epochs only on the axis, from 0 where a measurement lies before the end of the first. */
function epochAxis(points: readonly TrainingPoint[], planned = 0) {
  const all = points.map((point) => point.epoch);
  const first = all.some((epoch) => epoch < 1) ? 0 : Math.floor(Math.min(...all));
  const last = Math.max(Math.ceil(Math.max(...all)), planned);
  const domain = first === last ? [first - 0.5, last + 0.5] : [first, last];
  const step = Math.max(1, Math.ceil((last - first) / 10));
  const values = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
  return {
    field: "epoch",
    type: "quantitative",
    title: "epoch",
    scale: { domain, nice: false },
    axis: { values, format: "d", grid: false, labelFlush: false },
  };
}
