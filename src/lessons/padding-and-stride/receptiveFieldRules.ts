import { choice, computed, slider } from "../explorer/signals.js";
import { counting, filter, formula } from "../explorer/transforms.js";
import { outputData, outputSignals } from "./outputSquare.js";

/** What the receptive field explorer lets choose and computes from it, in Vega's own language. */

/** Layers that can be stacked, from the bottom: `[kernel, stride, dilation]` by name. */
const layerKinds: Readonly<Record<string, readonly [number, number, number]>> = {
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
const numbers = Array.from({ length: depth }, (_, index) => index + 1);
const start = ["5x5", "5x5, stride 2", "3x3", "none", "none"];

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
  slider("length", "input length", 24, [8, 32]),
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
  ...outputSignals("place", 2, 32, "topCells"),
  computed("unit", "400 / length"),
  computed("square", "152 / length"),
  computed("outputSquare", "min(20, 150 / max(outputs, 1))"),
];

/** Which places of each layer the chosen output sees along one axis, from the top down, and on how many ways. */
const seenAlong = (axis: "row" | "column") => [
  {
    name: `${axis}Seen${depth}`,
    transform: [counting("outputs", "place"), filter(`datum.place == ${axis}`), formula("ways", "1")],
  },
  ...[...numbers].reverse().map((layer) => ({
    name: `${axis}Seen${layer - 1}`,
    source: `${axis}Seen${layer}`,
    transform: [
      formula("step", `sequence(kernel${layer})`),
      { type: "flatten", fields: ["step"] },
      formula("below", `datum.place * stride${layer} - before${layer} + datum.step * dilation${layer}`),
      filter(`datum.below >= 0 && datum.below < places${layer - 1}`),
      { type: "aggregate", groupby: ["below"], ops: ["sum"], fields: ["ways"], as: ["ways"] },
      formula("place", "datum.below"),
    ],
  })),
];

const placesOf = (layer: number) => ({
  name: `cells${layer}`,
  transform: [
    counting(`places${layer}`, "place"),
    {
      type: "lookup",
      from: `columnSeen${layer}`,
      key: "place",
      fields: ["place"],
      values: ["ways"],
      default: 0,
    },
    // Where the middle of what this place sees lies, in pixels of the input.
    formula("middle", `start${layer} + datum.place * jump${layer} + (size${layer} - 1) / 2`),
  ],
});

const inputAlong = (axis: "row" | "column") => ({
  name: `${axis}Pixels`,
  transform: [
    counting("length", "place"),
    { type: "lookup", from: `${axis}Seen0`, key: "place", fields: ["place"], values: ["ways"], default: 0 },
    formula("axis", `'${axis}'`),
  ],
});

export const fieldData: readonly object[] = [
  ...seenAlong("column"),
  ...seenAlong("row"),
  ...[0, ...numbers].map(placesOf),
  inputAlong("row"),
  inputAlong("column"),
  {
    name: "pixels",
    source: ["rowPixels", "columnPixels"],
    transform: [
      {
        type: "cross",
        as: ["row", "column"],
        filter: "datum.row.axis == 'row' && datum.column.axis == 'column'",
      },
      formula("ways", "datum.row.ways * datum.column.ways"),
    ],
  },
  {
    name: "most",
    source: "pixels",
    transform: [{ type: "aggregate", ops: ["max", "sum"], fields: ["ways", "ways"], as: ["ways", "all"] }],
  },
  outputData(`cells${depth}`),
];
