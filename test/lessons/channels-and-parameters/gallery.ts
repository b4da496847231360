import { costExplorer } from "../../../src/lessons/channels-and-parameters/costExplorer.js";
import type { Example } from "../../charts/example.js";

export const examples: readonly Example[] = [
  {
    name: "costExplorer",
    draw: () => costExplorer(),
    says: ["convolution 2,432.", "own windows 1,906,688", "dense layer 59,006,976"],
  },
];
