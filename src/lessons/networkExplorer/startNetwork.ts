import { pick } from "../../images/digits/digits.js";
import { loadMnist } from "../../images/digits/mnist.js";
import { loadTrained } from "../../networks/files/trained.js";
import { disposeModel } from "../../networks/models/disposeModel.js";
import { evaluate } from "../../networks/training/evaluate.js";
import { exploredNetwork } from "./exploredNetwork.js";
import type { ExploredNetwork } from "./startFigures.js";
import { mnistTour } from "./tour/mnistTour.js";

/** Places among the test digits of MNIST, and what is written there. The first is the given picture. */
const digits = [
  ["five", 8],
  ["seven", 0],
  ["two", 1],
  ["one", 2],
  ["zero", 3],
  ["four", 4],
  ["nine", 7],
] as const;

/**
 * What the start page of the site shows: a small `mnistCnn`, trained on 60,000 digits, with test digits to choose from, among them
 * the first that it misreads, and its tour. Stored in `data/explorers/`, since the site is built without TensorFlow.
 */
export async function startNetwork(): Promise<ExploredNetwork> {
  const { test } = await loadMnist({ trainImages: 0, testImages: 1000 });
  const model = await loadTrained("mnist-cnn-small");
  const { predicted } = await evaluate(model, test, { scale: 1 / 255 });
  const misread = predicted.findIndex((each, index) => each !== test.labels[index]);
  const [[, first], ...others] = digits;
  const images = Object.fromEntries([
    ...others.map(([name, index]) => [`a ${name}`, pick(test, [index])]),
    [`a ${test.labels[misread]} that it misreads`, pick(test, [misread])],
  ]);
  const network = exploredNetwork(model, pick(test, [first]), { images, tour: mnistTour(model) });
  disposeModel(model);
  return network;
}
