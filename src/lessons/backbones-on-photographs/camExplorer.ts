import type { Matrix } from "../../arithmetic/matrix.js";
import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { encodeJpeg } from "../../charts/drawing/jpeg.js";
import { type Figure, jupyterDisplay } from "../../charts/figure.js";
import { mapOverlay } from "../../charts/figures/mapOverlay.js";
import { embedding, vegaMime } from "../../charts/figures/vega.js";
import { short } from "../../charts/format.js";
import { commonSize, extent } from "../../charts/matrix.js";
import { choice, slider } from "../explorer/inputs.js";
import { camMarks, camScales, photoSide } from "./camExplorerMarks.js";

/** A class whose map can be chosen. */
export interface ExploredClass {
  readonly name: string;
  /** What the last layer adds to the mean of the map: together they are the logit. */
  readonly bias: number;
  /** Its class activation map, not rescaled. */
  readonly map: Matrix;
}

/**
 * A photograph under the class activation map of a class that the reader chooses, by name or by its bar: the map's own
 * numbers as squares, a slider for how much they cover, and one for a threshold, in parts of the map's maximum, whose squares
 * are framed and counted. Computed inside the specification, so it needs no kernel.
 *
 * @param photograph a square one
 *
 * @throws {RangeError} if there is no class, names repeat, maps differ in size, or the photograph is not square
 *
 * @see notebooks/10-backbones-on-photographs.ipynb
 */
export function camExplorer(photograph: PixelImage, classes: readonly ExploredClass[]): Figure {
  const { height, width } = photograph;
  const names = classes.map(({ name }) => name);
  const [first] = classes;
  if (first === undefined || new Set(names).size < names.length) {
    throw new RangeError(
      "Cannot explore maps: there is no class, or two share a name. Name each differently.",
    );
  }
  const size = commonSize(
    classes.map(({ map }) => map),
    "explore maps",
  );
  if (height !== width) {
    throw new RangeError(
      `Cannot explore maps over ${height} x ${width} pixels. Give a square photograph: see centreSquare.`,
    );
  }
  const rounded = (value: number) => Number(value.toFixed(4));
  const spec = {
    $schema: "https://vega.github.io/schema/vega/v5.json",
    width: photoSide + 300,
    height: photoSide + 22,
    padding: 5,
    signals: [
      {
        ...choice("chosen", "class", first.name, names),
        on: [{ events: "@bar:click, @barLabel:click", update: "datum.name" }],
      },
      slider("cover", "how much the map covers, %", 60, [0, 100, 5]),
      slider("threshold", "threshold, % of the map's maximum", 50, [0, 100, 5]),
    ],
    data: [
      {
        name: "classes",
        values: classes.map(({ name, bias, map }, order) => ({
          name, order, bias: rounded(bias), map: map.flat().map(rounded),
        })), // biome-ignore format: one line
        transform: [
          { type: "formula", as: "mean", expr: meanOf(size.height * size.width) },
          { type: "formula", as: "logit", expr: "datum.mean + datum.bias" },
        ],
      },
      {
        name: "cells",
        source: "classes",
        transform: [
          { type: "filter", expr: "datum.name == chosen" },
          { type: "flatten", fields: ["map"], index: "cell", as: ["value"] },
          { type: "formula", as: "row", expr: `floor(datum.cell / ${size.width})` },
          { type: "formula", as: "column", expr: `datum.cell % ${size.width}` },
          { type: "joinaggregate", fields: ["value"], ops: ["max"], as: ["most"] },
          {
            type: "formula",
            as: "share",
            expr: "datum.most > 0 ? clamp(datum.value / datum.most, 0, 1) : 0",
          },
          {
            type: "formula",
            as: "above",
            expr: "datum.most > 0 && datum.value >= threshold / 100 * datum.most && datum.value > 0 ? 1 : 0",
          },
        ],
      },
      {
        name: "totals",
        source: "cells",
        transform: [
          {
            type: "aggregate",
            fields: ["value", "value", "above", "bias"],
            ops: ["max", "mean", "sum", "max"],
            as: ["most", "mean", "above", "bias"],
          },
        ],
      },
    ],
    scales: camScales(names),
    marks: camMarks(size, dataUrl(photograph)),
  };
  const most = extent([first.map])[1];
  const description = `A photograph under the class activation map of one of ${names.length} classes, ${size.height} x ${size.width} numbers, with a choice of the class, a slider for how much the map covers and one for a threshold. As drawn (${first.name}): up to ${short(most)}. Classes: ${names.join(", ")}.`;
  const still = mapOverlay(photograph, [first.map], { captions: [first.name], description });
  return {
    description,
    get metadata() {
      return { [vegaMime]: embedding, ...still.metadata };
    },
    [jupyterDisplay]: () => ({ [vegaMime]: { description, ...spec }, ...still[jupyterDisplay]() }),
  };
}

/** Vega's expressions have no mean of a list: its sum is written out. */
function meanOf(count: number): string {
  const terms = Array.from({ length: count }, (_, index) => `datum.map[${index}]`);
  return `(${terms.join("+")}) / ${count}`;
}

function dataUrl(photograph: PixelImage): string {
  return `data:image/jpeg;base64,${Buffer.from(encodeJpeg(photograph, 75)).toString("base64")}`;
}
