import { layerOutputs } from "../../../src/networks/models/layerOutputs.js";
import { type LayersModel, type Tensor4D, tf } from "../../../src/networks/tf.js";

/** What TensorFlow makes of a picture in each layer that the explorer shows, map by map. */
export function layersOf(
  model: LayersModel,
  names: readonly string[],
  picture: number[][] | number[][][],
): number[][] {
  return tf.tidy(() => {
    const [, height = 0, width = 0, channels = 0] = (model.inputs[0]?.shape ?? []) as number[];
    const inputs = tf.tensor(picture.flat(2) as number[], [1, height, width, channels]) as Tensor4D;
    return layerOutputs(model, inputs, names).map((output) => {
      const maps = output.shape.at(-1) ?? 1;
      const places = output.size / maps;
      return [...output.reshape([places, maps]).transpose().dataSync()];
    });
  });
}
