import { PNG } from "pngjs";
import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { pngSize } from "../../charts/drawing/png.js";
import { decodeJpeg } from "./decodeJpeg.js";
import { orientationOf, turned } from "./orientation.js";

/** Larger pictures are refused before they are unpacked: a few bytes can claim to be a million pixels wide. */
const mostMegapixels = 100;

/**
 * The pixels of a PNG or JPEG file, red, green, blue. What is transparent lies on white; a photograph that the camera
 * took sideways is turned upright, as its EXIF says.
 *
 * @throws {TypeError} if the bytes are neither PNG nor JPEG, or damaged
 * @throws {RangeError} if the picture is larger than 100 megapixels
 * @example decodeImage(encodePng({ width: 1, height: 1, channels: 1, pixels: Uint8Array.of(200) }))
 * // { width: 1, height: 1, channels: 3, pixels: [200, 200, 200] }
 */
export function decodeImage(bytes: Uint8Array): PixelImage & { channels: 3 } {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return decodePng(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return uprightJpeg(bytes);
  const known = foreign.find(([start]) =>
    start.every((byte, index) => byte === undefined || bytes[index] === byte),
  );
  const unknown = bytes.length === 0 ? "it is empty" : `it starts with [${[...bytes.subarray(0, 4)]}]`;
  const what = known === undefined ? unknown : `it is a ${known[1]} file`;
  throw new TypeError(
    `Cannot read the picture: ${what}. Give a PNG or a JPEG; other programs can save it as one.`,
  );
}

/** What people have at hand besides, by its first bytes. */
const foreign: readonly (readonly [start: readonly (number | undefined)[], name: string])[] = [
  [[0x47, 0x49, 0x46], "GIF"],
  [[0x52, 0x49, 0x46, 0x46], "WebP"],
  [[undefined, undefined, undefined, undefined, 0x66, 0x74, 0x79, 0x70], "HEIC or AVIF"],
  [[0x42, 0x4d], "BMP"],
  [[0x49, 0x49, 0x2a], "TIFF"],
  [[0x4d, 0x4d, 0x00, 0x2a], "TIFF"],
  [[0x25, 0x50, 0x44, 0x46], "PDF"],
];

function decodePng(bytes: Uint8Array): PixelImage & { channels: 3 } {
  const size = pngSize(bytes);
  checkSize(size);
  return readOrRefuse("PNG", () => {
    const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
    return onWhite(width, height, data);
  });
}

function uprightJpeg(bytes: Uint8Array): PixelImage & { channels: 3 } {
  return readOrRefuse("JPEG", () => turned(decodeJpeg(bytes, mostMegapixels), orientationOf(bytes)));
}

function checkSize({ width, height }: { width: number; height: number }): void {
  if (width * height <= mostMegapixels * 1e6) return;
  throw new RangeError(
    `Cannot read the picture: ${width} x ${height} is more than ${mostMegapixels} megapixels. Make it smaller first.`,
  );
}

function readOrRefuse<T>(kind: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (/maxResolutionInMP|maxMemoryUsageInMB/.test(reason)) {
      throw new RangeError(
        `Cannot read the picture: it is larger than ${mostMegapixels} megapixels. Make it smaller first.`,
        { cause },
      );
    }
    const message = `Cannot read the picture: the ${kind} is damaged (${reason.replace(/\.$/, "")}). Open it in a picture viewer and save it again.`;
    throw new TypeError(message, { cause });
  }
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
