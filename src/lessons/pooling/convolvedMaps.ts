import type { Matrix } from "../../arithmetic/matrix.js";
import { type Digits, take } from "../../images/digits/digits.js";
import { featureMapsOf } from "../../networks/models/inspect.js";
import { layerOutput } from "../../networks/models/layerOutputs.js";
import type { LayersModel } from "../../networks/tf.js";
import { toInputs } from "../../networks/training/inputs.js";

/**
 * The feature maps that a network's layer `conv1` makes of the first digit, one for each filter. Leaves no tensor behind.
 *
 * @throws {RangeError} if the network has no layer of that name, or there is no digit
 * @example
 * const digits = await loadMnist({ trainImages: 0, testImages: 1 });
 * convolvedMaps(await loadTrained("mnist-cnn"), digits.test).length // 32
 */
export function convolvedMaps(model: LayersModel, digits: Digits): Matrix[] {
  const inputs = toInputs(take(digits, 0, 1));
  try {
    const output = layerOutput(model, inputs, "conv1");
    const maps = featureMapsOf(output);
    output.dispose();
    return maps;
  } finally {
    inputs.dispose();
  }
}
