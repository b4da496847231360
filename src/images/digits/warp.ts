import { bytesPerImage, changed, channelsOf, type ImageSet, type SameKind } from "../images.js";

/**
 * Where a pixel goes, measured from the middle of the image: its new row is rows[0]·row + rows[1]·column + rows[2], its new
 * column columns[0]·row + columns[1]·column + columns[2].
 */
export interface Affine {
  rows: readonly [number, number, number];
  columns: readonly [number, number, number];
}

/**
 * Every image moved by an affine map of its own, `affineOf(index)`. Each new pixel looks up where it came from and mixes the four
 * pixels around that place (bilinear, rounded). The labels are copied.
 *
 * @param outside what is found beyond the border: black, or the nearest pixel of the border
 *
 * @throws {RangeError} if a map flattens the image to a line
 */
export function warp<Given extends ImageSet>(
  images: Given,
  affineOf: (index: number) => Affine,
  outside: "background" | "edge" = "background",
): SameKind<Given> {
  const { count, height, width } = images;
  const size = bytesPerImage(images, "warp images");
  const channels = channelsOf(images);
  const line = width * channels;
  const stride = line + 2 * channels;
  const pixels = new Uint8Array(count * size);
  const framed = new Uint8Array((height + 2) * stride); // one pixel of background around, so no border is a special case
  for (let index = 0; index < count; index++) {
    for (let row = 0; row < height; row++) {
      const from = index * size + row * line;
      framed.set(images.pixels.subarray(from, from + line), (row + 1) * stride + channels);
    }
    const to = pixels.subarray(index * size, (index + 1) * size);
    warpOne(framed, to, { height, width, channels, hold: outside === "edge" }, inverse(affineOf(index)));
  }
  return changed(images, { pixels, labels: images.labels.slice() });
}

function warpOne(
  framed: Uint8Array,
  to: Uint8Array,
  { height, width, channels, hold }: { height: number; width: number; channels: number; hold: boolean },
  back: Affine,
): void {
  const stride = (width + 2) * channels;
  const [middleRow, middleColumn] = [(height - 1) / 2, (width - 1) / 2];
  const [rowByRow, rowByColumn, rowShift] = back.rows;
  const [columnByRow, columnByColumn, columnShift] = back.columns;
  for (let row = 0; row < height; row++) {
    const down = row - middleRow;
    let fromRow = rowByRow * down - rowByColumn * middleColumn + rowShift + middleRow + 1;
    let fromColumn = columnByRow * down - columnByColumn * middleColumn + columnShift + middleColumn + 1;
    for (let column = 0; column < width; column++) {
      const y = hold ? Math.min(height, Math.max(1, fromRow)) : fromRow;
      const x = hold ? Math.min(width, Math.max(1, fromColumn)) : fromColumn;
      if (y >= 0 && y < height + 1 && x >= 0 && x < width + 1) {
        const top = Math.floor(y);
        const left = Math.floor(x);
        const beside = x - left;
        for (let channel = 0; channel < channels; channel++) {
          const place = top * stride + left * channels + channel;
          const next = place + channels;
          const upper = (framed[place] as number) * (1 - beside) + (framed[next] as number) * beside;
          const below =
            (framed[place + stride] as number) * (1 - beside) + (framed[next + stride] as number) * beside;
          to[(row * width + column) * channels + channel] = upper + (below - upper) * (y - top) + 0.5;
        }
      }
      fromRow += rowByColumn;
      fromColumn += columnByColumn;
    }
  }
}

/** The map that leads back. */
function inverse({ rows, columns }: Affine): Affine {
  const determinant = rows[0] * columns[1] - rows[1] * columns[0];
  if (!(Math.abs(determinant) > 1e-9)) {
    throw new RangeError(
      `Cannot warp an image with [${rows}], [${columns}]: it becomes a line. Scale by more than 0.`,
    );
  }
  const [a, b, c, d] = [
    columns[1] / determinant,
    -rows[1] / determinant,
    -columns[0] / determinant,
    rows[0] / determinant,
  ];
  return { rows: [a, b, -a * rows[2] - b * columns[2]], columns: [c, d, -c * rows[2] - d * columns[2]] };
}
