import type { Figure } from "../../../src/charts/figure.js";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { connectionTable } from "../../../src/lessons/lenet-5/connectionTable.js";
import { f6WhileLearning } from "../../../src/lessons/lenet-5/f6WhileLearning.js";
import { gaussianKernelExplorer } from "../../../src/lessons/lenet-5/gaussianKernelExplorer.js";
import { lenetPicture } from "../../../src/lessons/lenet-5/lenetPicture.js";
import { readBackGallery } from "../../../src/lessons/lenet-5/readBackGallery.js";
import { subsamplingExplorer } from "../../../src/lessons/lenet-5/subsamplingExplorer.js";
import { loadTrained } from "../../../src/networks/files/trained.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { lenet5 } from "../../../src/networks/models/lenet5.js"; // its layers can then be loaded
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

/** Bars of ten places and four widths. */
const bars = (count: number) =>
  digitsFrom(
    Array.from({ length: count }, (_, index) =>
      Array.from({ length: 28 }, (_, row) =>
        Array.from({ length: 28 }, (_, column) =>
          row > 4 && row < 24 && Math.abs(column - 5 - 2 * (index % 10)) < 1 + (index % 4) ? 255 : 0,
        ),
      ),
    ),
    Array.from({ length: count }, (_, index) => index % 10),
  );

/** Bars read back from a LeNet-5 that has learned nothing. */
function drawReadBack(): Figure {
  const model = lenet5();
  try {
    return readBackGallery({ untrained: model }, "f6", bars(200), bars(20));
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
  {
    name: "f6WhileLearning",
    draw: () => f6WhileLearning(bars(40), bars(4), { epochs: 2 }),
    says: ["F6 of 4 digits in 2 epochs, and their codes"],
    approximate: true,
  },
  {
    name: "readBackGallery",
    draw: drawReadBack,
    says: ["blind: ", "label: ", "untrained: "],
    approximate: true,
  },
];
