import type { LayersModel, tf } from "../tf.js";
import { isNetwork } from "./layerPaths.js";

type Layer = tf.layers.Layer;

/** A layer of a model, or of a model inside it. */
export interface NestedLayer {
  readonly layer: Layer;
  /** Its name behind those of the models it lies in: "backbone/conv4". */
  readonly path: string;
  /** The models it lies in, from the outermost inward. */
  readonly above: readonly Layer[];
}

/** All layers of a model, each before the layers inside it. */
export function nestedLayers(model: LayersModel): NestedLayer[] {
  return inside(model, "", []);
}

function inside(parent: Layer, prefix: string, outer: readonly Layer[]): NestedLayer[] {
  const above = [...outer, parent];
  return layersOf(parent).flatMap((layer) => {
    const path = `${prefix}${layer.name}`;
    return [{ layer, path, above }, ...inside(layer, `${path}/`, above)];
  });
}

/** The layers of a model, or the one that a wrapper such as `timeDistributed` holds. */
function layersOf(parent: Layer): readonly Layer[] {
  if (isNetwork(parent)) return parent.layers;
  const { layer } = parent as unknown as { layer?: Layer };
  return layer ? [layer] : [];
}
