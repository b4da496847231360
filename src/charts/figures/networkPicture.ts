import { requireOneEach, requireSome } from "../../arithmetic/lists.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { base64 } from "../../platform/base64.js";
import { diverging, edge, gray, hex, ink, sequential } from "../color.js";
import { fontFamily, rasterise } from "../drawing/draw.js";
import { encodePng } from "../drawing/png.js";
import { type Figure, makeFigure } from "../figure.js";
import { escapeMarkup, plural, short } from "../format.js";
import { commonSize, extent } from "../matrix.js";
import { columnsOf, type LayerColumn, mapPlace, noteLines } from "./networkPictureLayout.js";

/** A layer as it is drawn: its feature maps stacked in columns; a unit of a dense layer is a map of 1x1. */
export interface PictureLayer {
  readonly name: string;
  /** Written below the name, a line each; a line break starts a further line. */
  readonly notes?: readonly string[];
  readonly maps: readonly Matrix[];
  readonly columns: number;
  /** CSS pixels per number, a whole number. */
  readonly scale: number;
  /** How large a window of the layer before one number reads: drawn as a frame and two lines. */
  readonly window?: number;
  /** One beside each map. */
  readonly labels?: readonly string[];
  /** The number of a map to be framed. */
  readonly marked?: number;
  /**
   * Colours from the first number to the second; where it reaches as far below zero as above, blue, white and red.
   * @default {the least and the most of this layer}
   */
  readonly range?: readonly [least: number, most: number];
  /** Drawn in gray, as images are. @default {false} */
  readonly image?: boolean;
}

const marking = "#e8762c";
const shades = 32;

/**
 * A network from left to right with what flows through it: for each layer all its feature maps, dark low and bright high, its
 * name and notes, and the window that one number reads.
 *
 * @throws {RangeError} if there are no layers, the maps of a layer differ in size, or labels are not as many
 */
export function networkPicture(layers: readonly PictureLayer[]): Figure {
  requireSome("draw the network", "layer", layers);
  for (const { name, maps, labels } of layers) {
    commonSize(maps, `draw layer ${name}`);
    requireOneEach(`draw layer ${name}`, { maps, labels });
  }
  const description = layers.map(describe).join("; ");
  return makeFigure(`A network with what flows through it. ${description}.`, {}, () => {
    const { columns, width, height } = columnsOf(layers);
    const parts = columns.map(
      (column, index) => layerMarkup(column) + linkMarkup(columns[index - 1], column),
    );
    return rasterise(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${fontFamily}" font-size="11">${parts.join("")}</svg>`,
      { pixelRatio: 2 },
    );
  });
}

function describe({ name, notes, maps, labels, marked }: PictureLayer): string {
  const { height, width } = commonSize(maps, `draw layer ${name}`);
  const [least, most] = extent(maps);
  const size =
    height * width === 1
      ? plural(maps.length, "number")
      : `${plural(maps.length, "map")} of ${height} x ${width}`;
  const said = notes === undefined ? "" : ` (${notes.join(", ").replaceAll("\n", " ")})`;
  const chosen = marked === undefined ? "" : `, marked ${labels?.[marked] ?? marked}`;
  return `${name}${said}: ${size}, ${short(least)} to ${short(most)}${chosen}`;
}

function layerMarkup(column: LayerColumn<PictureLayer>): string {
  const { layer, center } = column;
  const [from, to] = layer.range ?? extent(layer.maps);
  const signed = layer.range !== undefined && from === -to; // then white is zero
  const colors = layer.image ? gray : signed ? diverging : sequential;
  // In steps too small to be seen, so that the PNG gets a palette.
  const shade = (value: number) => colors(Math.round((shades * (value - from)) / (to - from || 1)) / shades);
  const texts = [layer.name, ...noteLines(layer.notes)].map(
    (line, index) =>
      `<text x="${center}" y="${column.textTop + 14 * index}" text-anchor="middle" fill="${ink}"${index === 0 ? ' font-weight="bold" font-size="13"' : ""}>${escapeMarkup(line)}</text>`,
  );
  const maps = layer.maps.map((map, index) => {
    const { x, y, width, height } = mapPlace(column, index);
    const label = layer.labels?.[index];
    const bold = index === layer.marked ? ' font-weight="bold"' : "";
    const words =
      label === undefined
        ? ""
        : `<text x="${x + width + 5}" y="${y + height / 2 + 4}" fill="${ink}"${bold}>${escapeMarkup(label)}</text>`;
    const frame =
      index === layer.marked
        ? `<rect x="${x - 1.5}" y="${y - 1.5}" width="${width + 3}" height="${height + 3}" fill="none" stroke="${marking}" stroke-width="2.5"/>`
        : "";
    // The black of an image is lost on a dark ground.
    const border = layer.image
      ? `<rect x="${x - 0.5}" y="${y - 0.5}" width="${width + 1}" height="${height + 1}" fill="none" stroke="${edge}"/>`
      : "";
    return picture(map, shade, { x, y, width, height }) + border + words + frame;
  });
  return texts.join("") + maps.join("");
}

function picture(
  map: Matrix,
  shade: (value: number) => readonly [number, number, number],
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): string {
  const values = map.flat();
  if (values.length === 1) {
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${hex(shade(values[0] as number))}"/>`;
  }
  const pixels = Uint8Array.from(values.flatMap((value) => [...shade(value)]));
  const png = encodePng({ width: values.length / map.length, height: map.length, channels: 3, pixels });
  return `<image x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="none" image-rendering="optimizeSpeed" href="data:image/png;base64,${base64(png)}"/>`;
}

/** A frame around the window on the first map of the layer before, and lines from it to the number that reads it. */
function linkMarkup(
  before: LayerColumn<PictureLayer> | undefined,
  column: LayerColumn<PictureLayer>,
): string {
  const { window, scale, maps } = column.layer;
  if (before === undefined || window === undefined) return "";
  const rows = maps[0]?.length ?? 1;
  const at = Math.floor(rows / 3);
  const step = Math.max(1, Math.floor((before.layer.maps[0]?.length ?? 1) / rows)); // 2 for windows that do not overlap
  const [source, target] = [mapPlace(before, 0), mapPlace(column, 0)];
  const from = at * step * before.layer.scale;
  const side = window * before.layer.scale;
  const [x, y] = [source.x + from, source.y + from];
  const [toX, toY] = [target.x + at * scale, target.y + at * scale];
  const line = (y1: number, y2: number) =>
    `<line x1="${x + side}" y1="${y1}" x2="${toX}" y2="${y2}" stroke="${marking}" stroke-width="1" shape-rendering="crispEdges"/>`;
  const box = (left: number, top: number, length: number) =>
    `<rect x="${left}" y="${top}" width="${length}" height="${length}" fill="none" stroke="${marking}" stroke-width="1.3"/>`;
  return box(x, y, side) + box(toX, toY, scale) + line(y, toY) + line(y + side, toY + scale);
}
