import { seeded } from "../../../../src/arithmetic/random.js";
import { drawingExplorer } from "../../../../src/lessons/class-activation-maps/drawing/drawingExplorer.js";
import type { DrawingNetwork } from "../../../../src/lessons/class-activation-maps/drawing/drawingExplorerWeights.js";
import type { Example } from "../../../charts/example.js";

const random = seeded(5);
const rows = (count: number, length: number, scale = 1) =>
  Array.from({ length: count }, () => Array.from({ length }, () => scale * (random() - 0.5)));

/** Two strokes that cross in the middle of an empty field. */
const cross = Array.from({ length: 196 }, (_, index) => {
  const [row, column] = [Math.floor(index / 14), index % 14];
  return row > 2 && row < 11 && (column === 7 || row === 6) ? "f" : "0";
}).join("");

/** Two second filters, and classes without weights: only their biases speak, 2 for the digit 7 and 0 for the others. */
export const biasedNetwork: DrawingNetwork = {
  first: { filters: rows(8, 9), biases: new Array(8).fill(0.05) },
  second: { filters: rows(2, 72), biases: [0, 0.1] },
  classes: rows(10, 8, 0),
  classBiases: Array.from({ length: 10 }, (_, digit) => (digit === 7 ? 2 : 0)),
  examples: [
    { name: "an empty field", image: "0".repeat(196) },
    { name: "a cross", image: cross },
  ],
};

export const examples: readonly Example[] = [
  {
    name: "drawingExplorer",
    draw: () => drawingExplorer(biasedNetwork, 1),
    // e² / (e² + 9) = 7.389 / 16.389
    says: ["a cross: read as 7 with probability 45.1%", "6: 0.0, 7: 2.0, 8: 0.0"],
  },
];
