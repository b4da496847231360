import { weightedSumExplorer } from "../../../src/lessons/images-and-dense-layers/weightedSumExplorer.js";
import type { Example } from "../../charts/example.js";

export const examples: readonly Example[] = [
  {
    name: "weightedSumExplorer",
    draw: () => weightedSumExplorer(),
    says: ["3x3 pixels", "the sum is 3", "Of five images four"],
  },
];
