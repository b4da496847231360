import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { inflate, tooLarge } from "../../platform/compression.js";
import { joined } from "../../platform/joined.js";
import { readPng } from "../../platform/png.js";

import { requireModest } from "./pictureWork.js";

/** The pixels of a PNG file, red, green, blue. What is transparent lies on white. */
export function decodePng(bytes: Uint8Array): PixelImage & { channels: 3 } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 33) throw new Error("it is cut off");
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const channels = channelsOf[view.getUint8(25)] ?? 4;
  const depth = view.getUint8(24);
  const bits = channels * depth;
  // Unpacked, and its filters undone; then four numbers a pixel, of which three are given back.
  const memory = (2 * bits) / 8 + (depth > 8 ? 12 : 4) + 3;
  requireModest({ width, height, memory, passes: 1, length: bytes.length });
  // Of an interlaced picture the library unpacks whatever comes. Its lines are twice as many, each with a byte and a part of one.
  if (view.getUint8(28) !== 0) {
    requireNoMore(packedIn(bytes, view), Math.ceil((width * height * bits) / 8) + 4 * height + 14);
  }
  const { data } = readPng(bytes);
  return onWhite(width, height, data);
}

/** Numbers a pixel, by the type of colour: gray, colour, of a palette, gray and opacity, colour and opacity. */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function requireNoMore(packed: Uint8Array, most: number): void {
  try {
    inflate(packed, most);
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== tooLarge) throw cause;
    throw new Error(`it unpacks to more than the ${most} bytes of its pixels`, { cause });
  }
}

/** The packed picture, which may stand in several chunks. */
function packedIn(bytes: Uint8Array, view: DataView): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === 0x49444154)
      parts.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  return joined(parts);
}

/** Four bytes a pixel to three: what is transparent lets white through. */
function onWhite(width: number, height: number, rgba: Uint8Array): PixelImage & { channels: 3 } {
  const pixels = new Uint8Array(3 * width * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const opacity = (rgba[4 * pixel + 3] as number) / 255;
    for (let channel = 0; channel < 3; channel++) {
      const value = rgba[4 * pixel + channel] as number;
      pixels[3 * pixel + channel] = Math.round(255 + opacity * (value - 255));
    }
  }
  return { width, height, channels: 3, pixels };
}
