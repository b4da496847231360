import { edgeColor, pointed, text } from "../explorer/style.js";
import { depth } from "./receptiveFieldExplorerLayers.js";

const seen = "#41ab5d";
const spacing = 36;
/** Where the stack ends, and its heading may follow: it has as many rows as there are layers. */
export const belowStack = `96 + ${spacing} * above0`;
const axisLeft = 170; // room for the names of the layers

/** The places of one layer above the pixels of the input that they look at; the top layer is pointed at. */
export const layerRow = (layer: number) => {
  const y = (more: number) => ({ signal: `${30 + more} + ${spacing} * above${layer}` });
  const there = layer === 0 ? "true" : `layer${layer} != 'none'`;
  const name = layer === 0 ? "'input, ' + length + ' pixels'" : `layer${layer}`;
  const facts =
    layer === 0
      ? "''"
      : `places${layer} == 0 ? 'does not fit' : 'sees ' + size${layer} + ', jump ' + jump${layer} + ', ' + places${layer} + (places${layer} == 1 ? ' place' : ' places')`;
  const cells = {
    type: "rect",
    from: { data: `cells${layer}` },
    encode: {
      update: {
        xc: { signal: `${axisLeft} + (datum.middle + 0.5) * unit` },
        width: { signal: `max(3, min(unit * jump${layer}, 26) - 2)` },
        y: y(0),
        height: { value: 18 },
        opacity: { signal: `${there} ? 1 : 0` },
        fill: [{ test: "datum.ways > 0", value: layer === 0 ? seen : "#74c476" }, { value: "#d5d5d5" }],
        stroke: { value: edgeColor },
        strokeWidth: { value: 0.5 },
        tooltip: { signal: `{'place': datum.place, 'ways to the output': datum.ways}` },
      },
    },
  };
  return [
    text(`${there} ? ${layer === 0 ? "" : `'${layer}: ' + `}${name} : ''`, 0, y(8)),
    text(`${there} ? ${facts} : ''`, 0, y(22), { fontSize: { value: 11 } }),
    cells,
  ];
};

/** The top of the stack once more, to point at, above all layers. */
export const top: readonly object[] = [
  text("'output, ' + outputs + (outputs == 1 ? ' place' : ' places')", 0, 14),
  {
    type: "rect",
    name: "topCells",
    from: { data: `cells${depth}` },
    encode: {
      update: {
        xc: { signal: `${axisLeft} + (datum.middle + 0.5) * unit` },
        width: { signal: `max(3, min(unit * jump${depth}, 26) - 2)` },
        y: { value: 0 },
        height: { value: 20 },
        fill: [{ test: "datum.place == column", value: pointed }, { value: "#c8c8c8" }],
        cursor: { value: "pointer" },
        tooltip: { signal: "{'output': datum.place}" },
      },
    },
  },
];
