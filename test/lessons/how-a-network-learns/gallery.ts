import { descentExplorer } from "../../../src/lessons/how-a-network-learns/descentExplorer.js";
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
];
