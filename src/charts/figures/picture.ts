import { requireOptions } from "../../arithmetic/options.js";
import { ink } from "../color.js";
import { rasterise } from "../drawing/draw.js";
import { pngSize } from "../drawing/png.js";
import { type Figure, makeFigure } from "../figure.js";

/** What can be chosen about {@link pictureFigure}. */
export interface PictureOptions {
  /** Picture pixels per CSS pixel: 2 for a PNG that is to be seen at half its size. @default {1 for PNG, 2 for SVG} */
  readonly pixelRatio?: number;
}

/**
 * A figure from PNG bytes, or from SVG text, which is drawn to PNG: notebooks that are not trusted do not show SVG, and
 * PNG is shown everywhere. What the SVG gives no fill, text for instance, is gray and seen on light and dark ground.
 *
 * @throws {TypeError} if the bytes do not start like a PNG file, or an option has another name
 * @throws {RangeError} if the description is empty
 * @example pictureFigure('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>', "Nothing yet.").description
 * // "Nothing yet."
 */
export function pictureFigure(
  picture: Uint8Array | string,
  description: string,
  options: PictureOptions = {},
): Figure {
  requireOptions("show a picture", options, ["pixelRatio"]);
  if (typeof picture === "string") {
    return makeFigure(description, {}, () =>
      rasterise(inked(picture), { pixelRatio: options.pixelRatio ?? 2 }),
    );
  }
  const { width, height } = pngSize(picture);
  const ratio = options.pixelRatio ?? 1;
  return makeFigure(description, {}, () => ({ png: picture, width: width / ratio, height: height / ratio }));
}

/** SVG fills with black what has no fill, which is not seen on a dark ground. */
function inked(svg: string): string {
  return svg.replace(/<svg\b(?![^>]*\sfill=)/, `<svg fill="${ink}"`);
}
