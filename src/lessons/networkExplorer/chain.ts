import { isNetwork } from "../../networks/models/layerPaths.js";
import type { LayersModel, tf } from "../../networks/tf.js";

type Layer = tf.layers.Layer;

/**
 * The layers of a network that is one chain, from the picture on, without the input layer.
 *
 * @throws {RangeError} if it has several inputs or outputs, branches, a layer in two places or a network within
 */
export function chainOf(model: LayersModel): Layer[] {
  const refuse = (why: string, wayOut: string): never => {
    throw new RangeError(`Cannot explore ${model.name}: ${why}. ${wayOut}`);
  };
  const ends = { inputs: model.inputs.length, outputs: model.outputs.length };
  for (const [what, count] of Object.entries(ends)) {
    if (count !== 1)
      refuse(`it has ${count} ${what}`, "Give a network that makes one answer of one picture.");
  }
  const chain: Layer[] = [];
  for (let place = model.outputs[0]; place !== undefined; place = place.inputs?.[0]) {
    const { sourceLayer: layer } = place;
    if (layer.getClassName() === "InputLayer") break;
    if (isNetwork(layer)) {
      refuse(`layer ${layer.name} is a network within it`, "Give that network, or one without it.");
    }
    if (chain.includes(layer))
      refuse(`layer ${layer.name} stands in several places`, "Give each place a layer of its own.");
    if (place.inputs.length > 1) {
      refuse(
        `layer ${layer.name} is a ${layer.getClassName()}, where branches meet`,
        "Give a network that is one chain.",
      );
    }
    chain.unshift(layer);
  }
  const rest = model.layers.find((layer) => !chain.includes(layer) && layer.getClassName() !== "InputLayer");
  if (rest !== undefined) {
    refuse(`layer ${rest.name} stands beside the way to the answer`, "Give a network that is one chain.");
  }
  return chain;
}
