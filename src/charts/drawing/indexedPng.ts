import { deflate } from "../../platform/compression.js";
import { pngOf } from "../../platform/pngChunks.js";

/** Colours that a palette can hold, by the PNG standard. */
const paletteSize = 256;

/** How far, in the sum of squares over red, green and blue, a colour may move, on whatever ground, before somebody could see it. */
const invisible = 150;

/** Where so few pixels, of all, move further, up to `farthest`, nobody sees it either: a handful at the edges of letters. */
const unnoticed = 1 / 2000;
const farthest = 5000;

/**
 * RGBA pixels as a PNG with a palette: a third of the size of one with full colours, and the pictures of a lesson are most
 * of its file. Beyond 256 colours, the rarest become the nearest of the 256 most frequent: in charts those
 * are shades at the edges of letters. Undefined where that could be seen, as in the gradient of a colour bar.
 */
export function encodeIndexedPng(rgba: Uint8Array, width: number, height: number): Uint8Array | undefined {
  const colors = countColors(rgba);
  const palette = colors
    .slice(0, paletteSize)
    .map(([color]) => color)
    .sort((a, b) => opacity(a) - opacity(b)); // opacities at the end of a palette that are full need not be written
  const indices = new Map(palette.map((color, index) => [color, index]));
  let moved = 0;
  for (const [color, count] of colors.slice(paletteSize)) {
    const index = nearest(color, palette);
    const far = distance(color, palette[index] as number);
    if (far > invisible) moved += count;
    if (far > farthest || moved > unnoticed * width * height) return undefined;
    indices.set(color, index);
  }
  // Each line begins with the byte of its filter; for indices, which are no quantities, 0 (none) compresses best.
  const lines = new Uint8Array((width + 1) * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const color = colorAt(rgba, 4 * (row * width + column));
      lines[row * (width + 1) + 1 + column] = indices.get(color) as number;
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 3], 8); // 8 bits a pixel, colours from a palette
  return pngOf([
    { name: "IHDR", data: header },
    { name: "PLTE", data: Uint8Array.from(palette.flatMap(channels)) },
    ...opacityChunk(palette),
    { name: "IDAT", data: deflate(lines) },
  ]);
}

/** The opacities of the first colours of the palette, which are those that are not opaque. */
function opacityChunk(palette: readonly number[]) {
  const clear = palette.map(opacity).filter((value) => value < 255);
  return clear.length === 0 ? [] : [{ name: "tRNS", data: Uint8Array.from(clear) }];
}

/** The colours as 0xRRGGBBAA and how many pixels have each, the most frequent first. */
function countColors(rgba: Uint8Array): [color: number, count: number][] {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgba.length; at += 4) {
    const color = colorAt(rgba, at);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function colorAt(rgba: Uint8Array, at: number): number {
  const [red = 0, green = 0, blue = 0, opacity = 0] = [rgba[at], rgba[at + 1], rgba[at + 2], rgba[at + 3]];
  return ((red << 24) | (green << 16) | (blue << 8) | opacity) >>> 0;
}

function channels(color: number): [red: number, green: number, blue: number] {
  return [color >>> 24, (color >>> 16) & 255, (color >>> 8) & 255];
}

function opacity(color: number): number {
  return color & 255;
}

function nearest(color: number, palette: readonly number[]): number {
  let best = 0;
  palette.forEach((candidate, index) => {
    if (distance(color, candidate) < distance(color, palette[best] as number)) best = index;
  });
  return best;
}

/** How far two colours are apart on black or on white, whichever is more. */
function distance(a: number, b: number): number {
  return Math.max(distanceOn(0, a, b), distanceOn(255, a, b));
}

function distanceOn(ground: number, a: number, b: number): number {
  const [own, other] = [opacity(a) / 255, opacity(b) / 255];
  const colors = channels(b);
  return channels(a).reduce((sum, value, channel) => {
    const difference = own * (value - ground) - other * ((colors[channel] as number) - ground);
    return sum + difference ** 2;
  }, 0);
}
