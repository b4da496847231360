import { requireOptions } from "../../arithmetic/options.js";
import type { Figure } from "../../charts/figure.js";
import type { LayersModel } from "../../networks/tf.js";
import { explorerFigure } from "../explorer/explorerFigure.js";
import { exploredNetwork } from "./exploredNetwork.js";
import type { NetworkExplorerOptions } from "./explorerOptions.js";
import { requireLight } from "./limits.js";
import type { ExploredImage } from "./pictures.js";
import { wide, wideWithTour } from "./places.js";
import { specification } from "./specification.js";

export type { NetworkExplorerOptions } from "./explorerOptions.js";

/**
 * A whole network that has been trained, to touch: every layer on one sheet, drawn for one picture. A click on a layer shows its
 * maps larger, a click on a number the window it came from, its weights and the products behind it, summed over channels; a line
 * follows the largest part of each number back to a pixel. Another picture can be chosen, and one painted, by mouse, finger or
 * keyboard. Computed inside the specification, so it needs no kernel; at most 1 MB.
 *
 * The network is one chain of convolutions, dense layers, poolings, batch normalisation, activations, flatten, borders and the
 * layers of `lenet5`, with at most 120,000 weights. Dropout does nothing here and is left out. Weights are rounded to 18
 * bits; the figure says how far that moves the answers from TensorFlow's. Leaves no tensor behind, and the model as it was.
 *
 * @param image one picture as the network takes it: rows of numbers, for colour rows of `[red, green, blue]`, or a tensor `[height,
 * width, channels]` or `[1, height, width, channels]`; or bytes, which become 0 to 1: a set of one image or a decoded file
 * @throws {TypeError} if an option has another name, or a picture is none
 * @throws {RangeError} if the network has a layer of another kind, branches, several inputs or outputs, or is too large; or a picture
 * has another size than it takes, or there are not as many names as answers, or no tour is written for it
 * @example
 * const { test } = await loadMnist({ trainImages: 0, testImages: 2 });
 * const network = await loadTrained("mnist-cnn");
 * show(networkExplorer(network, pick(test, [0]), { images: { "a two": pick(test, [1]) }, tour: true }));
 */
export function networkExplorer(
  model: LayersModel,
  image: ExploredImage,
  options: NetworkExplorerOptions = {},
): Figure {
  requireOptions("explore a network", options, ["names", "images", "title", "tour"]);
  const { explored, told } = exploredNetwork(model, image, options);
  const spec = specification(explored, explored.tour === undefined ? wide : wideWithTour);
  requireLight(model.name, spec);
  return explorerFigure(spec, told);
}
