import type { LayersModel, tf } from "../tf.js";

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
  const { layers, layer } = parent as unknown as { layers?: readonly Layer[]; layer?: Layer };
  return layers ?? (layer ? [layer] : []);
}

/**
 * The layer of that name, or of that path in a model inside: "backbone/conv4".
 *
 * @throws {RangeError} that lists the paths there are
 */
export function nestedLayer(model: LayersModel, path: string, action: string): Layer {
  const all = nestedLayers(model);
  const found = all.find((each) => each.path === path);
  if (found) return found.layer;
  const paths = all.filter(({ layer }) => layer.getClassName() !== "InputLayer").map((each) => each.path);
  throw new RangeError(`Cannot ${action} layer ${path}: ${model.name} has ${paths.join(", ")}.`);
}
