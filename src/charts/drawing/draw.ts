import type { Picture } from "../figure.js";
import { encodeIndexedPng } from "./indexedPng.js";
import { encodePng } from "./png.js";
import { rasterPixels } from "./rasteriser.js";
import { textWidth } from "./textwidth.js";
import { vegaLibraries } from "./vegaLibraries.js";

/** The family that pictures are set in. It is shipped in `data/fonts`, so that a picture is the same everywhere. */
export const fontFamily = "Noto Sans";

/** Device pixels per CSS pixel of a drawn chart: sharp on most screens without doubling the size of a notebook. */
const pixelRatio = 1.5;

/** SVG text to a PNG picture, with the shipped font and nothing from the machine. */
export function rasterise(svg: string, options: { pixelRatio?: number; background?: string } = {}): Picture {
  const ratio = options.pixelRatio ?? pixelRatio;
  const image = rasterPixels(svg, {
    pixelRatio: ratio,
    background: options.background ?? "#ffffff",
    fontFamily,
  });
  const { pixels, width, height } = image;
  return {
    png:
      encodeIndexedPng(pixels, width, height) ??
      encodePng({ width, height, channels: 3, pixels: opaque(pixels) }),
    width: Math.round(image.width / ratio),
    height: Math.round(image.height / ratio),
  };
}

/** The pixels without their opacity, which is full everywhere on a ground. */
function opaque(rgba: Uint8Array): Uint8Array {
  return rgba.filter((_, index) => index % 4 < 3);
}

/** A Vega-Lite specification as the Vega specification behind it. */
export function compileVegaLite(spec: object): object {
  return vegaLibraries().vegaLite.compile(spec as import("vega-lite").TopLevelSpec).spec;
}

/** Draws a Vega specification to SVG text, at once: its data must be inside the specification. */
export function vegaToSvg(spec: object): string {
  const { vega } = vegaLibraries();
  const runtime = vega.parse(spec as import("vega").Spec, { font: fontFamily } as import("vega").Config);
  const view = new vega.View(runtime, { renderer: "none", logLevel: vega.Error });
  const { textMetrics, SVGStringRenderer } = vega as unknown as VegaInternals;
  const estimate = textMetrics.width;
  try {
    // Without a canvas Vega takes every letter for 0.8 em, which leaves wide gaps.
    textMetrics.width = (item, text) =>
      textWidth(
        String(text ?? item.text ?? ""),
        textMetrics.height(item),
        item.fontWeight === "bold" ? "bold" : "regular",
      );
    view.run();
    const { width, height, origin } = viewBox(view);
    const renderer = new SVGStringRenderer();
    renderer.initialize(null, width, height, origin, 1).background(view.background());
    renderer.render((view as unknown as ViewInternals)._scenegraph.root);
    return renderer.svg();
  } finally {
    textMetrics.width = estimate;
    view.finalize();
  }
}

/** A Vega specification as a picture on a white ground. About 25 ms. */
export function drawVega(spec: object): Picture {
  return rasterise(vegaToSvg(spec));
}

/** A Vega-Lite specification as a picture on a white ground. */
export function drawVegaLite(spec: object): Picture {
  return drawVega(compileVegaLite(spec));
}

/** The rows of a table of a Vega specification as it computes them at first. */
export function readVega(spec: object, table: string): object[] {
  const { vega } = vegaLibraries();
  const view = new vega.View(vega.parse(spec as import("vega").Spec), { renderer: "none" });
  try {
    return view.run().data(table);
  } finally {
    view.finalize();
  }
}

/** Size and origin with axes, legends and padding: what `view.toSVG()` uses, which is asynchronous. */
function viewBox(view: import("vega").View) {
  const { _viewWidth, _viewHeight, _origin } = view as unknown as ViewInternals;
  const { left = 0, right = 0, top = 0, bottom = 0 } = view.padding() as Partial<Record<string, number>>;
  return {
    width: Math.max(0, _viewWidth + left + right),
    height: Math.max(0, _viewHeight + top + bottom),
    origin: [left + _origin[0], top + _origin[1]] as const,
  };
}

interface ViewInternals {
  readonly _viewWidth: number;
  readonly _viewHeight: number;
  readonly _origin: readonly [x: number, y: number];
  readonly _scenegraph: { readonly root: unknown };
}

interface TextItem {
  readonly text?: unknown;
  readonly fontWeight?: unknown;
}

interface VegaInternals {
  readonly textMetrics: {
    width(item: TextItem, text?: unknown): number;
    height(item: TextItem): number;
  };
  readonly SVGStringRenderer: new () => {
    initialize(
      element: null,
      width: number,
      height: number,
      origin: readonly [number, number],
      scale: number,
    ): { background(color: unknown): unknown };
    render(scene: unknown): unknown;
    svg(): string;
  };
}
