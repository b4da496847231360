// What draws pictures: Vega, and what turns SVG into pixels. A file of its own, since a cell can be read and checked without.
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import * as vega from "vega";
import * as vegaLite from "vega-lite";
import { picturesReady } from "../../dist/charts/drawing/forPictures.js";
import type { Raster, RasterOptions } from "../../dist/charts/drawing/rasteriser.js";
import { keepData } from "../../dist/platform/kept.js";

const fonts = ["fonts/NotoSans-Regular.ttf", "fonts/NotoSans-Bold.ttf"];

/** Fetches what drawing needs from beside the library. */
export async function startDrawing(folder: URL): Promise<void> {
  const [, , ...fontBuffers] = await Promise.all([
    initWasm(fetchOrRefuse(new URL("resvg.wasm", folder))),
    keepData(),
    ...fonts.map(async (font) => {
      const response = await fetchOrRefuse(new URL(font, folder));
      return new Uint8Array(await response.arrayBuffer());
    }),
  ]);
  picturesReady({
    libraries: { vega, vegaLite },
    rasterise: (svg, options) => rasterise(svg, options, fontBuffers),
  });
}

function rasterise(svg: string, options: RasterOptions, fontBuffers: Uint8Array[]): Raster {
  const { pixelRatio, background, fontFamily } = options;
  const drawing = new Resvg(svg, {
    fitTo: { mode: "zoom", value: pixelRatio },
    background,
    font: { loadSystemFonts: false, fontBuffers, defaultFontFamily: fontFamily },
  });
  try {
    const image = drawing.render();
    const { pixels, width, height } = image;
    image.free();
    return { pixels, width, height };
  } finally {
    drawing.free();
  }
}

async function fetchOrRefuse(address: URL): Promise<Response> {
  const response = await fetch(address);
  if (response.ok) return response;
  throw new Error(
    `Cannot draw pictures: ${address.pathname.slice(address.pathname.lastIndexOf("/") + 1)} is not there (${response.status}). Load the page again.`,
  );
}
