import { edge, ink } from "../color.js";
import { drawVega, drawVegaLite } from "../drawing/draw.js";
import { type Figure, makeFigure } from "../figure.js";

const plotlyMime = "application/vnd.plotly.v1+json";

const clear = "rgba(0,0,0,0)";
const axis = { color: ink, gridcolor: edge, linecolor: edge, zerolinecolor: edge };

/** What plotly takes where a figure says nothing: colours that are seen on light and on dark. */
const anyGround = {
  paper_bgcolor: clear,
  plot_bgcolor: clear,
  font: { color: ink },
  modebar: { bgcolor: clear, color: edge, activecolor: ink },
  xaxis: axis,
  yaxis: axis,
  scene: { bgcolor: clear, xaxis: axis, yaxis: axis, zaxis: axis },
};

/** What plotly draws: its traces, and what it is told of axes, sizes and titles. */
export interface PlotlyContent {
  readonly data: readonly object[];
  readonly layout?: object;
}

/**
 * A plotly figure, for what can be turned and looked at from the side. plotly.js draws only in a browser, so its picture is a Vega
 * view of the same numbers. plotly.js takes no colours from JupyterLab: the ground is clear, and text and axes are seen on light
 * and on dark.
 *
 * @param staticSpec a Vega-Lite or Vega specification, told apart by `$schema`: Vega-Lite where there is none
 * @throws {RangeError} if the description is empty
 * @example
 * const flat = { data: { values: [{ x: 1 }] }, mark: "point", encoding: { x: { field: "x" } } };
 * plotlyFigure({ data: [{ x: [1], y: [0], z: [0], type: "scatter3d" }] }, flat, "One point.").description
 * // "One point."
 */
export function plotlyFigure(content: PlotlyContent, staticSpec: object, description: string): Figure {
  const { data, layout = {} } = content;
  const full = {
    data,
    layout: {
      template: { layout: anyGround },
      font: { size: 12 },
      margin: { l: 40, r: 20, t: 40, b: 40 },
      width: 560,
      height: 420,
      ...layout,
    },
    config: { displaylogo: false, responsive: false },
  };
  const isVega = /\/vega\/v\d/.test(String((staticSpec as { $schema?: unknown }).$schema ?? ""));
  return makeFigure(description, { [plotlyMime]: full }, () =>
    isVega ? drawVega(staticSpec) : drawVegaLite(staticSpec),
  );
}
