import { gridColor } from "../color.js";
import { drawVega, drawVegaLite } from "../drawing/draw.js";
import { type Figure, makeFigure } from "../figure.js";

/** The MIME types that JupyterLab 4 draws itself; those of version 6 are drawn by nobody yet. */
export const vegaLiteMime = "application/vnd.vegalite.v5+json";
export const vegaMime = "application/vnd.vega.v5+json";

// The menu of vega-embed hides part of a small chart and offers an editor on the web. The grid of its dark theme is as strong
// as what is measured.
/** Goes into the metadata of a figure with a specification. */
export const embedding = { embed_options: { actions: false, config: { axis: { gridColor } } } };

/**
 * A figure from a Vega-Lite 5 specification, with its data inside. Colours of axes and ground are better left
 * open: JupyterLab fills them in for its light or dark theme.
 *
 * @param description a sentence that gives the numbers
 * @throws {RangeError} if the description is empty
 * @example
 * const spec = { data: { values: [{ x: 1 }] }, mark: "point", encoding: { x: { field: "x" } } };
 * vegaLiteFigure(spec, "One point at 1.").description // "One point at 1."
 */
export function vegaLiteFigure(spec: object, description: string): Figure {
  const full = { $schema: "https://vega.github.io/schema/vega-lite/v5.json", description, ...spec };
  return makeFigure(description, { [vegaLiteMime]: full }, () => drawVegaLite(full), {
    [vegaLiteMime]: embedding,
  });
}

/**
 * A figure from a Vega 5 specification, with its data inside.
 *
 * @param description a sentence that gives the numbers
 * @throws {RangeError} if the description is empty
 * @example vegaFigure({ width: 9, height: 9, marks: [] }, "An empty square.").description // "An empty square."
 */
export function vegaFigure(spec: object, description: string): Figure {
  const full = { $schema: "https://vega.github.io/schema/vega/v5.json", description, ...spec };
  return makeFigure(description, { [vegaMime]: full }, () => drawVega(full), { [vegaMime]: embedding });
}
