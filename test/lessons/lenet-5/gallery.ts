// One small example of every chart of lesson 07.

import { networkPicture } from "../../../src/charts/figures/networkPicture.js";
import { connectionTable } from "../../../src/lessons/lenet-5/connectionTable.js";
import { gaussianKernelExplorer } from "../../../src/lessons/lenet-5/gaussianKernelExplorer.js";
import { ladderChart } from "../../../src/lessons/lenet-5/ladder.js";
import { subsamplingExplorer } from "../../../src/lessons/lenet-5/subsamplingExplorer.js";
import type { Example } from "../../charts/gallery.js";

const ring = Array.from({ length: 14 }, (_, row) =>
  Array.from({ length: 14 }, (_, column) => (Math.abs(Math.hypot(row - 6.5, column - 6) - 4) < 1 ? 1 : -1)),
);

export const lenetExamples: readonly Example[] = [
  {
    name: "subsampling-explorer",
    draw: () => subsamplingExplorer(ring),
    says: ["14 x 14 numbers become 7 x 7", "four inputs of 1 give 1", "four of -1 give -1"],
  },
  {
    name: "gaussian-kernel-explorer",
    draw: () => gaussianKernelExplorer(),
    says: ["separates all 60 points", "leaves 15 on the wrong side"],
  },
  {
    name: "ladder",
    draw: () =>
      ladderChart(
        [
          { label: "as in 1998", values: [0.012, 0.014, 0.013], series: "15,000 images" },
          { label: "as in 1998", values: [0.009, 0.01], series: "60,000 images" },
          { label: "+ all links", values: [0.013, 0.013, 0.016], series: "15,000 images" },
          { label: "+ Adam", values: [0.011], series: "60,000 images" },
        ],
        {
          title: "Step by step",
          valueTitle: "test error",
          format: "percent",
          reference: { label: "the paper", value: 0.0095 },
        },
      ),
    says: [
      "as in 1998, 15,000 images 1.3% (standard error 0.1%, 3 runs)",
      "+ all links, 15,000 images 1.4% (standard error 0.1%, 3 runs)",
      "+ Adam, 60,000 images 1.1% (one run)",
      "the paper: 0.9%",
    ],
  },
  {
    name: "ladder-one-series",
    draw: () =>
      ladderChart(
        [
          { label: "first", values: [3, 4] },
          { label: "second", values: [2] },
        ],
        { valueTitle: "mistakes" },
      ),
    says: ["first 3.5 (standard error 0.5, 2 runs)", "second 2 (one run)"],
  },
  {
    name: "connection-table",
    draw: () =>
      connectionTable(
        [
          [0, 1],
          [1, 2],
          [0, 2],
          [0, 1, 2],
        ],
        3,
        { from: "S2", to: "C3", title: "Who reads whom" },
      ),
    says: [
      "4 C3 maps read 3 S2 maps over 9 of 12 possible links",
      "3 with 2, 1 with 3",
      "this often: 3, 3, 3",
    ],
  },
  {
    name: "network-picture",
    draw: () =>
      networkPicture([
        { name: "input", notes: ["14 x 14"], maps: [ring], columns: 1, scale: 5, image: true },
        {
          name: "pool",
          notes: ["2 maps\nof 7 x 7"],
          maps: [1, -1].map((sign) =>
            Array.from({ length: 7 }, (_, row) =>
              Array.from({ length: 7 }, (_, column) => sign * row * column),
            ),
          ),
          columns: 1,
          scale: 5,
          window: 2,
        },
        {
          name: "output",
          maps: [[[0.1]], [[0.7]], [[0.2]]],
          columns: 1,
          scale: 14,
          labels: ["no", "yes", "perhaps"],
          marked: 1,
        },
      ]),
    says: [
      "input (14 x 14): 1 map of 14 x 14, -1 to 1",
      "pool (2 maps of 7 x 7): 2 maps of 7 x 7, -36 to 36",
      "output: 3 numbers, 0.1 to 0.7, marked yes",
    ],
  },
];
