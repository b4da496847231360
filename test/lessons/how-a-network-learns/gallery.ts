import { descentExplorer } from "../../../src/lessons/how-a-network-learns/descentExplorer.js";
import { regressionChart } from "../../../src/lessons/how-a-network-learns/regressionChart.js";
import type { Example } from "../../charts/example.js";

export const examples: readonly Example[] = [
  {
    name: "descentExplorer",
    draw: () => descentExplorer(),
    says: [
      "learning rate 0.1, no momentum, first weight 1, 3 steps",
      "1, 2.6, 2.92, 2.984",
      "16, 0.64, 0.0256",
    ],
  },
  {
    name: "regressionChart",
    draw: () =>
      regressionChart({
        ink: [0.5, 0.8, 1.1, 1.3, 1.8, 2.2],
        isZero: [0, 0, 0, 1, 1, 1],
        line: { w: 0.8, b: -0.5 },
        curve: { w: 11, b: -13 },
      }),
    says: ["6 digits", "-0.5 and 1.58"],
  },
];
