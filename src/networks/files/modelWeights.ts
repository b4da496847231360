import { nestedLayers } from "../models/nestedLayers.js";
import { type LayersModel, tf } from "../tf.js";
import type { Safetensors } from "./safetensors.js";

/** Numbers by name, as safetensors files hold them. */
export type Tensors = Safetensors["tensors"];

/** The weights of a model by layer and name, `backbone/conv4/kernel`; where a wrapper has two of a name, the second is `kernel2`. */
export function weightsByName(model: LayersModel): Map<string, tf.LayerVariable> {
  const named = new Map<string, tf.LayerVariable>();
  const seen = new Set<tf.LayerVariable>();
  for (const { layer, path } of innermostFirst(model)) {
    for (const weight of layer.weights) {
      if (seen.has(weight)) continue;
      seen.add(weight);
      const stem = `${path}/${weight.originalName.split("/").at(-1)}`;
      let name = stem;
      for (let count = 2; named.has(name); count++) name = `${stem}${count}`;
      named.set(name, weight);
    }
  }
  return named;
}

/** A network within has the weights of its layers too, and these are to go by the names of the layers. */
function innermostFirst(model: LayersModel) {
  return nestedLayers(model).toSorted((a, b) => b.above.length - a.above.length);
}

/**
 * The numbers of some tensors, to be written.
 *
 * @throws {RangeError} if a whole number is too large for the file's 32 bits
 */
export function numbersOf(named: ReadonlyMap<string, tf.Tensor>): Tensors {
  return new Map(
    [...named].map(([name, tensor]) => {
      const values = tensor.dataSync();
      const data = Float32Array.from(values);
      if (tensor.dtype !== "float32" && data.some((value, index) => value !== values[index])) {
        throw new RangeError(
          `Cannot save ${name}: it holds whole numbers beyond 2^24. Keep them below, or as float32.`,
        );
      }
      return [name, { shape: tensor.shape, data }];
    }),
  );
}

/** A tensor of numbers that were read. The caller disposes it. */
export function tensorOf({ shape, data }: { shape: readonly number[]; data: Float32Array }): tf.Tensor {
  return tf.tensor(data, [...shape]);
}

/**
 * Gives a model the weights of a file, as they are.
 *
 * @throws {Error} if the file has others than the model
 */
export function setWeights(model: LayersModel, tensors: Tensors): void {
  const named = weightsByName(model);
  for (const name of new Set([...named.keys(), ...tensors.keys()])) {
    const [weight, found] = [named.get(name), tensors.get(name)];
    if (!weight || !found || weight.shape.join() !== found.shape.join()) {
      const shapes = [weight ? `[${weight.shape}]` : "none", found ? `[${found.shape}]` : "none"];
      throw new Error(`the network has ${name} as ${shapes[0]}, the file as ${shapes[1]}`);
    }
    tf.tidy(() => {
      const variable = weight.read() as tf.Variable;
      // Straight to the variable: the layer would press it into its constraint.
      variable.assign(tensorOf(found).cast(variable.dtype));
    });
  }
}
