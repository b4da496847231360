import { descentExplorer } from "../../../src/lessons/images-and-dense-layers/descentExplorer.js";
import type { Example } from "../../charts/example.js";

export const examples: readonly Example[] = [
  {
    name: "descentExplorer",
    draw: () => descentExplorer(),
    says: ["(0.1, 1, 3)", "1, 2.6, 2.92, 2.984", "16, 0.64, 0.0256"],
  },
];
