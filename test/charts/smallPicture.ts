import { PNG } from "pngjs";
import { encodeIndexedPng } from "../../src/charts/drawing/indexedPng.js";
import { encodePng } from "../../src/charts/drawing/png.js";
import { ground, type Seen } from "./themes.js";

/** Red, green and blue of every pixel, row by row. */
export interface Small {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** CSS pixels: enough to recognise every mark, few enough to be kept in git. */
const widest = 480;
/** So much of the ground is seen around a figure. */
const margin = 6;
/** Of red, green and blue: enough that nobody misses one, few enough for small files. */
const shades = 32;

/** What is seen of a figure on a ground, made small. */
export function smallPicture(seen: Seen, behindIt: string): Small {
  const scale = Math.min(1, widest / (seen.width / seen.pixelRatio)) / seen.pixelRatio;
  const [columns, rows] = [Math.round(seen.width * scale), Math.round(seen.height * scale)];
  const behind = [1, 3, 5].map((at) => Number.parseInt(behindIt.slice(at, at + 2), 16));
  const low = shorten(laidOn(behind, seen), { outer: 1, from: seen.height, to: rows, inner: 3 * seen.width });
  const figure = shorten(low, { outer: rows, from: seen.width, to: columns, inner: 3 });
  const [width, height] = [columns + 2 * margin, rows + 2 * margin];
  const rgb = new Uint8Array(3 * width * height).map((_, at) => behind[at % 3] as number);
  for (let row = 0; row < rows; row++) {
    const line = figure.subarray(3 * row * columns, 3 * (row + 1) * columns);
    rgb.set(line.map(Math.round), 3 * ((row + margin) * width + margin));
  }
  return { width, height, rgb: rgb.map(coarse) };
}

/** A picture on the light ground, and below it on the dark one. */
export function onBothGrounds(seen: Seen): Small {
  const [above, below] = [smallPicture(seen, ground.light), smallPicture(seen, ground.dark)];
  const rgb = new Uint8Array(above.rgb.length + below.rgb.length);
  rgb.set(above.rgb);
  rgb.set(below.rgb, above.rgb.length);
  return { width: above.width, height: above.height + below.height, rgb };
}

/** Pixels as the bytes of a PNG file, with a palette if their colours fit into one. */
export function encodeSmall({ width, height, rgb }: Small): Uint8Array {
  const colors = new Set<number>();
  const rgba = new Uint8Array((rgb.length / 3) * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const color = rgb.subarray(3 * pixel, 3 * pixel + 3);
    rgba.set(color, 4 * pixel);
    colors.add(color.reduce((sum, channel) => 256 * sum + channel, 0));
  }
  const png = colors.size <= 256 ? encodeIndexedPng(rgba, width, height) : undefined;
  return png ?? encodePng({ width, height, channels: 3, pixels: rgb });
}

export function decodeSmall(png: Uint8Array): Small {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  return { width, height, rgb: new Uint8Array(data.filter((_, at) => at % 4 < 3)) };
}

const levels = Uint8Array.from({ length: 256 }, (_, value) =>
  Math.round((Math.round((value * (shades - 1)) / 255) * 255) / (shades - 1)),
);

function coarse(value: number): number {
  return levels[value] as number;
}

/** Red, green and blue, with the ground behind what is transparent. */
function laidOn(ground: readonly number[], { data }: Seen): Float32Array {
  const rgb = new Float32Array((data.length / 4) * 3);
  for (let pixel = 0; pixel < data.length / 4; pixel++) {
    const opacity = (data[4 * pixel + 3] as number) / 255;
    for (let channel = 0; channel < 3; channel++) {
      const own = opacity * (data[4 * pixel + channel] as number);
      rgb[3 * pixel + channel] = own + (1 - opacity) * (ground[channel] as number);
    }
  }
  return rgb;
}

/** The middle axis of numbers `[outer, from, inner]` made shorter: each new number is the mean of what it covers. */
function shorten(
  values: Float32Array,
  { outer, from, to, inner }: { outer: number; from: number; to: number; inner: number },
): Float32Array {
  const means = new Float32Array(outer * to * inner);
  const step = from / to;
  for (let row = 0; row < outer; row++) {
    for (let place = 0; place < to; place++) {
      const [start, end] = [place * step, Math.min(from, (place + 1) * step)];
      const mean = (row * to + place) * inner;
      for (let index = Math.floor(start); index < end; index++) {
        const share = (Math.min(end, index + 1) - Math.max(start, index)) / step;
        const value = (row * from + index) * inner;
        for (let at = 0; at < inner; at++) {
          means[mean + at] = (means[mean + at] as number) + share * (values[value + at] as number);
        }
      }
    }
  }
  return means;
}
