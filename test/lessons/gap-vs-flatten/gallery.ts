import { headExplorer } from "../../../src/lessons/gap-vs-flatten/headExplorer.js";
import type { Example } from "../../charts/example.js";

export const examples: readonly Example[] = [
  {
    name: "headExplorer",
    draw: () => headExplorer(),
    says: ["add up to 49", "mean 1 times 6", "the largest, 12, times 0.5"],
  },
];
