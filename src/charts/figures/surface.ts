import type { Matrix } from "../../arithmetic/matrix.js";
import { requireOptions } from "../../arithmetic/options.js";
import { divergingRange, edge, isDark, onDark, onPale } from "../color.js";
import type { Figure } from "../figure.js";
import { short } from "../format.js";
import { drawableSize, extent } from "../matrix.js";
import { plotlyFigure } from "./plotly.js";

/**
 * A kernel as a landscape that can be turned: weights are heights, blue below zero, red above.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if the kernel is empty, ragged or not finite
 */
export function kernelSurface(kernel: Matrix, options: { readonly title?: string } = {}): Figure {
  requireOptions("draw the kernel as a surface", options, ["title"]);
  const { height, width } = drawableSize(kernel, "draw the kernel as a surface");
  const [least, most] = extent([kernel]);
  const bound = Math.max(Math.abs(least), Math.abs(most)) || 1;
  const surface = {
    type: "surface",
    z: kernel,
    cmin: -bound,
    cmax: bound,
    colorscale: divergingRange.map((color, index) => [index / (divergingRange.length - 1), color]),
    colorbar: { title: { text: "weight" } },
    contours: { z: { show: true, usecolormap: true, project: { z: true } } },
    hovertemplate: "row %{y}, column %{x}<br>weight %{z:.4g}<extra></extra>",
  };
  const whole = { dtick: Math.max(1, Math.ceil(Math.max(height, width) / 8)) };
  const layout = {
    title: { text: options.title ?? "" },
    scene: {
      xaxis: { title: { text: "column" }, ...whole },
      // Row 0 is the top row of the picture.
      yaxis: { title: { text: "row" }, autorange: "reversed", ...whole },
      zaxis: { title: { text: "weight" } },
      aspectratio: { x: 1, y: height / width, z: 0.6 },
    },
  };
  const description = `${options.title ?? "Kernel"}, ${height} x ${width}, as a surface: weights from ${short(least)} to ${short(most)}.`;
  return plotlyFigure({ data: [surface], layout }, heatMap(kernel, bound, options.title), description);
}

function heatMap(kernel: Matrix, bound: number, title: string | undefined) {
  const values = kernel.flatMap((weights, row) => weights.map((weight, column) => ({ row, column, weight })));
  const side = (field: string) => ({
    field,
    type: "ordinal",
    title: field,
    axis: { labelAngle: 0, domain: false, ticks: false },
  });
  const step = Math.max(6, Math.min(56, Math.floor(300 / kernel.length)));
  const numbers = kernel.length <= 7;
  return {
    ...(title === undefined ? {} : { title }),
    width: { step },
    height: { step },
    data: { values },
    encoding: { x: side("column"), y: side("row") },
    layer: [
      {
        mark: { type: "rect", stroke: edge },
        encoding: {
          color: {
            field: "weight",
            type: "quantitative",
            scale: { domain: [-bound, bound], range: divergingRange, interpolate: "rgb" },
            legend: { gradientLength: 160 },
          },
        },
      },
      ...(numbers
        ? [
            {
              mark: { type: "text", fontSize: 12 },
              encoding: {
                text: { field: "weight", type: "quantitative", format: ".2~f" },
                color: {
                  condition: { test: isDark("scale('color', datum.weight)"), value: onDark },
                  value: onPale,
                },
              },
            },
          ]
        : []),
    ],
    config: { view: { stroke: null } },
  };
}
