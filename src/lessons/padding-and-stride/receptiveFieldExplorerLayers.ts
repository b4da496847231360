import { choice, slider } from "../explorer/inputs.js";

/** What the receptive field explorer lets choose and computes from it, in Vega's own language. */

/** Layers that can be stacked, from the bottom: `[kernel, stride, dilation]` by name. */
export const layerKinds: Readonly<Record<string, readonly [number, number, number]>> = {
  none: [1, 1, 1],
  "3x3": [3, 1, 1],
  "5x5": [5, 1, 1],
  "7x7": [7, 1, 1],
  "3x3, stride 2": [3, 2, 1],
  "5x5, stride 2": [5, 2, 1],
  "3x3, dilation 2": [3, 1, 2],
  "pooling 2x2, stride 2": [2, 2, 1],
};

/** Layers in the stack, from 1 at the bottom. `none` is a layer that changes nothing. */
export const depth = 5;
export const numbers = Array.from({ length: depth }, (_, index) => index + 1);
const start = ["5x5", "5x5, stride 2", "3x3", "none", "none"];

const computed = (name: string, update: string) => ({ name, update });
const over = (mark: string) => `@${mark}:mouseover, @${mark}:click`;

/** The signals of layer i, from those of layer i - 1: places, and what one of them sees. */
const layerSignals = (layer: number) => {
  const below = layer - 1;
  return [
    computed(`kernel${layer}`, `kinds[layer${layer}][0]`),
    computed(`stride${layer}`, `kinds[layer${layer}][1]`),
    computed(`dilation${layer}`, `kinds[layer${layer}][2]`),
    computed(`reach${layer}`, `(kernel${layer} - 1) * dilation${layer} + 1`),
    computed(
      `total${layer}`,
      `paddingRule == 'same' ? max(0, (ceil(places${below} / stride${layer}) - 1) * stride${layer} + reach${layer} - places${below}) : 0`,
    ),
    computed(`before${layer}`, `floor(total${layer} / 2)`),
    computed(
      `places${layer}`,
      `reach${layer} > places${below} + total${layer} ? 0 : floor((places${below} + total${layer} - reach${layer}) / stride${layer}) + 1`,
    ),
    computed(`size${layer}`, `size${below} + (reach${layer} - 1) * jump${below}`),
    computed(`jump${layer}`, `jump${below} * stride${layer}`),
    computed(`start${layer}`, `start${below} - before${layer} * jump${below}`),
  ];
};

export const fieldSignals: readonly object[] = [
  slider("length", "length of the input", 24, [8, 32]),
  ...start.map((kind, index) =>
    choice(`layer${index + 1}`, `layer ${index + 1}`, kind, Object.keys(layerKinds)),
  ),
  choice("paddingRule", "padding", "valid", ["valid", "same"]), // `padding` itself is the margin of a Vega view
  { name: "kinds", value: layerKinds },
  computed("places0", "length"),
  { name: "size0", value: 1 },
  { name: "jump0", value: 1 },
  { name: "start0", value: 0 },
  ...numbers.flatMap(layerSignals),
  // Layers above this one that do something.
  computed(`above${depth}`, "0"),
  ...[...numbers]
    .reverse()
    .map((layer) => computed(`above${layer - 1}`, `above${layer} + (layer${layer} == 'none' ? 0 : 1)`)),
  computed("outputs", `places${depth}`),
  { name: "pointedRow", value: 2, on: [{ events: over("outputCells"), update: "datum.row.place" }] },
  {
    name: "pointedColumn",
    value: 2,
    on: [
      { events: over("outputCells"), update: "datum.column.place" },
      { events: over("topCells"), update: "datum.place" },
    ],
  },
  computed("row", "max(0, min(pointedRow, outputs - 1))"),
  computed("column", "max(0, min(pointedColumn, outputs - 1))"),
  computed("unit", "500 / length"),
  computed("square", "300 / length"),
  computed("outputSquare", "min(24, 200 / max(outputs, 1))"),
];
