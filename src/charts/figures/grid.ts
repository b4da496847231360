import { base64 } from "../../platform/base64.js";
import { frameRed } from "../color.js";
import { fontFamily, rasterise } from "../drawing/draw.js";
import { encodePng } from "../drawing/png.js";
import { textWidth } from "../drawing/textwidth.js";
import type { Picture } from "../figure.js";
import { escapeMarkup } from "../format.js";
import { barHeight, barMarkup, barWidth, type ColorBar } from "./colorBar.js";
import { type Frame, frameMarkup } from "./frames.js";
import { gridGap as gap, gridMargin as margin } from "./gridLayout.js";
import { clear, dark, type Look } from "./gridLook.js";

/** A small picture in a grid: its colours row by row, three bytes a pixel. */
export interface Tile {
  readonly rgb: Uint8Array;
  readonly caption?: string | undefined;
  /** Drawn with a frame and a bold caption. */
  readonly highlight?: boolean | undefined;
  readonly frames?: readonly Frame[] | undefined;
}

interface GridLayout {
  readonly height: number;
  readonly width: number;
  readonly columns: number;
  /** CSS pixels per picture pixel, a whole number, so that edges stay hard. */
  readonly scale: number;
  readonly bar?: ColorBar;
  /** For photographs: pixels blend into one another instead of keeping hard edges. */
  readonly smooth?: boolean;
  /** On a dark sheet, in both themes: for a picture that cannot be clear anywhere, such as a JPEG. */
  readonly sheet?: boolean;
}

const fontSize = 12;
const lineHeight = 15;

/** Tiles in rows with captions below and a colour bar at the end, legible on light and dark ground. */
export function drawGrid(tiles: readonly Tile[], layout: GridLayout): Picture {
  const { scale, bar } = layout;
  const look = layout.sheet ? dark : clear;
  const [width, height] = [layout.width * scale, layout.height * scale];
  const captions = tiles.map((tile) => tile.caption?.split("\n") ?? []);
  const widest = Math.max(
    0,
    ...captions.flatMap((lines, index) =>
      lines.map((line) => textWidth(line, fontSize, weightOf(tiles[index]))),
    ),
  );
  const pitchX = Math.max(width, Math.ceil(widest)) + gap;
  const captionHeight = Math.max(...captions.map((lines) => lines.length)) * lineHeight;
  const pitchY = height + captionHeight + gap + (captionHeight > 0 ? 4 : 0);
  const columns = Math.min(layout.columns, tiles.length);
  const rows = Math.ceil(tiles.length / columns);
  const cardWidth = Math.max(
    2 * margin + columns * pitchX - gap,
    bar === undefined ? 0 : barWidth + 2 * margin,
  );
  const gridHeight = 2 * margin + rows * pitchY - gap;
  const parts = tiles.map((tile, index) => {
    const left = margin + (index % columns) * pitchX + (pitchX - gap - width) / 2;
    const top = margin + Math.floor(index / columns) * pitchY;
    return tileMarkup(tile, captions[index] ?? [], {
      left: Math.round(left),
      top,
      width,
      height,
      layout,
      look,
    });
  });
  if (bar !== undefined) parts.push(barMarkup(bar, { left: margin, top: gridHeight }, look));
  const cardHeight = gridHeight + (bar === undefined ? 0 : barHeight + margin);
  return rasterise(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardWidth}" height="${cardHeight}" font-family="${fontFamily}" font-size="${fontSize}">${parts.join("")}</svg>`,
    // A photograph has no edges that more pixels could sharpen.
    {
      pixelRatio: layout.smooth ? 1.5 : 2,
      ...(look.ground === undefined ? {} : { background: look.ground }),
    },
  );
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly layout: GridLayout;
  readonly look: Look;
}

function tileMarkup(tile: Tile, lines: readonly string[], place: Place): string {
  const { left, top, width, height, layout, look } = place;
  const png = encodePng({ width: layout.width, height: layout.height, channels: 3, pixels: tile.rgb });
  const image = `<image x="${left}" y="${top}" width="${width}" height="${height}" preserveAspectRatio="none" image-rendering="${layout.smooth ? "optimizeQuality" : "optimizeSpeed"}" href="${dataUrl(png)}"/>`;
  const border = tile.highlight
    ? `<rect x="${left - 2}" y="${top - 2}" width="${width + 4}" height="${height + 4}" fill="none" stroke="${frameRed}" stroke-width="3"/>`
    : `<rect x="${left - 0.5}" y="${top - 0.5}" width="${width + 1}" height="${height + 1}" fill="none" stroke="${look.edge}"/>`;
  const text = lines.map((line, index) => {
    const y = top + height + 4 + (index + 1) * lineHeight - 3;
    const fill = tile.highlight ? `fill="${frameRed}" font-weight="bold"` : `fill="${look.ink}"`;
    return `<text x="${left + width / 2}" y="${y}" text-anchor="middle" ${fill}>${escapeMarkup(line)}</text>`;
  });
  return image + border + frameMarkup(tile.frames ?? [], left, top, layout.scale) + text.join("");
}

function weightOf(tile: Tile | undefined): "bold" | "regular" {
  return tile?.highlight ? "bold" : "regular";
}

function dataUrl(png: Uint8Array): string {
  return `data:image/png;base64,${base64(png)}`;
}
