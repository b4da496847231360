import type { Figure } from "../../charts/figure.js";
import { slider } from "../explorer/signals.js";
import { themedExplorer } from "../explorer/themedText.js";
import { byName, calculate } from "../explorer/transforms.js";

const layers = ["conv1", "conv2", "hidden", "output"];

/** The longest a bar can be, in CSS pixels. */
const barRoom = 320;

/** For each layer an expression over the sliders, in Vega's language; `side1` and `side2` are the sides of the pooled maps. */
const parameters = {
  conv1: "(kernel * kernel + 1) * first",
  conv2: "(kernel * kernel * first + 1) * second",
  hidden: "(side2 * side2 * second + 1) * hidden",
  output: "(hidden + 1) * 10",
};
const multiplyAdds = {
  conv1: "pow(29 - kernel, 2) * kernel * kernel * first",
  conv2: "pow(side1 - kernel + 1, 2) * kernel * kernel * first * second",
  hidden: "side2 * side2 * second * hidden",
  output: "hidden * 10",
};

/** The numbers of the layers and their sum. */
const added = (formulas: Readonly<Record<string, string>>) => {
  const total = Object.values(formulas).map((formula) => `(${formula})`);
  const each = [...Object.values(formulas), total.join(" + ")].map((formula) => `format(${formula}, ',d')`);
  return `${each.slice(0, -1).join(" + ' + ' + ")} + ' = ' + ${each.at(-1)}`;
};
const words = [
  `'parameters of ${layers.join(" + ")}: ' + ${added(parameters)}`,
  `'multiply-adds: ' + ${added(multiplyAdds)}`,
];

/**
 * The lab's network with sliders for kernel size, filters and hidden units: where its parameters sit and where its
 * multiplications are done. Computed inside the specification, so it needs no kernel.
 *
 * @see notebooks/07-mnist-cnn.ipynb
 */
export function parameterExplorer(): Figure {
  const panel = (field: string, title: string, color: string) => ({
    title: { text: title, anchor: "start" },
    width: barRoom,
    height: 104,
    transform: [
      { joinaggregate: [{ op: "sum", field, as: "total" }] },
      calculate(
        "text",
        `format(datum.${field}, ',d') + '  (' + format(datum.${field} / datum.total, '.1%') + ')'`,
      ),
      calculate("totalText", `'total ' + format(datum.total, ',d')`),
    ],
    encoding: {
      y: { field: "layer", type: "nominal", sort: layers, title: null },
      x: {
        field,
        type: "quantitative",
        title: null,
        axis: { format: "~s", labelExpr: "datum.value == 0 ? '0' : datum.label", tickCount: 4, grid: false },
        scale: { nice: true },
      },
    },
    layer: [
      {
        mark: { type: "bar", color },
        encoding: {
          tooltip: [
            { field: "layer", type: "nominal", title: "layer" },
            { field, type: "quantitative", title, format: ",d" },
            { field: "total", type: "quantitative", title: "of", format: ",d" },
          ],
        },
      },
      // Room for the longest text: a chart keeps the width it is first drawn with.
      {
        mark: { type: "rule", opacity: 0 },
        encoding: { x: { value: barRoom }, x2: { value: barRoom + 185 } },
      },
      {
        mark: { type: "text", style: "guide-label", align: "left", dx: 4, fontSize: 11 },
        encoding: { text: { field: "text", type: "nominal" } },
      },
      {
        transform: [{ filter: "datum.layer == 'conv1'" }],
        mark: { type: "text", style: "guide-label", align: "right", fontSize: 12 },
        encoding: { y: { value: -8 }, x: { value: barRoom }, text: { field: "totalText", type: "nominal" } },
      },
    ],
  });
  const spec = {
    params: [
      slider("kernel", "kernel side", 5, [1, 7, 2]),
      slider("first", "filters, first", 32, [4, 64, 4]),
      slider("second", "filters, second", 64, [4, 128, 4]),
      slider("hidden", "hidden units", 64, [8, 512, 8]),
      { name: "side1", expr: "floor((29 - kernel) / 2)" },
      { name: "side2", expr: "floor((side1 - kernel + 1) / 2)" },
    ],
    data: { name: "layers", values: layers.map((layer) => ({ layer })) },
    transform: [
      calculate("parameters", byName("datum.layer", parameters)),
      calculate("multiplyAdds", byName("datum.layer", multiplyAdds)),
    ],
    spacing: 24,
    vconcat: [
      panel("parameters", "Parameters", "#4477aa"),
      panel("multiplyAdds", "Multiply-adds for one digit", "#ccbb44"),
    ],
    resolve: { scale: { x: "independent" } },
    config: { view: { stroke: null } },
  };
  return themedExplorer(spec, {
    about:
      "Parameters and multiply-adds of the lab's network, layer by layer, with sliders for kernel side, filters and hidden units.",
    asDrawn:
      "kernel side 5, filters 32 and 64, hidden units 64. Parameters conv1 832, conv2 51,264, hidden 65,600, output 650, " +
      "together 118,346; multiply-adds conv1 460,800, conv2 3,276,800, hidden 65,536, output 640.",
    words,
  });
}
