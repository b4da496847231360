import { layerFacts } from "../../networks/models/inspect.js";
import type { LayersModel, tf } from "../../networks/tf.js";

/** What one layer of a LeNet-5 holds. */
export interface LayerCount {
  readonly layer: string;
  /** "28 x 28 x 6" */
  readonly numbers: string;
  /** What is learned. */
  readonly parameters: number;
  /** Weights and biases at work, one for each place at which they are used; fixed codes count as well. */
  readonly connections: number;
}

/** Layers that only arrange numbers: the paper counts none of them. */
const uncounted = ["Frame", "Flatten"];

/**
 * Parameters and connections of each layer of a `lenet5`, in the paper's way of counting.
 *
 * @example layerCounts(lenet5())[1] // { layer: "s2", numbers: "14 x 14 x 6", parameters: 12, connections: 5880 }
 */
export function layerCounts(model: LayersModel): LayerCount[] {
  return layerFacts(model)
    .filter(({ kind }) => !uncounted.includes(kind))
    .map(({ name, kind, shape, parameters }) => ({
      layer: name,
      numbers: shape.join(" x "),
      parameters,
      connections: connectionsOf(model, name, kind, shape, parameters),
    }));
}

function connectionsOf(
  model: LayersModel,
  name: string,
  kind: string,
  shape: readonly number[],
  parameters: number,
): number {
  const numbers = shape.reduce((product, side) => product * side, 1);
  if (kind === "Subsampling") return numbers * 5; // four inputs and a bias
  if (kind === "GaussianConnections") return numbers * inputsOf(model.getLayer(name));
  if (kind === "Dense") return parameters;
  const maps = shape.at(-1) ?? 1;
  return (numbers / maps) * parameters; // all weights and biases of a convolution work at every place
}

/** How many numbers one place of a layer's input has. */
function inputsOf({ input }: tf.layers.Layer): number {
  return Number([input].flat()[0]?.shape.at(-1));
}
