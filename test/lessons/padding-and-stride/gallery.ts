import { paddingExplorer } from "../../../src/lessons/padding-and-stride/paddingExplorer.js";
import { positionChart } from "../../../src/lessons/padding-and-stride/positionChart.js";
import { positionTable } from "../../../src/lessons/padding-and-stride/positionTable.js";
import { receptiveFieldExplorer } from "../../../src/lessons/padding-and-stride/receptiveFieldExplorer.js";
import type { Example } from "../../charts/example.js";

export const examples: readonly Example[] = [
  {
    name: "paddingExplorer",
    draw: () => paddingExplorer(),
    says: ["floor((8 + 1 + 1 - 3) / 1) + 1 = 8", "2, 3, 3, 3, 3, 3, 3, 2", "a corner 4 times"],
  },
  {
    name: "receptiveFieldExplorer",
    draw: () => receptiveFieldExplorer(),
    says: ["5, 9 and 13 pixels", "1, 2 and 2 pixels further on", "6 places"],
  },
  {
    name: "positionChart",
    draw: () => positionChart(),
    says: ["always the middle", "zeros around", "wrapped around"],
  },
  {
    name: "positionTable",
    draw: () => positionTable([0, 5]),
    says: ["Off by, in pixels, each seed", "shown by three seeds"],
  },
];
