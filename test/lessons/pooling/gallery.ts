import { digitsFrom } from "../../../src/images/digits/digits.js";
import { armDifferences, armSpread, steadinessChart } from "../../../src/lessons/pooling/armFigures.js";
import { coarseDigits } from "../../../src/lessons/pooling/coarseDigits.js";
import { poolingExplorer } from "../../../src/lessons/pooling/poolingExplorer.js";
import { undoGallery } from "../../../src/lessons/pooling/undoGallery.js";
import type { Example } from "../../charts/example.js";

const ring = Array.from({ length: 16 }, (_, y) =>
  Array.from({ length: 16 }, (_, x) => (Math.abs(Math.hypot(y - 7, x - 6) - 5) < 1 ? 255 : 0)),
);

const accuracy = [
  { name: "max 2/2", values: [0.91, 0.92, 0.93] },
  { name: "mean 2/2", values: [0.89, 0.9, 0.91] },
];
const steady = [
  { name: "max 2/2", values: [0.95, 0.95, 0.97] },
  { name: "mean 2/2", values: [0.93, 0.94, 0.94] },
];
const rings = digitsFrom(
  [2, 3, 4, 5, 6, 7].map((radius) =>
    Array.from({ length: 16 }, (_, y) =>
      Array.from({ length: 16 }, (_, x) => (Math.abs(Math.hypot(y - 8, x - 8) - radius) < 1 ? 255 : 0)),
    ),
  ),
  [0, 0, 0, 0, 0, 0],
);

export const examples: readonly Example[] = [
  {
    name: "poolingExplorer",
    draw: () => poolingExplorer(ring),
    says: ["window 2, stride 2", "16 x 16 = 256 pixels become 8 x 8 = 64 numbers"],
  },
  {
    name: "armSpread",
    draw: () => armSpread(accuracy, { xTitle: "reduction", yTitle: "test accuracy", format: "percent" }),
    says: ["max 2/2: mean 92.0%", "mean 2/2: mean 90.0%"],
  },
  {
    name: "armDifferences",
    draw: () =>
      armDifferences(accuracy, [["max 2/2", "mean 2/2"]], { what: "test accuracy", format: "percent" }),
    says: ["max 2/2", "mean 2/2", "three seeds"],
  },
  { name: "steadinessChart", draw: () => steadinessChart(accuracy, steady), says: ["correlation", "6 runs"] },
  { name: "coarseDigits", draw: () => coarseDigits(rings, [1, 2, 4]), says: ["15 images of 16 x 16 pixels"] },
  {
    name: "undoGallery",
    draw: () => undoGallery({ "nothing left out": (image) => image, blank: () => [[0]] }, rings, rings),
    says: ["Six digits, and what linear decoders make of them", "blank: 0."],
  },
];
