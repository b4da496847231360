import { camExplorer } from "../../../src/lessons/backbones-on-photographs/camExplorer.js";
import { blockTable } from "../../../src/lessons/backbones-on-photographs/parts.js";
import type { Example } from "../../charts/example.js";
import { sunset } from "../../charts/sunset.js";

export const examples: readonly Example[] = [
  {
    name: "cam-explorer",
    draw: () =>
      camExplorer(sunset(16), [
        { name: "sun", bias: 0.5, map: [[0, 8], [-2, 2]] },
        { name: "sea", bias: -1, map: [[1, 1], [4, 0]] },
      ]),
    says: ["one of 2 classes", "2 x 2 numbers", "the map of sun, up to 8", "sun, sea"],
  },
  {
    name: "block-table",
    draw: () => blockTable(),
    says: ["depthwise window", "3 x 3, stride 1", "320"],
  },
]; // biome-ignore format: matrices
