import { depth, numbers } from "./receptiveFieldExplorerLayers.js";

/** Which places of each layer the chosen output sees along one axis, from the top down, and on how many ways. */
const seenAlong = (axis: "row" | "column") => [
  {
    name: `${axis}Seen${depth}`,
    transform: [
      { type: "sequence", start: 0, stop: { signal: "outputs" }, as: "place" },
      { type: "filter", expr: `datum.place == ${axis}` },
      { type: "formula", expr: "1", as: "ways" },
    ],
  },
  ...[...numbers].reverse().map((layer) => ({
    name: `${axis}Seen${layer - 1}`,
    source: `${axis}Seen${layer}`,
    transform: [
      { type: "formula", expr: `sequence(kernel${layer})`, as: "step" },
      { type: "flatten", fields: ["step"] },
      {
        type: "formula",
        expr: `datum.place * stride${layer} - before${layer} + datum.step * dilation${layer}`,
        as: "below",
      },
      { type: "filter", expr: `datum.below >= 0 && datum.below < places${layer - 1}` },
      { type: "aggregate", groupby: ["below"], ops: ["sum"], fields: ["ways"], as: ["ways"] },
      { type: "formula", expr: "datum.below", as: "place" },
    ],
  })),
];

const placesOf = (layer: number) => ({
  name: `cells${layer}`,
  transform: [
    { type: "sequence", start: 0, stop: { signal: `places${layer}` }, as: "place" },
    {
      type: "lookup",
      from: `columnSeen${layer}`,
      key: "place",
      fields: ["place"],
      values: ["ways"],
      default: 0,
    },
    // Where the middle of what this place sees lies, in pixels of the input.
    {
      type: "formula",
      expr: `start${layer} + datum.place * jump${layer} + (size${layer} - 1) / 2`,
      as: "middle",
    },
  ],
});

const inputAlong = (axis: "row" | "column") => ({
  name: `${axis}Pixels`,
  transform: [
    { type: "sequence", start: 0, stop: { signal: "length" }, as: "place" },
    { type: "lookup", from: `${axis}Seen0`, key: "place", fields: ["place"], values: ["ways"], default: 0 },
    { type: "formula", expr: `'${axis}'`, as: "axis" },
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
      { type: "formula", expr: "datum.row.ways * datum.column.ways", as: "ways" },
    ],
  },
  {
    name: "most",
    source: "pixels",
    transform: [{ type: "aggregate", ops: ["max", "sum"], fields: ["ways", "ways"], as: ["ways", "all"] }],
  },
  { name: "results", source: `cells${depth}`, transform: [{ type: "cross", as: ["row", "column"] }] },
];
