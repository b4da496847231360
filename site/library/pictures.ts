// What draws pictures: Vega, and what turns SVG into pixels. A file of its own, since a cell can be read and checked without.
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import * as jpeg from "jpeg-js";
import * as vega from "vega";
import * as vegaLite from "vega-lite";
import { picturesReady } from "../../dist/charts/drawing/forPictures.js";
import type { Raster, RasterOptions } from "../../dist/charts/drawing/rasteriser.js";
import { keepData } from "../../dist/platform/kept.js";
import { jpegReady } from "../../dist/platform/loadedJpeg.js";

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
  jpegReady(jpeg);
  picturesReady({
    libraries: { vega, vegaLite },
    rasterise: (svg, options) => rasterise(svg, options, fontBuffers),
  });
}

function rasterise(svg: string, options: RasterOptions, fontBuffers: Uint8Array[]): Raster {
  const { pixelRatio, background, fontFamily } = options;
  const drawing = new Resvg(svg, {
    fitTo: { mode: "zoom", value: pixelRatio },
    ...(background === undefined ? {} : { background }),
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
  const name = address.pathname.slice(address.pathname.lastIndexOf("/") + 1);
  const response = await fetch(address).catch((cause) => {
    const message = `Cannot draw pictures: ${name} cannot be fetched. Look at the connection and run the cell again.`;
    throw new Error(message, { cause });
  });
  if (response.ok) return response;
  throw new Error(`Cannot draw pictures: ${name} is not there (${response.status}). Load the page again.`);
}
