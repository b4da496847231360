import { lineChart } from "../../../src/charts/figures/scatter.js";
import { headExplorer } from "../../../src/lessons/gap-vs-flatten/headExplorer.js";
import type { Example } from "../../charts/gallery.js";

/** The charts of lesson 08. */
export const headCharts: readonly Example[] = [
  {
    name: "headExplorer",
    draw: () => headExplorer(),
    says: ["add up to 49", "mean 1 times 6", "the largest, 12, times 0.5"],
  },
  {
    name: "linesOfAFamily",
    draw: () =>
      lineChart(
        [
          { x: 28, y: 0.96, series: "gap" },
          { x: 56, y: 0.82, series: "gap" },
          { x: 28, y: 0.95, series: "globalMax" },
          { x: 56, y: 0.92, series: "globalMax" },
        ],
        {
          xTitle: "side of the canvas, pixels",
          yTitle: "accuracy",
          format: "percent",
          xTicks: [28, 56],
          family: ["flatten", "gap", "globalMax"],
        },
      ),
    says: ["gap: 96.0% at 28, 82.0% at 56", "globalMax: 95.0% at 28, 92.0% at 56"],
  },
];
