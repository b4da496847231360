import type { Matrix } from "../../arithmetic/matrix.js";
import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { sequentialRange } from "../../charts/color.js";
import { encodeJpeg } from "../../charts/drawing/jpeg.js";
import type { Figure } from "../../charts/figure.js";
import { mapOverlay } from "../../charts/figures/mapOverlay.js";
import { short } from "../../charts/format.js";
import { commonSize, extent } from "../../charts/matrix.js";
import { base64 } from "../../platform/base64.js";
import { explorerFigure } from "../explorer/explorerFigure.js";
import { heading, text, wordsAt } from "../explorer/marks.js";
import { choice, movable, over, slider, tapped } from "../explorer/signals.js";
import { pointed } from "../explorer/style.js";
import { camData } from "./camRules.js";

/** A class whose map can be chosen. */
export interface ExploredClass {
  readonly name: string;
  /** What the last layer adds to the mean of the map: together they are the logit. */
  readonly bias: number;
  /** Its class activation map, not rescaled. */
  readonly map: Matrix;
}

/** CSS pixels of a side of the photograph. */
const photoSide = 280;
const textLeft = photoSide + 20;
const barsLeft = textLeft + 114;
const barsWidth = 100;
const barPitch = 24;

const total = "data('totals')[0]";

const marked = "data('marked')[0]";

/** What the picture says, in numbers. */
const words = [
  "'the map of ' + chosen + ', covering ' + cover + '%:'",
  `'mean ' + format(${total}.mean, '.2f') + (${total}.bias < 0 ? ' - ' : ' + ') + format(abs(${total}.bias), '.2f') + ' = logit ' + format(${total}.mean + ${total}.bias, '.2f')`,
  `'maximum ' + format(${total}.most, '.2f')`,
  `${total}.above + ' of ' + length(data('cells')) + ' squares reach the threshold'`,
  `'row ' + row + ', column ' + column + ': evidence ' + format(${marked}.value, '.2f')`,
];

/** Colours of the map, and places and lengths of the bars. */
function camScales(names: readonly string[]): object[] {
  return [
    { name: "color", type: "linear", domain: [0, 1], range: sequentialRange, clamp: true },
    { name: "place", type: "point", domain: names, range: [34, 34 + barPitch * (names.length - 1)] },
    { name: "length", type: "linear", domain: { data: "classes", field: "logit" }, zero: true, range: [0, barsWidth] },
  ]; // biome-ignore format: a scale a line
}

/** The photograph, the map's squares on it, the bars of the logits and the lines of text. */
function camMarks(size: { height: number; width: number }, url: string, classes: number): object[] {
  const across = photoSide / size.width;
  const down = photoSide / size.height;
  const place = {
    x: { signal: `datum.column * ${across}` },
    y: { signal: `20 + datum.row * ${down}` },
    width: { value: across },
    height: { value: down },
  };
  return [
    heading("What the network saw, and the map over it", 0, 10),
    {
      type: "image",
      encode: {
        enter: {
          url: { value: url }, y: { value: 20 }, width: { value: photoSide }, height: { value: photoSide }, aspect: { value: false },
        }, // biome-ignore format: one line
      },
    },
    {
      type: "rect",
      name: "cell",
      from: { data: "cells" },
      encode: {
        update: {
          ...place,
          fill: { scale: "color", field: "share" },
          fillOpacity: { signal: "cover / 100 * (0.15 + 0.85 * datum.share)" },
          tooltip: {
            signal: "{'row': datum.row, 'column': datum.column, 'evidence': format(datum.value, '.2f')}",
          },
        },
      },
    },
    {
      type: "rect",
      name: "frame",
      interactive: false,
      from: { data: "cells" },
      encode: {
        update: {
          ...place,
          stroke: { value: "#ffffff" },
          strokeWidth: { signal: "datum.above ? 1.5 : 0" },
        },
      },
    },
    {
      type: "rect",
      interactive: false,
      from: { data: "marked" },
      encode: { update: { ...place, stroke: { value: pointed }, strokeWidth: { value: 2.5 } } },
    },
    heading("Logits: click one", textLeft, 10),
    {
      type: "rect",
      name: "bar",
      from: { data: "classes" },
      encode: {
        update: {
          x: { signal: `${barsLeft} + min(scale('length', 0), scale('length', datum.logit))` },
          width: { signal: "max(1, abs(scale('length', datum.logit) - scale('length', 0)))" },
          yc: { scale: "place", field: "name" },
          height: { value: barPitch - 8 },
          fill: { signal: `datum.name == chosen ? '${pointed}' : '#3b8ee0'` },
          cursor: { value: "pointer" },
        },
      },
    },
    {
      ...text("datum.name", barsLeft - 6, 0, {
        y: { scale: "place", field: "name" },
        align: { value: "right" },
        baseline: { value: "middle" },
        fontWeight: { signal: "datum.name == chosen ? 'bold' : 'normal'" },
        cursor: { value: "pointer" },
      }),
      name: "barLabel",
      from: { data: "classes" },
      interactive: true,
    },
    {
      ...text("format(datum.logit, '.2f')", 0, 0, {
        x: { signal: `${barsLeft} + max(scale('length', 0), scale('length', datum.logit)) + 5` },
        y: { scale: "place", field: "name" },
        baseline: { value: "middle" },
      }),
      from: { data: "classes" },
    },
    wordsAt(textLeft, 34 + barPitch * classes + 14, 18),
  ];
}

/**
 * A photograph under the class activation map of a class that the reader chooses, by name or by its bar: the map's own
 * numbers as squares, a slider for how much they cover, and one for a threshold, in parts of the map's maximum, whose squares
 * are framed and counted. Computed inside the specification, so it needs no kernel.
 *
 * @param photograph a square one
 * @throws {RangeError} if there is no class, names repeat, maps differ in size, or the photograph is not square
 * @see notebooks/12-backbones-on-photographs.ipynb
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
    width: 566,
    height: Math.max(photoSide + 22, 34 + barPitch * names.length + 5 * 18 + 14),
    signals: [
      movable(choice("chosen", "class", first.name, names), tapped("bar", "barLabel"), "datum.name"),
      slider("cover", "map covers, %", 60, [0, 100, 5]),
      slider("threshold", "threshold, % of max", 50, [0, 100, 5]),
      movable(slider("row", "square: row", 0, [0, size.height - 1]), over("cell"), "datum.row"),
      movable(slider("column", "square: column", 0, [0, size.width - 1]), over("cell"), "datum.column"),
    ],
    data: camData(
      classes.map(({ name, bias, map }, order) => ({
        name,
        order,
        bias: rounded(bias),
        map: map.flat().map(rounded),
      })),
      size,
    ),
    scales: camScales(names),
    marks: camMarks(size, dataUrl(photograph), names.length),
  };
  const most = extent([first.map])[1];
  return explorerFigure(
    spec,
    {
      about:
        `A photograph under the class activation map of one of ${names.length} classes, ${size.height} x ${size.width} numbers, with a choice ` +
        `of the class, sliders for how much the map covers, for a threshold, and for the square whose evidence is read. Classes: ${names.join(", ")}.`,
      asDrawn: `the map of ${first.name}, up to ${short(most)}.`,
      words,
    },
    (description, note) =>
      mapOverlay(photograph, [first.map], {
        captions: [`${first.name}\n${note.replace(" in ", "\nin ")}`],
        description,
      }),
  );
}

function dataUrl(photograph: PixelImage): string {
  return `data:image/jpeg;base64,${base64(encodeJpeg(photograph, 75))}`;
}
