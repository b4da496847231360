import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { jpegSegments } from "./jpegSegments.js";

/**
 * How a JPEG's EXIF says the picture is to be turned: 1 (as it is) to 8. Cameras write the rows as the sensor has them, and
 * note beside them how the camera was held. Anything unreadable counts as 1.
 *
 * @see CIPA DC-008, Exif 2.32, tag 0x0112
 */
export function orientationOf(jpeg: Uint8Array): number {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  const exif = jpegSegments(jpeg).find(
    ({ marker, start, end }) => marker === 0xe1 && end - start >= 14 && view.getUint32(start) === 0x45786966,
  );
  if (exif === undefined) return 1;
  try {
    return inTags(view, exif.start + 6);
  } catch {
    return 1; // an offset that leaves the file
  }
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
