import { accuracyChart } from "../../../src/lessons/images-and-dense-layers/arms.js";
import { weightedSumExplorer } from "../../../src/lessons/images-and-dense-layers/weightedSumExplorer.js";
import { weightPictures } from "../../../src/lessons/images-and-dense-layers/weightPictures.js";
import type { Example } from "../../charts/example.js";

export const examples: readonly Example[] = [
  {
    name: "weightedSumExplorer",
    draw: () => weightedSumExplorer(),
    says: ["3x3 pixels", "the sum is 3", "Of five images four"],
  },
  {
    name: "accuracyChart",
    draw: () =>
      accuracyChart(
        [
          { name: "one layer", values: [0.91, 0.92, 0.93] },
          { name: "two layers", values: [0.96, 0.97, 0.98] },
        ],
        "Two kinds of network",
        { from: "zero" },
      ),
    says: ["one layer: mean 92.0%", "two layers: mean 97.0%"],
  },
  {
    name: "weightPictures",
    draw: () =>
      weightPictures(
        Array.from({ length: 2 }, (_, unit) => Array.from({ length: 16 }, (_, at) => (at - 8) / (4 + unit))),
      ),
    says: ["2 units, 4 x 4 each"],
  },
];
