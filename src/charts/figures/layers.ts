import type { LayerRow } from "../../arithmetic/layerSpec.js";
import { requireSome } from "../../arithmetic/lists.js";
import { requireOptions } from "../../arithmetic/options.js";
import type { Figure } from "../figure.js";
import { plural } from "../format.js";
import { type Cell, tableFigure } from "./table.js";

/** What TensorFlow says of the same layer; its leading `null` for the batch is ignored. */
export interface ConfirmedLayer {
  readonly shape: readonly (number | null)[];
  readonly parameters: number;
}

/** What can be chosen about {@link layerTableFigure}. */
export interface LayerTableOptions {
  /** TensorFlow's layers in the same order: each is set beside our row and compared. */
  readonly confirmed?: readonly ConfirmedLayer[];
  readonly caption?: string;
}

/**
 * What arithmetic predicts for each layer, and beside it what TensorFlow built, with a tick where they agree: a table.
 *
 * @param layers rows of {@link layerTable}
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are no layers, or those confirmed are not as many
 * @example layerTableFigure(layerTable({ height: 28, width: 28, channels: 1 }, [{ kind: "conv", filters: 8, kernel: 3 }]))
 */
export function layerTableFigure(layers: readonly LayerRow[], options: LayerTableOptions = {}): Figure {
  requireOptions("draw the layers", options, ["confirmed", "caption"]);
  const { confirmed, caption } = options;
  requireSome("make the layer table", "layer", layers);
  if (confirmed !== undefined && confirmed.length !== layers.length) {
    throw new RangeError(
      `Cannot compare the layers: ${plural(layers.length, "row")} of ours, ${confirmed.length} of TensorFlow's. Leave out layers that have no row, such as the input.`,
    );
  }
  const agreements = layers.map((layer, index) => agreement(layer, confirmed?.[index]));
  const rows = layers.map((layer, index): Cell[] => [
    layer.kind,
    shapeText(layer.shape),
    layer.parameters,
    layer.multiplyAdds,
    `${layer.receptiveField.rows} x ${layer.receptiveField.columns}`,
    ...confirmedCells(confirmed?.[index], agreements[index]),
  ]);
  const sum = (value: (layer: LayerRow) => number) =>
    layers.reduce((total, layer) => total + value(layer), 0);
  const all = agreements.every((word) => word === undefined || word === "");
  const total: Cell[] = [
    "total",
    "",
    sum((layer) => layer.parameters),
    sum((layer) => layer.multiplyAdds),
    "",
  ];
  if (confirmed !== undefined) {
    total.push(
      "",
      confirmed.reduce((parameters, layer) => parameters + layer.parameters, 0),
      all ? "✓" : "✗",
    );
  }
  return tableFigure({
    columns: [
      "layer",
      "output shape",
      "parameters",
      "multiply-adds",
      "sees",
      ...(confirmed === undefined ? [] : ["in TensorFlow", "its parameters", "agrees"]),
    ],
    rows,
    total,
    ...(caption === undefined ? {} : { caption }),
  });
}

function shapeText(shape: readonly (number | null)[]): string {
  return shape.filter((length) => length !== null).join(" x ");
}

function confirmedCells(layer: ConfirmedLayer | undefined, differs: string | undefined): Cell[] {
  if (layer === undefined) return [];
  return [shapeText(layer.shape), layer.parameters, differs === "" ? "✓" : `✗ ${differs}`];
}

/** What differs, in words; empty where nothing does, undefined where there is nothing to compare. */
function agreement(ours: LayerRow, theirs: ConfirmedLayer | undefined): string | undefined {
  if (theirs === undefined) return undefined;
  const different = [];
  if (shapeText(ours.shape) !== shapeText(theirs.shape)) different.push("shape");
  if (ours.parameters !== theirs.parameters) different.push("parameters");
  return different.join(" and ");
}
