import type { LayersModel, tf } from "../tf.js";

type Layer = tf.layers.Layer;

/** Whether a layer is a network of its own, standing in another as one of its layers. */
export function isNetwork(layer: Layer): layer is LayersModel {
  return Array.isArray((layer as Partial<LayersModel>).layers);
}

/** The names of all layers, those of networks within by path, such as `backbone/conv4`. */
export function layerPaths(model: LayersModel): string[] {
  return model.layers.flatMap((layer) => [
    layer.name,
    ...(isNetwork(layer) ? layerPaths(layer).map((path) => `${layer.name}/${path}`) : []),
  ]);
}

/**
 * The layer that a path names, behind the networks in which it stands, outermost first.
 *
 * @throws {RangeError} if there is none; the message names the paths that there are
 */
export function wayTo(model: LayersModel, path: string): [...within: LayersModel[], layer: Layer] {
  const way = findWay(model, path);
  if (way === undefined) {
    throw new RangeError(
      `Cannot find layer ${path} in ${model.name}. It has: ${layerPaths(model).join(", ")}.`,
    );
  }
  return way;
}

/** The layer that a path names; refused with the paths that there are. */
export function layerNamed(model: LayersModel, path: string): Layer {
  return wayTo(model, path).at(-1) as Layer;
}

/** The same, or nothing. Names may hold slashes themselves, so a whole name goes before a path. */
export function findWay(model: LayersModel, path: string): [...LayersModel[], Layer] | undefined {
  const own = model.layers.find(({ name }) => name === path);
  if (own !== undefined) return [own];
  for (const layer of model.layers.filter(isNetwork)) {
    const rest = path.startsWith(`${layer.name}/`) && findWay(layer, path.slice(layer.name.length + 1));
    if (rest) return [layer, ...rest];
  }
  return undefined;
}

/** Refuses a network that does not go from one picture to one answer. */
export function requireOneInput(model: LayersModel, action: string): void {
  if (model.inputs.length === 1) return;
  throw new RangeError(
    `Cannot ${action} of ${model.name}: it has ${model.inputs.length} inputs. Give a network that takes one image and nothing else.`,
  );
}
