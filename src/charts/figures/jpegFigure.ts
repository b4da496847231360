import { base64 } from "../../platform/base64.js";
import { readPng } from "../../platform/png.js";
import { encodeJpeg } from "../drawing/jpeg.js";
import { type Figure, jupyterDisplay, type Picture } from "../figure.js";

/** A figure whose picture is a JPEG: for photographs, which take several times as much room as PNG. */
export function jpegFigure(description: string, draw: () => Picture): Figure {
  let drawn: { base64: string; width: number; height: number } | undefined;
  const picture = () => {
    drawn ??= asJpeg(draw());
    return drawn;
  };
  return {
    description,
    get metadata() {
      const { width, height } = picture();
      return { "image/jpeg": { width, height, alt: description } };
    },
    [jupyterDisplay]() {
      return { "image/jpeg": picture().base64, "text/plain": description };
    },
  };
}

function asJpeg({ png, width, height }: Picture): { base64: string; width: number; height: number } {
  const image = readPng(png);
  const bytes = encodeJpeg({ width: image.width, height: image.height, channels: 4, pixels: image.data }, 72);
  return { base64: base64(bytes), width, height };
}
