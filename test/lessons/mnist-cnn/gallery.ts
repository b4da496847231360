import { parameterExplorer } from "../../../src/lessons/mnist-cnn/parameterExplorer.js";
import type { Example } from "../../charts/example.js";

export const examples: readonly Example[] = [
  {
    name: "parameterExplorer",
    draw: () => parameterExplorer(),
    says: ["conv2 51,264", "together 118,346", "conv2 3,276,800"],
  },
];
