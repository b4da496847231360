import { type LayerRow, type LayerSpec, layerTable } from "../../../arithmetic/layers.js";
import type { ExerciseContent } from "../../exercise/content.js";

const digit = { height: 28, width: 28, channels: 1 };
const limits = { parameters: 5_000, multiplyAdds: 200_000, sees: 14 };
const number = (value: number) => value.toLocaleString("en");

export const designedNetwork: ExerciseContent = {
  title: "A network within a budget",
  check(answer) {
    if (!Array.isArray(answer) || answer.length === 0) {
      return { message: "Pass the list of layers that `layerTable` takes, from the first to the last." };
    }
    const rows = layerTable(digit, answer as LayerSpec[]);
    return problemIn(rows) ?? true;
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

function problemIn(rows: readonly LayerRow[]): { message: string } | undefined {
  const last = rows.at(-1) as LayerRow;
  if (last.kind !== "dense" || last.shape[0] !== 10) {
    return { message: "The last layer must be dense with 10 units, one for each digit." };
  }
  const windows = rows.filter(({ kind }) => kind === "conv");
  if (windows.length < 2) return { message: "Use two convolutions at least: this lesson is about them." };
  const parameters = over(rows, "parameters", limits.parameters);
  if (parameters !== undefined) return { message: parameters };
  const work = over(rows, "multiplyAdds", limits.multiplyAdds);
  if (work !== undefined) return { message: work };
  const flat = rows.findIndex(({ shape }) => shape.length === 1);
  const view = rows[flat - 1]?.receptiveField ?? { rows: 1, columns: 1 };
  const sees = Math.min(view.rows, view.columns);
  if (sees >= limits.sees) return undefined;
  return {
    message:
      `Within the budget. But a number of the last map sees only ${view.rows} x ${view.columns} pixels, and ` +
      `${limits.sees} x ${limits.sees} are asked. Larger kernels widen the view, and so does pooling earlier.`,
  };
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
