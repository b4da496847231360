import { multiplySumExplorer } from "../../../src/lessons/convolution/multiplySumExplorer.js";
import type { Example } from "../../charts/example.js";

export const examples: readonly Example[] = [
  {
    name: "multiplySumExplorer",
    draw: () => multiplySumExplorer(),
    says: ["6x6 pixels", "vertical edges", "output row 0, column 2", "add up to 1"],
  },
];
