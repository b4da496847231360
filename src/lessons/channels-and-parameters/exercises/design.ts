import { axisWindows } from "../../../arithmetic/axes.js";
import { type LayerRow, type LayerSpec, layerTable } from "../../../arithmetic/layers.js";
import { formOf } from "../../exercise/answers/form.js";
import { mostSeen } from "../../exercise/checks/pixelsSeen.js";
import type { ExerciseContent } from "../../exercise/content.js";

const digit = { height: 28, width: 28, channels: 1 };
const classes = 10;
const limits = { parameters: 5_000, multiplyAdds: 200_000, sees: 14 };
const number = (value: number) => value.toLocaleString("en");

export const designedNetwork: ExerciseContent = {
  title: "A network within a budget",
  check(answer) {
    if (!Array.isArray(answer) || answer.length === 0) {
      return {
        message: `Pass the list of layers that \`layerTable\` takes, from the first to the last. This is ${formOf(answer)}.`,
      };
    }
    if (answer.every((layer) => Object.hasOwn(Object(layer), "multiplyAdds")))
      return {
        message: "Those are the rows that `layerTable` returns. Pass the list of layers that you gave it.",
      };
    const layers = answer as LayerSpec[];
    return problemIn(layerTable(digit, layers), layers) ?? true;
  },
  because:
    "Work is spent where maps are large, parameters where everything is connected. Small filters early and pooling before Flatten keep both down.",
  hints: [
    "Print `layerTableFigure(layerTable(…))` of your layers. Which row holds most parameters, which most multiply-adds?",
    "Too many parameters: pool more before flatten, or take fewer filters there. Too much work: fewer or smaller filters where the map is large. A window sees twice as far after a pooling.",
  ],
  solution:
    "One of many:\n```\n[\n" +
    '  { kind: "conv", filters: 6, kernel: 3 },\n  { kind: "maxPool", size: 2 },\n' +
    '  { kind: "conv", filters: 12, kernel: 5 },\n  { kind: "maxPool", size: 2 },\n' +
    '  { kind: "flatten" },\n  { kind: "dense", units: 10 },\n]\n```',
};

function problemIn(rows: readonly LayerRow[], layers: readonly LayerSpec[]): { message: string } | undefined {
  const last = rows.findLast(({ kind }) => kind !== "softmax") as LayerRow | undefined;
  if (last?.kind !== "dense" || last.shape[0] !== classes) {
    return { message: "The last layer must be dense with 10 units, one for each digit." };
  }
  const windows = rows.filter(({ kind }) => kind === "conv");
  if (windows.length < 2) return { message: "Use two convolutions at least: this lesson is about them." };
  const parameters = over(rows, "parameters", limits.parameters);
  if (parameters !== undefined) return { message: parameters };
  const work = over(rows, "multiplyAdds", limits.multiplyAdds);
  if (work !== undefined) return { message: work };
  const flat = rows.findIndex(({ shape }) => shape.length === 1);
  const numbers = rows.slice(flat).reduce((least, { shape }) => Math.min(least, shape[0] ?? 0), Infinity);
  if (numbers < 2)
    return {
      message:
        "Within the budget. But all that is known of a digit has to go through a single number, and ten digits are to be told apart: let more through.",
    };
  return viewFault(layers.slice(0, flat));
}

/** Pixels are counted: padding and the holes of a stride or a dilation are none. */
function viewFault(layers: readonly LayerSpec[]): { message: string } | undefined {
  const windows = layers.flatMap(windowsOf);
  const along = (axis: "rows" | "columns", length: number) =>
    mostSeen(
      length,
      windows.map((each) => each[axis]),
    ).size;
  const [rows, columns] = [along("rows", digit.height), along("columns", digit.width)];
  if (Math.min(rows, columns) >= limits.sees) return undefined;
  return {
    message:
      `Within the budget. But a number of the last map sees only ${rows} x ${columns} pixels, and ` +
      `${limits.sees} x ${limits.sees} are asked. Larger kernels widen the view, and so does pooling earlier.`,
  };
}

/** A layer as windows along both axes; none where it looks at one place only. */
function windowsOf(layer: LayerSpec): ReturnType<typeof axisWindows>[] {
  if (layer.kind === "conv") return [axisWindows(layer)];
  if (layer.kind === "zeroPadding") return [axisWindows({ kernel: 1, padding: layer.padding })];
  if (layer.kind !== "maxPool" && layer.kind !== "averagePool") return [];
  return [axisWindows({ ...layer, kernel: layer.size, stride: layer.stride ?? layer.size })];
}

/** What is wrong if the layers take more than they may, and which of them takes most. */
function over(
  rows: readonly LayerRow[],
  quantity: "parameters" | "multiplyAdds",
  limit: number,
): string | undefined {
  const total = rows.reduce((sum, row) => sum + row[quantity], 0);
  if (total <= limit) return undefined;
  const most = rows.reduce((best, row) => (row[quantity] > best[quantity] ? row : best));
  const words = quantity === "parameters" ? "parameters" : "multiply-adds";
  return (
    `${number(total)} ${words} are more than ${number(limit)}. Most of them, ${number(most[quantity])}, ` +
    `are in layer ${rows.indexOf(most) + 1} (${most.kind}).`
  );
}
