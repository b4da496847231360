import { poolingExplorer } from "../../../src/lessons/pooling/poolingExplorer.js";
import type { Example } from "../../charts/example.js";

const ring = Array.from({ length: 16 }, (_, y) =>
  Array.from({ length: 16 }, (_, x) => (Math.abs(Math.hypot(y - 7, x - 6) - 5) < 1 ? 255 : 0)),
);

export const examples: readonly Example[] = [
  {
    name: "poolingExplorer",
    draw: () => poolingExplorer(ring),
    says: ["window 2, stride 2", "16 x 16 = 256 pixels become 8 x 8 = 64 numbers"],
  },
];
