import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** Pixels, red, green, blue and opacity a byte each; the colours are multiplied by the opacity. */
export interface Raster {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface RasterOptions {
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number;
  /** What lies behind, which else is clear. */
  readonly background?: string | undefined;
  /** The family that text is set in. */
  readonly fontFamily: string;
}

const require = createRequire(import.meta.url);

const fontFiles = ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf"].map((name) =>
  fileURLToPath(new URL(`../../../data/fonts/${name}`, import.meta.url)),
);

/**
 * SVG text to pixels, with the shipped font and nothing from the machine.
 *
 * @throws {Error} if a font is missing
 */
export function rasterPixels(svg: string, options: RasterOptions): Raster {
  const missing = fontFiles.find((file) => !existsSync(file));
  if (missing !== undefined) {
    throw new Error(
      `Cannot draw the picture: the font ${missing} is missing. Restore data/fonts from the repository.`,
    );
  }
  const { Resvg } = require("@resvg/resvg-js") as typeof import("@resvg/resvg-js");
  return new Resvg(svg, {
    fitTo: { mode: "zoom", value: options.pixelRatio },
    ...(options.background === undefined ? {} : { background: options.background }),
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: options.fontFamily },
  }).render();
}
