import { requireOneEach } from "../../arithmetic/lists.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { requireOptions } from "../../arithmetic/options.js";
import { onDark, onPale } from "../color.js";
import { textWidth } from "../drawing/textwidth.js";
import type { Figure } from "../figure.js";
import { count, percent } from "../format.js";
import { drawableSize } from "../matrix.js";
import { vegaLiteFigure } from "./vega.js";

/** What can be chosen about {@link confusionMatrix}. */
export interface ConfusionMatrixOptions {
  /** Names of the classes. @default {0, 1, 2 …} */
  readonly labels?: readonly string[];
  readonly title?: string;
}

/**
 * How often each class (row) was taken for each class (column). Colour shows the errors only, on a square-root scale, so that
 * they are seen beside the many on the diagonal, which is gray.
 *
 * @param counts `counts[actual][predicted]`, as `confusionCounts` counts them
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if the counts are no square of numbers from 0, or labels are not as many
 * @example confusionMatrix([[9, 1], [0, 10]], { labels: ["cat", "dog"] }).description
 * // "Confusion matrix of 20 predictions: 95.0% right, 1 wrong. Most frequent: cat taken for dog (1)."
 */
export function confusionMatrix(counts: Matrix, options: ConfusionMatrixOptions = {}): Figure {
  const action = "draw the confusion matrix";
  requireOptions(action, options, ["labels", "title"]);
  const { height, width } = drawableSize(counts, action);
  if (height !== width) {
    throw new RangeError(
      `Cannot ${action}: it is ${height} x ${width}. It has a row and a column for each class.`,
    );
  }
  const labels = options.labels ?? Array.from({ length: width }, (_, index) => String(index));
  requireOneEach(action, { classes: counts, labels });
  const twin = labels.find((label, index) => labels.indexOf(label) !== index);
  if (twin !== undefined) {
    throw new RangeError(`Cannot ${action}: two classes are named ${twin}. Give each a name of its own.`);
  }
  const negative = counts.flat().find((value) => value < 0);
  if (negative !== undefined) {
    throw new RangeError(`Cannot ${action}: it holds ${negative}. Pass counts, from zero.`);
  }
  const cells = cellsOf(counts, labels);
  const cellSize = Math.max(22, Math.min(36, Math.floor(420 / width)));
  const mostErrors = Math.max(1, ...cells.filter((cell) => !cell.right).map((cell) => cell.count));
  // Long names stand slanted above their columns, or they would run into one another.
  const slanted = labels.some((label) => textWidth(label, 10, "regular") > cellSize);
  const axis = (field: string, title: string, orient: string) => ({
    field,
    type: "ordinal",
    title,
    sort: labels,
    axis: { orient, labelAngle: slanted && orient === "top" ? -45 : 0, ticks: false, domain: false },
  });
  const spec = {
    ...(options.title === undefined ? {} : { title: options.title }),
    width: cellSize * width,
    height: cellSize * height,
    data: { values: cells },
    encoding: {
      x: axis("predicted", "predicted", "top"),
      y: axis("actual", "actual", "left"),
      tooltip: [
        { field: "actual", type: "nominal", title: "actual" },
        { field: "predicted", type: "nominal", title: "predicted" },
        { field: "count", type: "quantitative", title: "times", format: "," },
        { field: "share", type: "quantitative", title: "of this class", format: ".2%" },
      ],
    },
    layer: [
      { mark: { type: "rect", fill: "transparent", stroke: "#88888855" } },
      { transform: [{ filter: "datum.right" }], mark: { type: "rect", fill: "#d9d9d9" } },
      {
        transform: [{ filter: "!datum.right && datum.count > 0" }],
        mark: "rect",
        encoding: {
          color: {
            field: "count",
            type: "quantitative",
            title: "errors",
            scale: {
              type: "sqrt",
              domain: [0, mostErrors],
              range: ["#fff3e0", "#fdae6b", "#d94801", "#7f2704"],
            },
            legend: { gradientLength: 120, tickCount: 4, format: "d" },
          },
        },
      },
      {
        transform: [{ filter: "datum.right && datum.count > 0" }],
        mark: { type: "text", fontSize: 10, color: onPale },
        encoding: { text: { field: "count", type: "quantitative", format: "," } },
      },
      {
        transform: [{ filter: "!datum.right && datum.count > 0" }],
        mark: { type: "text", fontSize: 11 },
        encoding: {
          text: { field: "count", type: "quantitative", format: "," },
          color: {
            condition: { test: `datum.count > ${0.43 * mostErrors}`, value: onDark },
            value: onPale,
          },
        },
      },
    ],
    resolve: { scale: { color: "independent" } },
    config: { view: { stroke: null } },
  };
  return vegaLiteFigure(spec, describe(cells, options.title));
}

interface Cell {
  readonly actual: string;
  readonly predicted: string;
  readonly count: number;
  readonly share: number;
  readonly right: boolean;
}

function cellsOf(counts: Matrix, labels: readonly string[]): Cell[] {
  return counts.flatMap((row, actual) => {
    const total = row.reduce((sum, value) => sum + value, 0);
    return row.map((value, predicted) => ({
      actual: labels[actual] ?? "",
      predicted: labels[predicted] ?? "",
      count: value,
      share: total === 0 ? 0 : value / total,
      right: actual === predicted,
    }));
  });
}

function describe(cells: readonly Cell[], title = "Confusion matrix"): string {
  const sum = (some: readonly Cell[]) => some.reduce((total, cell) => total + cell.count, 0);
  const total = sum(cells);
  if (total === 0) return `${title} of no predictions.`;
  const errors = cells.filter((cell) => !cell.right && cell.count > 0).sort((a, b) => b.count - a.count);
  const right = total - sum(errors);
  const head = `${title} of ${count(total)} predictions: ${percent(right / total)} right, ${count(sum(errors))} wrong.`;
  if (errors.length === 0) return head;
  const worst = errors
    .slice(0, 3)
    .map((cell) => `${cell.actual} taken for ${cell.predicted} (${count(cell.count)})`);
  return `${head} Most frequent: ${worst.join(", ")}.`;
}
