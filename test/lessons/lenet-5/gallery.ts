import type { Figure } from "../../../src/charts/figure.js";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { connectionTable } from "../../../src/lessons/lenet-5/connectionTable.js";
import { gaussianKernelExplorer } from "../../../src/lessons/lenet-5/gaussianKernelExplorer.js";
import { ladderChart } from "../../../src/lessons/lenet-5/ladder.js";
import { lenetPicture } from "../../../src/lessons/lenet-5/lenetPicture.js";
import { subsamplingExplorer } from "../../../src/lessons/lenet-5/subsamplingExplorer.js";
import { loadTrained } from "../../../src/networks/files/trained.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import "../../../src/networks/models/lenet5.js"; // so that its layers can be loaded
import type { Example } from "../../charts/example.js";

const ring = Array.from({ length: 14 }, (_, row) =>
  Array.from({ length: 14 }, (_, column) => (Math.abs(Math.hypot(row - 6.5, column - 6) - 4) < 1 ? 1 : -1)),
);

const bar = Array.from({ length: 28 }, (_, row) =>
  Array.from({ length: 28 }, (_, column) => (row > 4 && row < 24 && column > 11 && column < 16 ? 255 : 0)),
);

/** The trained LeNet-5 with an upright bar flowing through it. */
async function drawLenet(): Promise<Figure> {
  const model = await loadTrained("lenet-5");
  try {
    return lenetPicture(model, digitsFrom([bar], [1]));
  } finally {
    disposeModel(model);
  }
}

export const examples: readonly Example[] = [
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
    name: "lenetPicture",
    draw: drawLenet,
    says: ["C1 (6 @ 28x28, 156 parameters)", "F6 (84, 10,164 parameters): 84 numbers", "marked 1: "],
    approximate: true,
  },
];
