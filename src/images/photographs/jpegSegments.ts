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

/** One component of a picture: its number, and how finely it is stored, across and down. */
export interface JpegComponent {
  readonly id: number;
  readonly across: number;
  readonly down: number;
}

/** The frame of a JPEG: its size and its components, such as brightness and two colours. */
export function jpegFrame(jpeg: Uint8Array): { width: number; height: number; components: JpegComponent[] } {
  const frame = jpegSegments(jpeg).find(({ marker }) => marker >= 0xc0 && marker <= 0xc2);
  const at = (index: number) => (frame && jpeg[frame.start + index]) ?? 0;
  const components = Array.from({ length: at(5) }, (_, index) => {
    const factors = at(7 + 3 * index);
    return { id: at(6 + 3 * index), across: factors >> 4, down: factors & 15 };
  });
  return { height: 256 * at(1) + at(2), width: 256 * at(3) + at(4), components };
}

/**
 * In how many passes the picture is stored; progressive ones have about ten. Counted by their marker, which stands nowhere in
 * the numbers of a picture, from the first on.
 */
export function scansIn(jpeg: Uint8Array): number {
  let count = 0;
  let at = jpegSegments(jpeg).at(-1)?.end ?? 2;
  for (at = jpeg.indexOf(0xff, at); at >= 0; at = jpeg.indexOf(0xff, at + 1))
    if (jpeg[at + 1] === 0xda) count++;
  return count;
}

/** Where the marker of Adobe's programs stands, and what it says of the colours: 0 is red, green, blue as they are. */
export function adobeMark(jpeg: Uint8Array): { start: number; transform: number } | undefined {
  const found = marked(jpeg, 0xee, "Adobe", 12);
  return found && { start: found.start, transform: jpeg[found.start + 11] as number };
}

/**
 * Whether three components are red, green, blue as they are. JFIF says no, then Adobe's mark counts; without either the
 * numbers of the components may be their letters. So does libjpeg, which most programs read with.
 */
export function isRgb(jpeg: Uint8Array): boolean {
  if (marked(jpeg, 0xe0, "JFIF\0", 14)) return false;
  const adobe = adobeMark(jpeg);
  if (adobe) return adobe.transform === 0;
  return String.fromCharCode(...jpegFrame(jpeg).components.map(({ id }) => id)) === "RGB";
}

function marked(jpeg: Uint8Array, marker: number, text: string, length: number): JpegSegment | undefined {
  return jpegSegments(jpeg).find(
    (segment) =>
      segment.marker === marker &&
      segment.end - segment.start >= length &&
      String.fromCharCode(...jpeg.subarray(segment.start, segment.start + text.length)) === text,
  );
}
