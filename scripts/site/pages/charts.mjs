// The specifications of charts, as the pages' scripts draw them.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/**
 * @typedef {{ kind: "vega" | "surface", content: object }} Chart
 * @typedef {{ background?: unknown, config?: { style?: { cell?: { stroke?: string } } } }} Compiled
 */

/**
 * The interactive form of an output. Vega-Lite becomes Vega here, which spares the reader a compiler.
 *
 * @param {Record<string, unknown>} data by MIME type
 * @returns {Chart | undefined}
 */
export function chartOf(data) {
  const vega = data["application/vnd.vega.v5+json"];
  if (vega) return { kind: "vega", content: vega };
  const lite = data["application/vnd.vegalite.v5+json"];
  if (lite) return { kind: "vega", content: compiled(lite) };
  const surface = data["application/vnd.plotly.v1+json"];
  return surface ? { kind: "surface", content: surface } : undefined;
}

/**
 * Compiled, but without the colours that Vega-Lite writes in by itself: they are the page's, light or dark.
 *
 * @param {object} spec
 * @returns {object}
 */
function compiled(spec) {
  const lite = /** @type {import("vega-lite").TopLevelSpec} */ (spec);
  const made = require("vega-lite").compile(lite, { config: { rule: { color: "#868e96" } } });
  const { background: _, ...vega } = /** @type {Compiled} */ (made.spec);
  delete vega.config?.style?.cell?.stroke;
  return vega;
}
