import { unheardExplorer } from "../../../src/lessons/what-training-needs/unheardExplorer.js";
import type { Example } from "../../charts/example.js";

export const examples: readonly Example[] = [
  {
    name: "unheardExplorer",
    draw: () => unheardExplorer(),
    says: ["pixels from 0 to 100", "right class 5", "From 116 on", "level at 16.12"],
  },
];
