// One small example of every chart of lesson 07.
import { gaussianKernelExplorer } from "../../src/charts/gaussianKernelExplorer.js";
import { subsamplingExplorer } from "../../src/charts/subsamplingExplorer.js";
import type { Example } from "./gallery.js";

const ring = Array.from({ length: 14 }, (_, row) =>
  Array.from({ length: 14 }, (_, column) => (Math.abs(Math.hypot(row - 6.5, column - 6) - 4) < 1 ? 1 : -1)),
);

export const lenetExamples: readonly Example[] = [
  {
    name: "subsampling-explorer",
    draw: () => subsamplingExplorer(ring),
    says: ["14 x 14 numbers become 7 x 7", "four inputs of 1 give 1", "four of -1 give -1"],
  },
  {
    name: "gaussian-kernel-explorer",
    draw: () => gaussianKernelExplorer(),
    says: ["separates all 60 points", "leaves 15 on the wrong side"],
  },
];
