import { PNG } from "pngjs";

/** Pixels in rows, red, green, blue and opacity a byte each. */
export interface RgbaImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** What is written: 1 for gray, 3 for colour, 4 with opacity. */
export interface PngPixels {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  readonly pixels: Uint8Array;
}

const colorTypes = { 1: 0, 3: 2, 4: 6 } as const;

/**
 * The pixels of a PNG file.
 *
 * @throws {Error} if it is none, or damaged
 */
export function readPng(bytes: Uint8Array): RgbaImage {
  const { width, height, data } = PNG.sync.read(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  );
  return { width, height, data };
}

/** A PNG file, 8 bits a channel; `filtered` means that each line gets the filter that suits it. */
export function writePng(picture: PngPixels, filtered: boolean): Uint8Array {
  const { width, height, channels, pixels } = picture;
  const colorType = colorTypes[channels];
  const image = new PNG({ width, height });
  image.data = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  return PNG.sync.write(image, {
    bitDepth: 8,
    deflateLevel: 9,
    deflateStrategy: 0, // not pngjs's own, which looks for runs only and takes half as much again
    filterType: filtered ? -1 : 0,
    colorType,
    inputColorType: colorType,
    inputHasAlpha: channels === 4,
  });
}
