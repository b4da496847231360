import type { PixelImage } from "../../../src/arithmetic/pixelImage.js";
import type { Figure } from "../../../src/charts/figure.js";
import { paintOver } from "../../../src/lessons/whatIf/paintOver.js";
import { whatIf } from "../../../src/lessons/whatIf/whatIf.js";
import { whatIfExplorer } from "../../../src/lessons/whatIf/whatIfExplorer.js";
import { cnn } from "../../../src/networks/models/cnn.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { classifyPhotograph } from "../../../src/networks/models/efficientnet/classifyPhotograph.js";
import { type LayersModel, tf } from "../../../src/networks/tf.js";
import type { Example } from "../../charts/example.js";
import { brightnessNetwork } from "./brightnessNetwork.js";

/** Ink in the upper left, 1, and in the lower right, a half: each a square of 4x4 pixels in 12x12. */
export const twoSquares = Array.from({ length: 12 }, (_, row) =>
  Array.from({ length: 12 }, (_, column) => {
    if (row < 4 && column < 4) return 1;
    return row >= 8 && column >= 8 ? 0.5 : 0;
  }),
);

/**
 * A network one can work out by hand: averages of 4x4 pixels, then of all. The first class counts twice that, the second is 1
 * less it.
 */
export function inkNetwork(): LayersModel {
  const network = cnn(
    { height: 12, width: 12, channels: 1 },
    [
      { kind: "averagePool", size: 4 },
      { kind: "globalAverage" },
      { kind: "dense", units: 2, activation: "softmax" },
    ],
    { name: "ink" },
  );
  const weights = [tf.tensor2d([18, -9], [1, 2]), tf.tensor1d([0, 1])];
  network.setWeights(weights);
  tf.dispose(weights);
  return network;
}

export function inkExplorer(): Figure {
  const network = inkNetwork();
  const figure = whatIfExplorer(network, twoSquares, {
    names: ["ink", "none"],
    with: "black",
    size: 4,
    title: "Ink or none",
  });
  disposeModel(network);
  return figure;
}

/** White in the upper left quarter of what the network sees, rows and columns 16 to 79, else gray as its zero. */
export const whiteCorner: PixelImage = {
  ...{ height: 96, width: 96, channels: 1 },
  pixels: Uint8Array.from({ length: 96 * 96 }, (_, at) => (at < 48 * 96 && at % 96 < 48 ? 255 : 127)),
};

function brightAndNot(): Figure {
  const network = brightnessNetwork();
  const boxes = {
    corner: { top: 16, left: 16, bottom: 48, right: 48 },
    elsewhere: { top: 48, left: 48, bottom: 80, right: 80 },
  };
  const [before, corner, elsewhere] = [
    whiteCorner,
    ...Object.values(boxes).map((box) => paintOver(whiteCorner, box)),
  ].map((image) => classifyPhotograph(network, image));
  if (!before || !corner || !elsewhere) throw new Error("three pictures give three answers");
  const figure = whatIf(before, { corner, elsewhere }, { top: 1, classes: ["goldfish"] });
  network.dispose();
  return figure;
}

export const examples: readonly Example[] = [
  {
    name: "what-if-explorer",
    draw: inkExplorer,
    approximate: true,
    // The mean is (1 + 0.5) / 9, so ink has 3; without the first square 0.5 / 9 and 1.
    says: [
      "the network ink",
      "rows 0 to 3 and columns 0 to 3",
      "black (0)",
      "logit of ink goes from 3.00 to 1.00",
    ],
  },
  {
    name: "what-if",
    draw: brightAndNot,
    approximate: true,
    // A quarter of what is seen is (255 - 127) / 128 = 1: tench has 8 times the mean, goldfish 1 less 4 times.
    says: [
      "tench before 2.0, corner 0.0 (−2.0), elsewhere 2.0 (0.0)",
      "goldfish before 0.0, corner 1.0 (+1.0)",
      "up to 8",
    ],
  },
];
