import { seeded } from "../../../arithmetic/random.js";
import { type LayersModel, tf } from "../../tf.js";
import { ConnectedConvolution } from "./connectedConvolution.js";
import { GaussianConnections } from "./gaussianConnections.js";

/**
 * Gives every weight of the model a number drawn evenly from -2.4 / F to 2.4 / F, F being the fan-in: how many inputs a unit of
 * that map has. The fan-in of C3 differs by map, 75, 100 or 150. Codes stay as they are.
 *
 * @see Appendix A of LeCun, Bottou, Bengio and Haffner, *Gradient-based learning applied to document recognition*, 1998
 */
export function drawWeights(model: LayersModel, seed: number): void {
  const random = seeded(seed);
  for (const layer of model.layers) {
    if (layer.weights.length === 0 || layer instanceof GaussianConnections) continue;
    const fanIns = fanInsOf(layer);
    tf.tidy(() => {
      layer.setWeights(
        layer.getWeights().map(({ shape, size }, index) => {
          const fanIn = fanIns[index] as readonly number[];
          // The last axis runs over kernels or maps: those with a fan-in of their own.
          const values = Float32Array.from(
            { length: size },
            (_, at) => ((2 * random() - 1) * 2.4) / (fanIn[at % fanIn.length] as number),
          );
          return tf.tensor(values, shape);
        }),
      );
    });
  }
}

/** For each weight of a layer the fan-in along its last axis: one number where all are alike. */
function fanInsOf(layer: tf.layers.Layer): (readonly number[])[] {
  if (layer instanceof ConnectedConvolution) {
    const size = layer.kernelSize ** 2;
    const byMap = layer.connections.map((seen) => size * seen.length);
    return [layer.connections.flatMap((seen) => seen.map(() => size * seen.length)), byMap];
  }
  const [first] = layer.getWeights();
  const { shape = [] } = first ?? {};
  const fanIn = shape.length > 1 ? shape.slice(0, -1).reduce((product, length) => product * length, 1) : 4;
  return layer.weights.map(() => [fanIn]);
}
