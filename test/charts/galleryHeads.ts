import { headExplorer } from "../../src/charts/headExplorer.js";
import type { Example } from "./gallery.js";

/** The charts of lesson 08. */
export const headCharts: readonly Example[] = [
  {
    name: "headExplorer",
    draw: () => headExplorer(),
    says: ["add up to 49", "mean 1 times 6", "the largest, 12, times 0.5"],
  },
];
