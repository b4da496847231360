import { seeded } from "../../../src/arithmetic/random.js";
import type { Figure } from "../../../src/charts/figure.js";
import { networkExplorer } from "../../../src/lessons/networkExplorer/networkExplorer.js";
import { cnn } from "../../../src/networks/models/cnn.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { type LayersModel, tf } from "../../../src/networks/tf.js";
import type { Example } from "../../charts/example.js";

/** A one and a corner, 12x12. */
export const one = picture((row, column) => column === 6 && row > 1 && row < 10);
export const corner = picture(
  (row, column) => (column === 3 && row > 2) || (row === 9 && column > 3 && column < 10),
);

function picture(inked: (row: number, column: number) => boolean): number[][] {
  return Array.from({ length: 12 }, (_, row) =>
    Array.from({ length: 12 }, (_, column) => (inked(row, column) ? 1 : 0)),
  );
}

/** Two convolutions with drawn weights, and classes without weights: only their biases speak, 2 for "one" and 0 for the others. */
export function biasedNetwork(): LayersModel {
  const network = cnn(
    { height: 12, width: 12, channels: 1 },
    [
      { kind: "conv", filters: 3, kernel: 3, padding: "same", activation: "relu" },
      { kind: "maxPool", size: 2 },
      { kind: "conv", filters: 4, kernel: 3, activation: "tanh" },
      { kind: "flatten" },
      { kind: "dense", units: 3, activation: "softmax" },
    ],
    { name: "small" },
  );
  const random = seeded(4);
  const last = network.getWeights().length - 2;
  const weights = network.getWeights().map((weight, at) => {
    const values = Float32Array.from({ length: weight.size }, (_, index) =>
      at < last ? random() - 0.45 : at > last && index === 1 ? 2 : 0,
    );
    return tf.tensor(values, weight.shape);
  });
  network.setWeights(weights);
  for (const weight of weights) weight.dispose();
  return network;
}

export function smallExplorer(): Figure {
  const network = biasedNetwork();
  const figure = networkExplorer(network, one, {
    names: ["corner", "one", "other"],
    images: { "a corner": corner },
    title: "A small network",
  });
  disposeModel(network);
  return figure;
}

/** With a tour of two pages: the first shows a number of the second convolution, and says it in words. */
export function smallTour(): Figure {
  const network = biasedNetwork();
  const figure = networkExplorer(network, one, {
    names: ["corner", "one", "other"],
    title: "A small network and its tour",
    tour: [
      {
        title: "A window through all maps",
        text: "Here stands {place}. Its {parts} parts and the bias {bias} add up to {sum}, and tanh makes that {number}. It sees {seen} pixels of the picture, the frame on it. Try it: click another number of the map, and read how its sum changes.",
        layer: "conv2",
      },
      { title: "The answer", text: "{answer} with {share}, then {second} with {second share}." },
    ],
  });
  disposeModel(network);
  return figure;
}

export const examples: readonly Example[] = [
  {
    name: "networkExplorer",
    draw: smallExplorer,
    approximate: true,
    // e² / (e² + 2) = 7.389 / 9.389
    says: ["The network small", "conv1, pool1, conv2, flatten, dense1", "one: 0.787", "corner: 0.107"],
  },
  {
    name: "networkExplorerTour",
    draw: smallTour,
    approximate: true,
    says: ["The network small", "A guided tour of 2 pages", "one: 0.787"],
  },
];
