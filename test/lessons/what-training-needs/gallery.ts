import { unheardExplorer } from "../../../src/lessons/what-training-needs/unheardExplorer.js";
import type { Example } from "../../charts/example.js";

export const examples: readonly Example[] = [
  {
    name: "unheardExplorer",
    draw: () => unheardExplorer(),
    says: ["pixels from 0 to 255", "right class 5", "level at 16.12", "all ten slopes are 0"],
  },
];
