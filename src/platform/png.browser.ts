// The twin of `png.ts` in a browser, where the library that Node uses does not run.
import { deflate, inflate } from "./compression.js";
import { joined } from "./joined.js";
import type { PngPixels, RgbaImage } from "./png.js";
import { chunksOf, pngOf } from "./pngChunks.js";
import { filtered, unfiltered } from "./pngLines.js";

const colorTypes = { 1: 0, 3: 2, 4: 6 } as const;
/** Numbers a pixel, by the type of colour: gray, colour, of a palette, gray and opacity, colour and opacity. */
const samplesOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export function writePng({ width, height, channels, pixels }: PngPixels, choose: boolean): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, colorTypes[channels]], 8);
  const lines = { count: height, length: width * channels, step: channels };
  return pngOf([
    { name: "IHDR", data: header },
    { name: "IDAT", data: deflate(filtered(pixels, lines, choose)) },
  ]);
}

export function readPng(bytes: Uint8Array): RgbaImage {
  const chunks = chunksOf(bytes);
  const [first] = chunks;
  if (first?.name !== "IHDR" || first.data.length !== 13) throw new Error("Expected IHDR on beggining");
  const named = (name: string) => chunks.find((chunk) => chunk.name === name)?.data;
  const view = new DataView(first.data.buffer, first.data.byteOffset, 13);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth = 0, colorType = 0, , , interlaced] = first.data.subarray(8);
  const samples = samplesOf[colorType];
  if (![1, 2, 4, 8, 16].includes(depth)) throw new Error(`Unsupported bit depth ${depth}`);
  if (samples === undefined) throw new Error("Unsupported color type");
  if (width * height === 0) throw new Error("it has no pixels");
  const palette = named("PLTE");
  if (colorType === 3 && palette === undefined) throw new Error("Expected palette not found");
  const write = writer({ depth, colorType, samples, palette, clear: named("tRNS") });
  const packed = joined(chunks.filter(({ name }) => name === "IDAT").map(({ data }) => data));
  const passes = interlaced === 1 ? adam7(width, height) : [{ x: 0, y: 0, dx: 1, dy: 1, width, height }];
  const bits = samples * depth;
  const lineLength = (pixels: number) => Math.ceil((pixels * bits) / 8);
  const size = passes.reduce((sum, pass) => sum + pass.height * (1 + lineLength(pass.width)), 0);
  const plain = inflate(packed, size);
  const data = new Uint8Array(4 * width * height);
  if (depth === 8 && interlaced !== 1 && colorType !== 3 && !named("tRNS")) {
    spread(unfiltered(plain, { count: height, length: lineLength(width), step: samples }), samples, data);
    return { width, height, data };
  }
  let from = 0;
  for (const pass of passes) {
    const lines = { count: pass.height, length: lineLength(pass.width), step: Math.max(1, bits >> 3) };
    const line = unfiltered(plain, lines, from);
    from += lines.count * (lines.length + 1);
    for (let row = 0; row < pass.height; row++) {
      for (let column = 0; column < pass.width; column++) {
        const to = (pass.y + row * pass.dy) * width + pass.x + column * pass.dx;
        write(line, 8 * row * lines.length + column * bits, data, 4 * to);
      }
    }
  }
  return { width, height, data };
}

/** Pixels as most files have them: a byte a number, opacity last. */
function spread(pixels: Uint8Array, samples: number, data: Uint8Array): void {
  const colored = samples > 2;
  for (let from = 0, to = 0; to < data.length; from += samples, to += 4) {
    data[to] = pixels[from] as number;
    data[to + 1] = pixels[colored ? from + 1 : from] as number;
    data[to + 2] = pixels[colored ? from + 2 : from] as number;
    data[to + 3] = samples % 2 === 0 ? (pixels[from + samples - 1] as number) : 255;
  }
}

interface Pass {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly width: number;
  readonly height: number;
}

/** An interlaced picture comes in seven passes, each with pixels farther apart than the next. */
function adam7(width: number, height: number): Pass[] {
  const passes = [
    [0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2],
  ] as const; // biome-ignore format: a table
  return passes.flatMap(([x, y, dx, dy]) => {
    const [across, down] = [Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)];
    return across > 0 && down > 0 ? [{ x, y, dx, dy, width: across, height: down }] : [];
  });
}

interface Kind {
  readonly depth: number;
  readonly colorType: number;
  readonly samples: number;
  readonly palette: Uint8Array | undefined;
  /** Opacity of the palette, or the one colour that is transparent. */
  readonly clear: Uint8Array | undefined;
}

/** Writes one pixel, found at a bit of a line, as red, green, blue and opacity. */
function writer({ depth, colorType, samples, palette, clear }: Kind) {
  const most = 2 ** depth - 1;
  const sample = (line: Uint8Array, bit: number) => {
    if (depth === 16) return 256 * (line[bit >> 3] as number) + (line[(bit >> 3) + 1] as number);
    return ((line[bit >> 3] as number) >> (8 - depth - (bit & 7))) & most;
  };
  const scaled = (value: number) => (depth === 8 ? value : Math.floor((value * 255) / most + 0.5));
  const clearColor = clear && Array.from({ length: samples }, (_, index) => ((clear[2 * index] ?? 0) << 8) | (clear[2 * index + 1] ?? 0)); // biome-ignore format: one line
  const values = new Array<number>(samples);
  return (line: Uint8Array, bit: number, data: Uint8Array, to: number): void => {
    for (let index = 0; index < samples; index++) values[index] = sample(line, bit + index * depth);
    const [first = 0] = values;
    if (palette !== undefined && colorType === 3) {
      if (3 * first + 2 >= palette.length) throw new Error(`index ${first} not in palette`);
      data.set(palette.subarray(3 * first, 3 * first + 3), to);
      data[to + 3] = clear?.[first] ?? 255;
      return;
    }
    if (clearColor && colorType < 3 && clearColor.every((value, index) => value === values[index])) return;
    const colored = (colorType & 2) !== 0;
    for (let channel = 0; channel < 3; channel++)
      data[to + channel] = scaled(values[colored ? channel : 0] as number);
    data[to + 3] = (colorType & 4) !== 0 ? scaled(values[samples - 1] as number) : 255;
  };
}
