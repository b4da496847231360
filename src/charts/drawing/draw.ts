import type { Picture } from "../figure.js";
import { encodeIndexedPng } from "./indexedPng.js";
import { encodePng } from "./png.js";
import { rasterPixels } from "./rasteriser.js";
import { stillTheme } from "./stillTheme.js";
import { isOpaque, straightColors } from "./straightColors.js";
import { textWidth } from "./textwidth.js";
import { vegaLibraries } from "./vegaLibraries.js";

/** The family that pictures are set in. It is shipped in `data/fonts`, so that a picture is the same everywhere. */
export const fontFamily = "Noto Sans";

/** Device pixels per CSS pixel of a drawn chart: sharp on most screens without doubling the size of a notebook. */
const pixelRatio = 1.5;

/**
 * SVG text to a PNG picture, with the shipped font and nothing from the machine. Where nothing is drawn it is clear, so that it is a
 * slab on no ground.
 */
export function rasterise(svg: string, options: { pixelRatio?: number; background?: string } = {}): Picture {
  const ratio = options.pixelRatio ?? pixelRatio;
  const { background } = options;
  const { pixels, width, height } = rasterPixels(svg, { pixelRatio: ratio, background, fontFamily });
  const rgba = straightColors(pixels);
  const png =
    encodeIndexedPng(rgba, width, height) ??
    (isOpaque(rgba)
      ? encodePng({ width, height, channels: 3, pixels: rgba.filter((_, index) => index % 4 < 3) })
      : encodePng({ width, height, channels: 4, pixels: rgba }));
  return { png, width: Math.round(width / ratio), height: Math.round(height / ratio) };
}

/** A Vega-Lite specification as the Vega specification behind it. */
export function compileVegaLite(spec: object, config?: object): object {
  const options = config === undefined ? {} : { config: config as import("vega-lite").Config };
  return vegaLibraries().vegaLite.compile(spec as import("vega-lite").TopLevelSpec, options).spec;
}

/** Draws a Vega specification to SVG text, at once: its data must be inside the specification. */
export function vegaToSvg(spec: object, config: object = {}): string {
  const { vega } = vegaLibraries();
  const runtime = vega.parse(
    spec as import("vega").Spec,
    { font: fontFamily, ...config } as import("vega").Config,
  );
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

/** A Vega specification as a picture for every ground. About 25 ms. */
export function drawVega(spec: object): Picture {
  return rasterise(vegaToSvg(spec, stillTheme));
}

/** A Vega-Lite specification as a picture for every ground. */
export function drawVegaLite(spec: object): Picture {
  return drawVega(compileVegaLite(spec, stillTheme));
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
