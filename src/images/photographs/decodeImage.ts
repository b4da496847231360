import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { bytesOf } from "../bytesOf.js";
import { decodeJpeg } from "./decodeJpeg.js";
import { decodePng } from "./decodePng.js";
import { orientationOf, turned } from "./orientation.js";
import { refusal } from "./pictureWork.js";

/**
 * The pixels of a PNG or JPEG file, red, green, blue. What is transparent lies on white; a photograph that the camera
 * took sideways is turned upright, as its EXIF says.
 *
 * Work is limited, and told before anything is unpacked: a picture may have 100 megapixels, and 25 million pixels plus a
 * thousand for each byte of its file (those of a JPEG in more than ten passes count more); reading it may take 3,000 MB of
 * memory (7 to 36 bytes a pixel). A PNG takes about 0.1 seconds a megapixel at most, a JPEG 0.3.
 *
 * @param file the bytes, as `readFile(path)` or `response.arrayBuffer()` give them
 * @throws {TypeError} if the bytes are neither PNG nor JPEG, or damaged
 * @throws {RangeError} if the picture is larger, or takes more work
 * @example decodeImage(encodePng({ width: 1, height: 1, channels: 1, pixels: Uint8Array.of(200) }))
 * // { width: 1, height: 1, channels: 3, pixels: [200, 200, 200] }
 */
export function decodeImage(file: Uint8Array | ArrayBuffer): PixelImage & { channels: 3 } {
  const bytes = bytesOf(file, "read the picture");
  if (bytes[0] === 0x89 && bytes[1] === 0x50) {
    return readOrRefuse("PNG", () => turned(decodePng(bytes), orientationOf(bytes)));
  }
  if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    return readOrRefuse("JPEG", () => turned(decodeJpeg(bytes), orientationOf(bytes)));
  }
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

function readOrRefuse<T>(kind: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof RangeError && cause.message.startsWith("Cannot read")) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (/maxResolutionInMP|maxMemoryUsageInMB/.test(reason)) throw refusal("it takes too much memory", cause);
    const message = `Cannot read the picture: the ${kind} is damaged (${reason.replace(/\.$/, "")}). Open it in a picture viewer and save it again.`;
    throw new TypeError(message, { cause });
  }
}
