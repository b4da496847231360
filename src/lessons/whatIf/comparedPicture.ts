import { enlarge } from "../../arithmetic/maps/enlarge.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { fontFamily, rasterise } from "../../charts/drawing/draw.js";
import { encodePng } from "../../charts/drawing/png.js";
import { redGreenBlue } from "../../charts/drawing/redGreenBlue.js";
import type { Picture } from "../../charts/figure.js";
import { barHeight, barMarkup } from "../../charts/figures/colorBar.js";
import { dark } from "../../charts/figures/gridLook.js";
import { covered, onGray } from "../../charts/figures/mapOverlay.js";
import { escapeMarkup, short } from "../../charts/format.js";
import { base64 } from "../../platform/base64.js";

/** A picture as a network saw it, and the map of the class. */
export interface ComparedColumn {
  readonly name: string;
  readonly seen: PixelImage;
  readonly map: Matrix;
}

/** A class and its logits, one for each picture. */
export interface ComparedClass {
  readonly name: string;
  readonly logits: readonly number[];
  readonly chosen: boolean;
}

/** What stands side by side. */
export interface Compared {
  readonly columns: readonly ComparedColumn[];
  readonly className: string;
  readonly rows: readonly ComparedClass[];
}

// CSS pixels.
const margin = 12;
const gap = 8;
const names = 118;
const roomWide = 584;
const largestTile = 212;
const fontSize = 12;
const pitch = 21;
const accent = "#e8762c";
const plain = "#3b8ee0";

/** The pictures, the maps over them on one scale, and the logits as bars with their numbers. */
export function comparedPicture({ columns, className, rows }: Compared): Picture {
  const left = margin + names;
  const free = roomWide - left - margin - gap * (columns.length - 1);
  const side = Math.min(largestTile, Math.floor(free / columns.length));
  const most = Math.max(0, ...columns.flatMap(({ map }) => map.flat()));
  const x = (column: number) => left + column * (side + gap);
  const [pictures, maps] = [margin + 18, margin + 18 + side + gap];
  const firstRow = maps + side + 34;
  const bar = firstRow + rows.length * pitch + 14;
  const [width, height] = [x(columns.length - 1) + side + margin, bar + barHeight + margin];
  const wide = Math.max(width, roomWide);
  const parts = columns.flatMap(({ name, seen, map }, at) => {
    const rgb = redGreenBlue(seen);
    const over = covered(rgb, enlarge(map, seen), { ...seen, most });
    return [
      words(name, x(at), margin + 10, { bold: true, limit: side }),
      image(seen, rgb, x(at), pictures, side),
      image(seen, over, x(at), maps, side),
    ];
  });
  const labels = [
    words("as the network", margin, pictures + 12),
    words("saw it", margin, pictures + 27),
    words("map of", margin, maps + 12),
    words(className, margin, maps + 27, { bold: true, limit: names - 8 }),
    words("logits", margin, firstRow - 8, { bold: true }),
    words("the white mark is where it was before", x(1), firstRow - 8),
  ];
  const lines = rows.flatMap((row, at) => logitLine(row, rows, firstRow + at * pitch, x, side));
  const colors = { map: onGray, title: "evidence for the class, one scale for all maps", ticks: ["0 or less", short(most / 2), short(most)] }; // biome-ignore format: a line
  const markup = [...labels, ...parts, ...lines, barMarkup(colors, { left, top: bar }, dark)];
  return rasterise(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${height}" font-family="${fontFamily}" font-size="${fontSize}">${markup.join("")}</svg>`,
    { pixelRatio: 1.5, background: dark.ground as string },
  );
}

interface Look {
  readonly bold?: boolean;
  /** Pixels at most; longer words are cut. */
  readonly limit?: number;
  readonly anchor?: "start" | "end";
}

function words(text: string, x: number, y: number, { bold, limit, anchor = "start" }: Look = {}): string {
  const letters = limit === undefined ? text.length : Math.max(3, Math.floor(limit / 6.6));
  const shown = text.length > letters ? `${text.slice(0, letters - 1)}…` : text;
  const weight = bold ? ' font-weight="bold"' : "";
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${dark.ink}"${weight}>${escapeMarkup(shown)}</text>`;
}

function image(
  { width, height }: PixelImage,
  pixels: Uint8Array,
  x: number,
  y: number,
  side: number,
): string {
  const png = base64(encodePng({ width, height, channels: 3, pixels }));
  return `<image x="${x}" y="${y}" width="${side}" height="${side}" preserveAspectRatio="none" image-rendering="optimizeQuality" href="data:image/png;base64,${png}"/>`;
}

/** A class: its bar below each picture, a mark where it was before, its logit and the change. */
function logitLine(
  { name, logits, chosen }: ComparedClass,
  all: readonly ComparedClass[],
  top: number,
  x: (column: number) => number,
  side: number,
): string[] {
  const values = all.flatMap((row) => row.logits);
  const [low, high] = [Math.min(0, ...values), Math.max(1e-9, ...values)];
  const at = (value: number) => ((value - low) / (high - low)) * side;
  const [before = 0] = logits;
  const bars = logits.flatMap((logit, column) => {
    const [from, to] = [at(Math.min(0, logit)), at(Math.max(0, logit))];
    const change = logit - before;
    const sign = change < 0 ? "−" : "+";
    const changed = Math.abs(change) < 0.05 ? "0.0" : `${sign}${Math.abs(change).toFixed(1)}`;
    const number = logit.toFixed(1).replace("-", "−");
    return [
      `<rect x="${x(column) + from}" y="${top + 13}" width="${Math.max(1, to - from)}" height="3" fill="${chosen ? accent : plain}"/>`,
      column === 0
        ? ""
        : `<rect x="${x(column) + at(before) - 1}" y="${top + 12}" width="2" height="6" fill="${dark.ink}"/>`,
      words(number, x(column), top + 10, { bold: chosen }),
      column === 0 ? "" : words(changed, x(column) + side, top + 10, { bold: chosen, anchor: "end" }),
    ];
  });
  return [words(name, margin, top + 10, { bold: chosen, limit: names - 8 }), ...bars];
}
