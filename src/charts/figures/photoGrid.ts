import { requireOneEach, requireSome } from "../../arithmetic/lists.js";
import { requireOptions } from "../../arithmetic/options.js";
import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { redGreenBlue } from "../drawing/redGreenBlue.js";
import type { Figure } from "../figure.js";
import { plural } from "../format.js";
import { drawGrid } from "./grid.js";
import { captionText, columnsFor } from "./gridLayout.js";
import { jpegFigure } from "./jpegFigure.js";

/** What can be chosen about {@link photoGrid}. */
export interface PhotoGridOptions {
  /** One each, below its photograph; a line feed starts a new line. */
  readonly captions?: readonly string[];
  /** Photographs in a row. @default {as many as suit their number} */
  readonly columns?: number;
  /** The sentence that stands for the picture. @default {number, size and captions} */
  readonly description?: string;
}

/**
 * Photographs of one size side by side, a picture pixel for each of theirs, as JPEG.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are none, sizes differ, or there is not one caption each
 * @example photoGrid([{ width: 1, height: 1, channels: 3, pixels: Uint8Array.of(255, 0, 0) }]).description
 * // "1 photograph of 1 x 1 pixels."
 */
export function photoGrid(photographs: readonly PixelImage[], options: PhotoGridOptions = {}): Figure {
  requireOptions("draw photographs", options, ["captions", "columns", "description"]);
  const { height, width } = requireSome("draw photographs", "photograph", photographs);
  const odd = photographs.findIndex((image) => image.height !== height || image.width !== width);
  if (odd > 0) {
    throw new RangeError(
      `Cannot draw photographs of different sizes: number ${odd} is not ${height} x ${width}. Resize it first.`,
    );
  }
  requireOneEach("draw photographs", { photographs, captions: options.captions });
  const tiles = photographs.map((image, index) => ({
    rgb: redGreenBlue(image),
    caption: options.captions?.[index],
  }));
  const description =
    options.description ??
    `${plural(photographs.length, "photograph")} of ${height} x ${width} pixels${captionText(options.captions)}.`;
  const columns = columnsFor(photographs.length, width, options.columns);
  return jpegFigure(description, () =>
    drawGrid(tiles, { height, width, columns, scale: 1, smooth: true, sheet: true }),
  );
}
