import { channelSumExplorer } from "../../../src/lessons/channels-and-parameters/channelSumExplorer.js";
import { costExplorer } from "../../../src/lessons/channels-and-parameters/costExplorer.js";
import type { Example } from "../../charts/example.js";

export const examples: readonly Example[] = [
  {
    name: "channelSumExplorer",
    draw: () => channelSumExplorer(),
    says: ["row 2, column 2", "red 36, green -11 and blue 0", "come to 26."],
  },
  {
    name: "costExplorer",
    draw: () => costExplorer(),
    says: ["convolution 2,432.", "own windows 1,906,688", "dense layer 59,006,976"],
  },
];
