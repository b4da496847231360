import type { Digits } from "../../../images/digits/digits.js";
import { loadMnist } from "../../../images/digits/mnist.js";
import { loadTrained } from "../../../networks/files/trained.js";
import { disposeModel } from "../../../networks/models/disposeModel.js";
import type { DrawingExample, DrawingNetwork } from "./drawingExplorerWeights.js";
import { drawingWeights } from "./drawingWeights.js";
import { shrink } from "./shrink.js";

/**
 * The trained network of experiment `class-activation-maps/drawing` as `drawingExplorer` takes it, with ten digits to load: of each
 * class the first among MNIST's test digits. Leaves no tensors.
 *
 * @throws {Error} if the weights are missing or altered
 * @example (await trainedDrawing()).examples.length // 10
 */
export async function trainedDrawing(): Promise<DrawingNetwork> {
  const model = await loadTrained("drawing");
  const weights = drawingWeights(model);
  disposeModel(model);
  const { test } = await loadMnist({ trainImages: 0 });
  return { ...weights, examples: drawingExamples(test) };
}

/** The first digit of each class at 14x14 pixels in sixteen grays. */
export function drawingExamples(digits: Digits): DrawingExample[] {
  const { pixels, labels } = shrink(digits, 2);
  const size = (digits.height * digits.width) / 4;
  return Array.from({ length: 10 }, (_, label) => {
    const from = labels.indexOf(label) * size;
    const grays = Array.from(pixels.subarray(from, from + size), (pixel) => Math.round(pixel / 17));
    return { name: `a ${label} of MNIST`, image: grays.map((gray) => gray.toString(16)).join("") };
  });
}
