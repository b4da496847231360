import type { LayersModel, tf } from "../tf.js";
import { innerModel } from "./innerModel.js";
import { nestedLayers } from "./nestedLayers.js";

type Layer = tf.layers.Layer;

/**
 * Sees to it that what is frozen stays as it is in any training, where TensorFlow.js would move it: batch normalisation that does not
 * learn keeps its statistics and works by them, as in prediction, and a frozen model stays frozen as the first layer of a
 * sequential one. Layers that are let free again later move again.
 */
export function holdFrozen(model: LayersModel): void {
  const all = nestedLayers(model);
  for (const { layer, above } of all) {
    if (layer.getClassName() === "BatchNormalization") holdStatistics(layer, above);
  }
  const inner = innerModel(model);
  if (!inner.collectedTrainableWeights) return;
  const held = all.filter(({ above }) => above.some(({ trainable }) => !trainable));
  const weights = new Set(held.flatMap(({ layer }) => layer.weights));
  inner.collectedTrainableWeights = inner.collectedTrainableWeights.filter((weight) => !weights.has(weight));
}

/** The layers that hold each batch normalisation still when they are frozen: itself, and the models around it. */
const holders = new WeakMap<Layer, Set<Layer>>();

function holdStatistics(layer: Layer, above: readonly Layer[]): void {
  const known = holders.get(layer);
  for (const each of above) known?.add(each);
  if (known) return;
  const mine = new Set([layer, ...above]);
  holders.set(layer, mine);
  const call = layer.call.bind(layer);
  layer.call = (inputs, settings) => {
    const isFrozen = [...mine].some(({ trainable }) => !trainable);
    return call(inputs, isFrozen ? { ...settings, training: false } : settings);
  };
}
