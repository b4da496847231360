import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { jpegSegments } from "./jpegSegments.js";

/**
 * How the EXIF of a JPEG or PNG file says the picture is to be turned: 1 (as it is) to 8. Cameras write the rows as the sensor has
 * them, and note beside them how the camera was held. Anything unreadable counts as 1.
 *
 * @see CIPA DC-008, Exif 2.32, tag 0x0112; the chunk eXIf of PNG, third edition
 */
export function orientationOf(file: Uint8Array): number {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  try {
    const start = file[0] === 0x89 ? inPng(view) : inJpeg(file, view);
    return start === undefined ? 1 : inTags(view, start);
  } catch {
    return 1; // an offset that leaves the file
  }
}

/** Where the TIFF structure begins. */
function inJpeg(jpeg: Uint8Array, view: DataView): number | undefined {
  const exif = jpegSegments(jpeg).find(
    ({ marker, start, end }) => marker === 0xe1 && end - start >= 14 && view.getUint32(start) === 0x45786966,
  );
  return exif && exif.start + 6;
}

function inPng(view: DataView): number | undefined {
  for (let at = 8; at + 8 <= view.byteLength; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === 0x65584966) return at + 8;
  }
  return undefined;
}

/** The tag in the first directory of the TIFF structure at that byte. */
function inTags(view: DataView, start: number): number {
  const little = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, little);
  const count = view.getUint16(directory, little);
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + 12 * entry;
    if (view.getUint16(at, little) !== 0x0112) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** A picture put upright. */
export function turned(
  image: PixelImage & { channels: 3 },
  orientation: number,
): PixelImage & { channels: 3 } {
  if (orientation <= 1) return image;
  const sideways = orientation >= 5;
  const [height, width] = sideways ? [image.width, image.height] : [image.height, image.width];
  // Where the upright picture's rows and columns run in the stored one: mirrored, or not.
  const mirrorRows = [3, 4, 7, 8].includes(orientation);
  const mirrorColumns = [2, 3, 6, 7].includes(orientation);
  const pixels = new Uint8Array(image.pixels.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const y = mirrorRows ? height - 1 - row : row;
      const x = mirrorColumns ? width - 1 - column : column;
      const from = 3 * (sideways ? x * image.width + y : y * image.width + x);
      pixels.set(image.pixels.subarray(from, from + 3), 3 * (row * width + column));
    }
  }
  return { width, height, channels: 3, pixels };
}
