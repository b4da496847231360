/** What of a JPEG stands before the picture itself, by its marker, such as 0xe1 for EXIF: where it starts and ends. */
interface JpegSegment {
  readonly marker: number;
  /** The first byte after the length. */
  readonly start: number;
  readonly end: number;
}

/** The segments of a JPEG up to its picture. A file that ends early has fewer: the decoder says what is wrong. */
export function jpegSegments(jpeg: Uint8Array): JpegSegment[] {
  const segments: JpegSegment[] = [];
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda) {
    const marker = jpeg[at + 1] as number;
    const end = at + 2 + 256 * (jpeg[at + 2] as number) + (jpeg[at + 3] as number);
    if (marker === 0xff)
      at += 1; // a byte of filling
    else {
      if (end > jpeg.length || end < at + 4) break;
      segments.push({ marker, start: at + 4, end });
      at = end;
    }
  }
  return segments;
}

/** How the picture is stored: for each of its components how finely, across and down. */
export function samplingOf(jpeg: Uint8Array): { across: number; down: number }[] {
  const frame = jpegSegments(jpeg).find(({ marker }) => marker >= 0xc0 && marker <= 0xc2);
  if (frame === undefined) return [];
  return Array.from({ length: jpeg[frame.start + 5] ?? 0 }, (_, index) => {
    const factors = jpeg[frame.start + 7 + 3 * index] ?? 0;
    return { across: factors >> 4, down: factors & 15 };
  });
}

/** Where the marker of Adobe's programs stands, and whether it says that the colours are as they are: red, green, blue. */
export function adobeMark(jpeg: Uint8Array): { start: number; asIs: boolean } | undefined {
  const found = jpegSegments(jpeg).find(
    ({ marker, start, end }) =>
      marker === 0xee &&
      end - start >= 12 &&
      String.fromCharCode(...jpeg.subarray(start, start + 5)) === "Adobe",
  );
  return found && { start: found.start, asIs: jpeg[found.start + 11] === 0 };
}
