import type { Box } from "../../arithmetic/maps/boxes.js";
import type { PixelImage } from "../../arithmetic/pixelImage.js";

/** Averages over a square again and again come close to a bell curve. */
const rounds = 3;

/**
 * The pixels of a box after a blur, with the photograph around it taken in, and its edge repeated where it ends. Three
 * averages over squares whose side is half of the box's shorter one.
 */
export function blurred({ height, width, channels, pixels }: PixelImage, box: Box): Uint8Array {
  const radius = Math.max(1, Math.round(Math.min(box.bottom - box.top, box.right - box.left) / 4));
  const reach = rounds * radius;
  const [rows, columns] = [box.bottom - box.top + 2 * reach, box.right - box.left + 2 * reach];
  const inside = (place: number, length: number) => Math.max(0, Math.min(length - 1, place));
  let values = new Float64Array(rows * columns * channels);
  for (let row = 0; row < rows; row++) {
    const from = inside(box.top - reach + row, height) * width;
    for (let column = 0; column < columns; column++) {
      const source = (from + inside(box.left - reach + column, width)) * channels;
      for (let channel = 0; channel < channels; channel++)
        values[(row * columns + column) * channels + channel] = pixels[source + channel] as number;
    }
  }
  for (let round = 0; round < rounds; round++) {
    values = averaged(values, { lines: rows, length: columns, step: channels, line: columns * channels }, channels, radius);
    values = averaged(values, { lines: columns, length: rows, step: columns * channels, line: channels }, channels, radius);
  } // biome-ignore format: rows, then columns
  const out = new Uint8Array((box.bottom - box.top) * (box.right - box.left) * channels);
  const across = (box.right - box.left) * channels;
  for (let row = 0; row < box.bottom - box.top; row++) {
    const from = ((row + reach) * columns + reach) * channels;
    out.set(Uint8Array.from(values.subarray(from, from + across), Math.round), row * across);
  }
  return out;
}

interface Lines {
  readonly lines: number;
  readonly length: number;
  /** How far apart neighbours along a line are, and neighbouring lines. */
  readonly step: number;
  readonly line: number;
}

/** The mean of each number and its neighbours up to `radius` along a line; fewer at the ends. */
function averaged(
  values: Float64Array,
  { lines, length, step, line }: Lines,
  channels: number,
  radius: number,
) {
  const out = new Float64Array(values.length);
  for (let at = 0; at < lines * channels; at++) {
    const start = Math.floor(at / channels) * line + (at % channels);
    let sum = 0;
    for (let place = -radius; place < length; place++) {
      if (place + radius < length) sum += values[start + (place + radius) * step] as number;
      if (place - radius > 0) sum -= values[start + (place - radius - 1) * step] as number;
      if (place < 0) continue;
      const count = Math.min(length - 1, place + radius) - Math.max(0, place - radius) + 1;
      out[start + place * step] = sum / count;
    }
  }
  return out;
}
