import { createRequire } from "node:module";
import { PNG } from "pngjs";
import { rasterise, vegaToSvg } from "../../src/charts/drawing/draw.js";
import { type Figure, jupyterDisplay } from "../../src/charts/figure.js";
import { vegaLiteMime, vegaMime } from "../../src/charts/figures/vega.js";

const require = createRequire(import.meta.url);
const jpeg = require("jpeg-js") as typeof import("jpeg-js");
const vega = require("vega") as typeof import("vega");
const { compile } = require("vega-lite-in-jupyterlab") as typeof import("vega-lite");

export type Theme = "light" | "dark";

/** What lies behind a figure in a notebook of JupyterLab: --jp-layout-color0. */
export const ground = { light: "#ffffff", dark: "#111111" } as const;

/** Pixels as a screen shows them, four bytes each, and how many of them make a CSS pixel. */
export interface Seen {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly pixelRatio: number;
}

/**
 * The theme `dark` of vega-embed, which JupyterLab lays under every specification while it is dark itself; in its light
 * theme it lays nothing under them.
 */
export const darkTheme = {
  background: "#333",
  view: { stroke: "#888" },
  title: { color: "#fff", subtitleColor: "#fff" },
  style: { "guide-label": { fill: "#fff" }, "guide-title": { fill: "#fff" } },
  axis: { domainColor: "#fff", gridColor: "#888", tickColor: "#fff" },
};

export function hasPicture(figure: Figure): boolean {
  return Object.keys(figure[jupyterDisplay]()).some((form) => form.startsWith("image/"));
}

/** Whether JupyterLab draws the figure itself, so that only others show its picture. */
export function hasSpecification(figure: Figure): boolean {
  const bundle = figure[jupyterDisplay]();
  return vegaLiteMime in bundle || vegaMime in bundle;
}

/**
 * A figure as a reader of JupyterLab sees it. Where it has a specification, that is drawn, with what its metadata tell
 * vega-embed; else it is the picture that the library puts into a notebook.
 */
export function seenIn(theme: Theme, figure: Figure): Seen {
  const bundle = figure[jupyterDisplay]();
  const form = [vegaLiteMime, vegaMime].find((mime) => mime in bundle);
  if (form === undefined) return pictureOf(figure);
  const told = figure.metadata?.[form] as { embed_options: { config: object } };
  const config = vega.mergeConfig(theme === "dark" ? darkTheme : {}, told.embed_options.config);
  const spec = configured(bundle[form], config);
  return drawn(form === vegaMime ? spec : compile(spec as Parameters<typeof compile>[0]).spec, theme);
}

/** The picture of a figure, which is all that GitHub and nbconvert show. */
export function pictureOf(figure: Figure): Seen {
  const bundle = figure[jupyterDisplay]();
  const [form, read] =
    "image/png" in bundle
      ? (["image/png", (bytes: Buffer) => PNG.sync.read(bytes)] as const)
      : (["image/jpeg", (bytes: Buffer) => jpeg.decode(bytes)] as const);
  const { width, height, data } = read(Buffer.from(bundle[form] as string, "base64"));
  const stated = figure.metadata?.[form] as { width: number };
  return { width, height, data, pixelRatio: width / stated.width };
}

/** A specification with a theme under its own configuration. */
function configured(spec: unknown, theme: object): object {
  const { config = {}, ...rest } = spec as { config?: object };
  return { ...rest, config: vega.mergeConfig(theme, config) };
}

function drawn(spec: object, theme: Theme): Seen {
  // Vega loads images after it has drawn for the first time.
  const urls = [...JSON.stringify(spec).matchAll(/"url":\{"value":"(data:[^"]+)"\}/g)].map(([, url]) => url);
  const svg = vegaToSvg(spec).replace(/(?<=<image [^>]*href=")(?=")/g, () => urls.shift() ?? "");
  const { png, width } = rasterise(svg, { background: ground[theme] });
  const image = PNG.sync.read(Buffer.from(png));
  return { width: image.width, height: image.height, data: image.data, pixelRatio: image.width / width };
}
