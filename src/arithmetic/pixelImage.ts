import { requireWhole } from "./whole.js";

/** Pixels row by row, channels of a pixel next to one another, a byte each. */
export interface PixelImage {
  readonly width: number;
  readonly height: number;
  /** 1: gray, 3: red, green, blue, 4: the same and opacity. */
  readonly channels: 1 | 3 | 4;
  readonly pixels: Uint8Array;
}

/** How bright a colour looks, by the weights of analogue television (ITU-R BT.601). */
export function grayLevel(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/**
 * Refuses an image whose numbers do not fit one another.
 *
 * @throws {RangeError} if a side is no whole number from 1, channels are not 1, 3 or 4, or the bytes do not fit the size
 */
export function requirePixels(action: string, { width, height, channels, pixels }: PixelImage): void {
  requireWhole(action, { width, height }, { from: 1 });
  if (![1, 3, 4].includes(channels)) {
    throw new RangeError(
      `Cannot ${action}: channels is ${channels}. Use 1 for gray, 3 for colour, 4 with opacity.`,
    );
  }
  const expected = width * height * channels;
  if (pixels.length !== expected) {
    throw new RangeError(
      `Cannot ${action}: ${width} x ${height} x ${channels} takes ${expected} bytes, pixels has ${pixels.length}. Check the size.`,
    );
  }
}
