import {
  layerTable as fromList,
  type ImageShape,
  type LayerRow,
  type LayerSpec,
} from "../../arithmetic/layers.js";
import type { LayersModel, tf } from "../tf.js";
import { layerRules } from "./layerRules.js";
import { pixels, type View, widest } from "./layerViews.js";

/**
 * Shapes, parameters, multiply-adds and receptive fields, layer by layer: of a model that is there, or of a list of layers by
 * arithmetic alone. A model may branch and join, and hold models, whose layers are listed in their place. Activations, normalisation and
 * sums count no multiply-adds.
 *
 * @throws {RangeError} if a layer does not fit its input or it is not known what it sees, which the message names, or a model takes
 * anything but one image of a known size
 * @example layerTable(mnistCnn())
 * @example layerTable({ height: 28, width: 28, channels: 1 }, [{ kind: "conv", filters: 32, kernel: 5 }])
 * // [{ kind: "conv", shape: [24, 24, 32], parameters: 832, multiplyAdds: 460800, receptiveField: { rows: 5, columns: 5 } }]
 */
export function layerTable(model: LayersModel): readonly LayerRow[];
export function layerTable(input: ImageShape, layers: readonly LayerSpec[]): readonly LayerRow[];
export function layerTable(
  given: LayersModel | ImageShape,
  layers: readonly LayerSpec[] = [],
): readonly LayerRow[] {
  if (!isModel(given)) return fromList(given, layers);
  const rows = new Map<tf.layers.Layer, LayerRow>();
  const views = new Map<number, View>(); // of tensors, by their ids
  const [image] = given.inputs;
  const [height, width] = imageSize(given);
  if (image) views.set(image.id, { rows: pixels(height), columns: pixels(width) });
  const viewOf = (tensor: tf.SymbolicTensor): View => {
    const known = views.get(tensor.id);
    if (known) return known;
    const view = throughLayer(tensor, viewOf, views, rows);
    views.set(tensor.id, view);
    return view;
  };
  for (const output of given.outputs) viewOf(output);
  return layersOf(given).flatMap((layer) => rows.get(layer) ?? []);
}

/** By what it has, so that a model of another copy of TensorFlow.js counts too. */
function isModel(given: object | undefined): given is LayersModel {
  return given !== undefined && "layers" in given && "inputs" in given;
}

/** The layers in order, those of models inside in their place. */
function layersOf(model: LayersModel): tf.layers.Layer[] {
  return model.layers.flatMap((layer) => (isModel(layer) ? layersOf(layer) : layer));
}

function throughLayer(
  tensor: tf.SymbolicTensor,
  viewOf: (tensor: tf.SymbolicTensor) => View,
  views: Map<number, View>,
  rows: Map<tf.layers.Layer, LayerRow>,
): View {
  const layer = tensor.sourceLayer;
  const below = layer.inboundNodes[tensor.nodeIndex]?.inputTensors ?? [];
  const inputs = below.map(viewOf);
  if (isModel(layer)) {
    for (const [index, inner] of layer.inputs.entries()) {
      if (views.has(inner.id)) throw refusal(layer, "it is used more than once");
      views.set(inner.id, inputs[index] as View);
    }
    return viewOf(layer.outputs[tensor.tensorIndex] as tf.SymbolicTensor);
  }
  const kind = layer.getClassName();
  const rule = layerRules.get(kind);
  if (rule === undefined || inputs.length === 0) throw refusal(layer, `what a ${kind} sees is not known`);
  if (rows.has(layer)) throw refusal(layer, "it is used more than once");
  const config = layer.getConfig() as Readonly<Record<string, unknown>>;
  const [inputShape, outputShape] = [fixedShape(layer, below[0]), fixedShape(layer, tensor)];
  const use = { layer, config, inputs, inputShape, outputShape };
  requireUsual(layer, config, inputShape);
  const view = rule.view(use);
  rows.set(layer, {
    kind: rule.kind ?? kind[0]?.toLowerCase() + kind.slice(1),
    shape: outputShape,
    parameters: layer.countParams(),
    multiplyAdds: rule.multiplyAdds?.(use) ?? 0,
    receptiveField: { rows: widest(view.rows), columns: widest(view.columns) },
  });
  return view;
}

function imageSize(model: LayersModel): [height: number, width: number] {
  const [input, ...more] = model.inputs;
  const [, height, width, channels] = input?.shape ?? [];
  if (more.length > 0 || input?.shape.length !== 4) {
    throw new RangeError(
      `Cannot make a layer table of ${model.name}: it takes ${more.length > 0 ? `${1 + more.length} inputs` : `inputs of shape [${input?.shape.slice(1)}]`}. Give a model that takes one image, or use layerFacts.`,
    );
  }
  if (!height || !width || !channels) {
    throw new RangeError(
      `Cannot make a layer table of ${model.name}: it takes images of any size. Build it for one size, or use layerFacts.`,
    );
  }
  return [height, width];
}

function fixedShape(layer: tf.layers.Layer, tensor: tf.SymbolicTensor | undefined): number[] {
  const shape = tensor?.shape.slice(1) ?? [];
  if (shape.some((length) => length === null)) throw refusal(layer, "its size varies");
  return shape as number[];
}

/** Layers with some settings see in ways of their own. */
function requireUsual(
  layer: tf.layers.Layer,
  { dataFormat, axis, interpolation = "nearest" }: Readonly<Record<string, unknown>>,
  { length }: readonly number[],
): void {
  if (dataFormat === "channelsFirst") throw refusal(layer, "its channels come first");
  if (interpolation !== "nearest") throw refusal(layer, `its interpolation is ${interpolation}`);
  const other = [axis].flat().find((one) => typeof one === "number" && one !== -1 && one !== length);
  if (other !== undefined) throw refusal(layer, `it runs along axis ${other}, not along the channels`);
}

function refusal({ name }: tf.layers.Layer, problem: string): RangeError {
  return new RangeError(
    `Cannot make a layer table: of layer ${name}, ${problem}. layerFacts tells shapes and parameters of any model.`,
  );
}
