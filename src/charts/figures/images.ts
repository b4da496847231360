import { requireOneEach, requireSome } from "../../arithmetic/lists.js";
import { requireOptions } from "../../arithmetic/options.js";
import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { redGreenBlue } from "../drawing/redGreenBlue.js";
import { type Figure, makeFigure } from "../figure.js";
import { plural } from "../format.js";
import { drawGrid } from "./grid.js";
import { captionText, columnsFor, scaleFor } from "./gridLayout.js";
import type { MatrixGridOptions } from "./kernels.js";

/**
 * Images of one size side by side, gray or in colour, with hard pixel edges.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are none, sizes differ, the bytes do not fit the size, or captions are not as many
 * @example imageGrid([{ width: 1, height: 1, channels: 3, pixels: Uint8Array.of(255, 0, 0) }]).description
 * // "1 image of 1 x 1 pixels."
 */
export function imageGrid(images: readonly PixelImage[], options: MatrixGridOptions = {}): Figure {
  requireOptions("draw images", options, ["captions", "columns", "scale", "description"]);
  const { height, width } = requireSome("draw images", "image", images);
  requireOneEach("draw images", { images, captions: options.captions });
  const tiles = images.map((image, index) => {
    const expected = height * width * image.channels;
    if (image.height !== height || image.width !== width || image.pixels.length !== expected) {
      const size = `${image.height} x ${image.width} x ${image.channels} with ${image.pixels.length} bytes`;
      throw new RangeError(
        `Cannot draw images: number ${index} is ${size}. Make all of them ${height} x ${width}, a byte for each channel.`,
      );
    }
    return { rgb: redGreenBlue(image), caption: options.captions?.[index] };
  });
  const scale = scaleFor(width, 112, options.scale);
  const columns = columnsFor(images.length, width * scale, options.columns);
  const description =
    options.description ??
    `${plural(images.length, "image")} of ${height} x ${width} pixels${captionText(options.captions)}.`;
  return makeFigure(description, {}, () => drawGrid(tiles, { height, width, columns, scale }));
}
