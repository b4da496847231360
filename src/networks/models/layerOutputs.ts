import { type LayersModel, type Tensor, type Tensor4D, tf } from "../tf.js";
import { isNetwork, requireOneInput, wayTo } from "./layerPaths.js";

type Layer = tf.layers.Layer;
type Place = tf.SymbolicTensor;

/** Part of a way through a network: from these places in its graph to those. */
interface Step {
  readonly from: readonly Place[];
  readonly to: readonly Place[];
}

/**
 * What one layer makes of the inputs: its output, `[batch, …]`. A layer of a network within the network is named by its
 * path, such as `backbone/conv4`. The caller disposes it.
 *
 * @throws {RangeError} if the model has no such layer, uses it in several places, or has several inputs
 * @example layerOutput(mnistCnn(), tf.zeros([1, 28, 28, 1]), "conv2").shape // [1, 8, 8, 64]
 */
export function layerOutput(model: LayersModel, inputs: Tensor4D, layerName: string): Tensor {
  return layerOutputs(model, inputs, [layerName])[0] as Tensor;
}

/**
 * What several layers make of the inputs: their outputs, in the order of the names. Layers of the model itself take one
 * pass together. The caller disposes them.
 *
 * @throws {RangeError} if the model has not all of these layers, uses one in several places, or has several inputs
 */
export function layerOutputs(model: LayersModel, inputs: Tensor4D, layerNames: readonly string[]): Tensor[] {
  requireOneInput(model, "compute what layers make");
  const ways = layerNames.map((name) => stepsTo(model, model.inputs, wayTo(model, name), name));
  return tf.tidy(() => {
    const ends = ways.map(([first]) => first?.to ?? []);
    const values = run(model.inputs, ends.flat(), [inputs]);
    return ways.map(([, ...within], index) => {
      const start = ends.slice(0, index).flat().length;
      const reached = values.slice(start, start + (ends[index]?.length ?? 0));
      return within.reduce((made, { from, to }) => run(from, to, made), reached)[0] as Tensor;
    });
  });
}

/** The graph of a network within ends where it is applied and goes on inside, so each takes a step of its own. */
function stepsTo(graph: LayersModel, from: readonly Place[], way: readonly Layer[], path: string): Step[] {
  const [layer, ...rest] = way as [Layer, ...Layer[]];
  const place = placeOf(graph, layer, path);
  if (rest.length === 0) return [{ from, to: [place] }];
  const network = layer as LayersModel;
  // A network that comes first in a sequential one is taken up into its graph: no step leads into it.
  if (network.outputs.includes(place)) return stepsTo(graph, from, rest, path);
  return [{ from, to: place.inputs }, ...stepsTo(network, network.inputs, rest, path)];
}

/** Where in the graph a layer's output is. One that is used twice, or makes two, has none that could be meant. */
function placeOf(graph: LayersModel, layer: Layer, path: string): Place {
  const own = isNetwork(layer) ? layer.outputs : [];
  const places = placesIn(graph).filter((place) => place.sourceLayer === layer || own.includes(place));
  const [place] = places;
  if (place === undefined || places.length > 1) {
    throw new RangeError(
      `Cannot tell which output of layer ${path} is meant: it makes ${places.length} in ${graph.name}. Choose a layer that makes one.`,
    );
  }
  return place;
}

function placesIn(graph: LayersModel): Place[] {
  const found = new Set<Place>();
  const open = [...graph.outputs];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (found.has(place)) continue;
    found.add(place);
    open.push(...place.inputs);
  }
  return [...found];
}

function run(from: readonly Place[], to: readonly Place[], values: readonly Tensor[]): Tensor[] {
  const asked = [...new Set(to)].filter((place) => !from.includes(place));
  const model = asked.length > 0 && tf.model({ inputs: [...from], outputs: asked });
  const made = model ? ([model.predict([...values])].flat() as Tensor[]) : [];
  return to.map((place) => (made[asked.indexOf(place)] ?? values[from.indexOf(place)]?.clone()) as Tensor);
}
