import type { Figure } from "../../charts/figure.js";
import { choice, slider } from "../explorer/signals.js";
import { themedExplorer } from "../explorer/themedText.js";
import { calculate } from "../explorer/transforms.js";

/** What is compared: everything with everything, then small windows, then small windows with one set of weights. */
const kinds = ["dense layer", "own windows", "convolution"];

/** Numbers by kind as expressions over the sliders; `inputs`, `places` and `weights` are parameters that follow. */
const parameters: Record<string, string> = {
  "dense layer": "(inputs + 1) * places * filters",
  "own windows": "(weights + 1) * places * filters",
  convolution: "(weights + 1) * filters",
};
const multiplyAdds: Record<string, string> = {
  "dense layer": "inputs * places * filters",
  "own windows": "weights * places * filters",
  convolution: "weights * places * filters",
};

/** The same as text: how each number comes about. */
const texts = {
  inputs: "side + ' · ' + side + ' · ' + channels",
  window: "kernel + ' · ' + kernel + ' · ' + channels",
  outputs: "outSide + ' · ' + outSide + ' · ' + filters",
};
const parametersText: Record<string, string> = {
  "dense layer": `'(' + ${texts.inputs} + ' + 1) · ' + ${texts.outputs}`,
  "own windows": `'(' + ${texts.window} + ' + 1) · ' + ${texts.outputs}`,
  convolution: `'(' + ${texts.window} + ' + 1) · ' + filters`,
};
const multiplyAddsText: Record<string, string> = {
  "dense layer": `${texts.inputs} + ' · ' + ${texts.outputs}`,
  "own windows": `${texts.window} + ' · ' + ${texts.outputs}`,
  convolution: `${texts.window} + ' · ' + ${texts.outputs}`,
};

/** One expression out of one for each kind. */
const byKind = (formulas: Record<string, string>) =>
  kinds.reduceRight((rest, kind) => `datum.kind == '${kind}' ? (${formulas[kind]}) : (${rest})`, "0");

/** Each kind with its two numbers. */
const words = kinds.map(
  (kind) =>
    `'${kind}: ' + format(${parameters[kind]}, ',d') + ' parameters, ' + format(${multiplyAdds[kind]}, ',d') + ' multiply-adds'`,
);

/**
 * A convolution beside a dense layer that makes maps of the same size, and beside small windows that share no weights:
 * parameters and multiply-adds, with sliders. Computed inside the specification. Padding counts: its products are made.
 *
 * @see notebooks/05-channels-and-parameters.ipynb
 */
export function costExplorer(): Figure {
  const spec = {
    params: [
      slider("side", "image side, pixels", 28, [12, 224, 4]),
      slider("channels", "channels in", 3, [1, 64, 1]),
      slider("kernel", "kernel side", 5, [1, 11, 1]),
      slider("filters", "filters, channels out", 32, [1, 128, 1]),
      choice("paddingRule", "padding", "same", ["same", "valid"]), // `padding` itself is the margin of a Vega view
      { name: "outSide", expr: "paddingRule == 'same' ? side : side - kernel + 1" },
      { name: "places", expr: "outSide * outSide" },
      { name: "inputs", expr: "side * side * channels" },
      { name: "weights", expr: "kernel * kernel * channels" },
    ],
    data: { name: "kinds", values: kinds.map((kind) => ({ kind })) },
    transform: [
      calculate("parameters", byKind(parameters)),
      calculate("multiplyAdds", byKind(multiplyAdds)),
      calculate("parametersText", byKind(parametersText)),
      calculate("multiplyAddsText", byKind(multiplyAddsText)),
    ],
    spacing: 34,
    vconcat: [
      panel("parameters", "Parameters", "#4477aa"),
      panel("multiplyAdds", "Multiply-adds for one image", "#ccbb44"),
    ],
    config: { view: { stroke: null } },
  };
  return themedExplorer(spec, {
    about:
      "A convolution beside a dense layer and beside small windows that share no weights, with sliders for image side, channels " +
      "in, kernel side and filters, and a choice of the padding.",
    asDrawn:
      "28x28 pixels of 3 channels to 32 maps of the same size by 5x5 kernels. Parameters: dense layer 59,032,064, own windows " +
      "1,906,688, convolution 2,432. Multiply-adds: dense layer 59,006,976, own windows 1,881,600, convolution 1,881,600.",
    words,
  });
}

const textLeft = 240;
const powers = { 1: "1", 1e3: "thousand", 1e6: "million", 1e9: "billion", 1e12: "trillion" };

/** One quantity for the three kinds, on a logarithmic axis that stays in place while the sliders move. */
function panel(field: string, title: string, color: string): object {
  const text = `${field}Text`;
  const y = {
    field: "kind",
    type: "nominal",
    sort: kinds,
    title: null,
    axis: { domain: false, ticks: false },
  };
  const tooltip = [
    { field: "kind", type: "nominal", title: "layer" },
    { field, type: "quantitative", title: title.toLowerCase(), format: ",d" },
    { field: text, type: "nominal", title: "counted as" },
  ];
  return {
    title: { text: title, anchor: "start" },
    width: 232,
    height: { step: 38 },
    transform: [
      { joinaggregate: [{ op: "min", field, as: "least" }] }, // the convolution's: nothing here takes less
      calculate("times", `round(datum.${field} / datum.least)`),
      calculate(
        "label",
        `format(datum.${field}, ',d') + (datum.times > 1 ? ' (' + format(datum.times, ',d') + ' times)' : '')`,
      ),
    ],
    encoding: { y },
    layer: [
      {
        mark: { type: "bar", color, size: 20 },
        encoding: {
          x: {
            field,
            type: "quantitative",
            stack: null,
            title: `${title.toLowerCase()}, logarithmic`,
            scale: { type: "log", domain: [1, 1e14], nice: false },
            axis: {
              values: Object.keys(powers).map(Number),
              labelExpr: `${JSON.stringify(powers)}[datum.value]`,
              gridOpacity: 0.3,
            },
          },
          x2: { datum: 1 },
          tooltip,
        },
      },
      // Room for the longest text: a chart keeps the width it is first drawn with.
      {
        mark: { type: "rule", opacity: 0 },
        encoding: { x: { value: textLeft }, x2: { value: textLeft + 246 } },
      },
      {
        mark: { type: "text", style: "guide-label", align: "left", dy: -7, fontSize: 12, fontWeight: "bold" },
        encoding: { x: { value: textLeft }, text: { field: "label", type: "nominal" } },
      },
      {
        mark: { type: "text", style: "guide-label", align: "left", dy: 8, fontSize: 11 },
        encoding: { x: { value: textLeft }, text: { field: text, type: "nominal" } },
      },
    ],
  };
}
