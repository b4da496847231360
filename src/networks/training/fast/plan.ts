import { innerModel } from "../../models/innerModel.js";
import { ConnectedConvolution } from "../../models/lenet/connectedConvolution.js";
import { GaussianConnections } from "../../models/lenet/gaussianConnections.js";
import type { LayersModel, tf } from "../../tf.js";
import { activation } from "./activations.js";
import { addBias, canAddBias, convolve, type KernelForm } from "./convolution.js";
import { gaussian, placedKernels, subsample } from "./lenetStages.js";
import type { Native } from "./native.js";
import { averagePool, globalAverage, globalMax, maxPool, type PoolSettings } from "./pooling.js";
import { apply, flatten, multiply, type Stage, silence, type Weight, type WindowSettings } from "./stages.js";

type Layer = tf.layers.Layer;

/** What we read of a layer; which of it is there depends on its kind. */
interface Settings {
  activation?: { getClassName(): string } | string;
  strides: [number, number];
  poolSize: [number, number];
  dilationRate?: number[];
  padding: string;
  dataFormat?: string;
  axis?: number;
  maxValue?: number;
}

/** The stages of a network whose layers follow each other, or why it has to be left to TensorFlow.js. */
export function planOf(ops: Native, model: LayersModel): Stage[] | string {
  const layers = model.layers.filter((layer) => layer.getClassName() !== "InputLayer");
  const fault = chainFault(model, layers);
  if (fault) return fault;
  const stages: Stage[] = [];
  const learning = new Set(innerModel(model).collectedTrainableWeights ?? model.trainableWeights);
  for (const layer of layers) {
    let found = stagesOf(ops, layer);
    const nothingLearnsBelow = !stages.some(({ weight }) => weight && learning.has(weight));
    if (!found && nothingLearnsBelow && layer.trainableWeights.length === 0) found = [apply(ops, layer)];
    if (!found) return `layer ${layer.name} is a ${layer.getClassName()} of a form we do not know`;
    stages.push(...found);
  }
  return poolFirst(stages);
}

/** Each layer takes what the one before it makes, and nothing else. */
function chainFault(model: LayersModel, layers: readonly Layer[]): string | undefined {
  if (model.inputs.length !== 1 || model.outputs.length !== 1) return "it has several inputs or outputs";
  let before: unknown = model.inputs[0];
  for (const layer of layers) {
    if (layer.inboundNodes.length !== 1 || layer.input !== before) return "its layers are no simple chain";
    before = layer.output;
  }
  return before === model.outputs[0] ? undefined : "its layers are no simple chain";
}

function stagesOf(ops: Native, layer: Layer): Stage[] | undefined {
  const settings = layer as unknown as Settings;
  if (settings.dataFormat === "channelsFirst") return undefined;
  const [main, bias] = layer.weights as [Weight, Weight | undefined];
  if (layer instanceof GaussianConnections) return gaussian(ops, layer);
  if (layer instanceof ConnectedConvolution) {
    const everyPlace = { strides: [1, 1] as [number, number], padding: "valid" };
    const form = placedKernels(ops, layer);
    return convolution(ops, main, bias, { ...everyPlace, activation: layer.activation }, form);
  }
  switch (layer.getClassName()) {
    case "Conv2D":
      if (settings.dilationRate?.some((rate) => rate !== 1)) return undefined;
      return convolution(ops, main, bias, settings);
    case "Dense":
      if ((layer.input as tf.SymbolicTensor).shape.length !== 2) return undefined;
      return followed(ops, [multiply(ops, main), ...(bias ? [addBias(ops, bias)] : [])], settings);
    case "MaxPooling2D":
      return [maxPool(ops, poolSettings(settings))];
    case "AveragePooling2D":
      return [averagePool(ops, poolSettings(settings))];
    case "GlobalAveragePooling2D":
      return [globalAverage(ops)];
    case "Subsampling":
      return followed(ops, subsample(ops, main, bias as Weight), settings);
    case "GlobalMaxPooling2D":
      return [globalMax(ops)];
    case "Flatten":
      return [flatten(ops)];
    case "Activation":
      return activation(ops, nameOf(settings));
    case "ReLU":
      return settings.maxValue === undefined || settings.maxValue === null
        ? activation(ops, "relu")
        : undefined;
    case "Softmax":
      return isLastAxis(layer, settings.axis) ? activation(ops, "softmax") : undefined;
    case "Dropout":
    case "SeededDropout":
      return [silence(ops, layer)];
    default:
      return undefined;
  }
}

function isLastAxis(layer: Layer, axis: number | undefined): boolean {
  return axis === -1 || axis === (layer.input as tf.SymbolicTensor).shape.length - 1;
}

function nameOf(settings: Pick<Settings, "activation">): string {
  const { activation = "linear" } = settings;
  return typeof activation === "string" ? activation : activation.getClassName();
}

function poolSettings(settings: Settings): PoolSettings {
  return { size: settings.poolSize, strides: settings.strides, padding: settings.padding };
}

/** The convolution adds the bias where it can. The stage of the bias stays for its gradient, also behind a pooling. */
function convolution(
  ops: Native,
  main: Weight,
  bias: Weight | undefined,
  settings: WindowSettings & Pick<Settings, "activation">,
  form?: KernelForm,
) {
  if (!bias) return followed(ops, [convolve(ops, main, settings, undefined, form)], settings);
  const added = canAddBias(ops);
  const both = [convolve(ops, main, settings, added ? bias : undefined, form), addBias(ops, bias, added)];
  return followed(ops, both, settings);
}

function followed(
  ops: Native,
  stages: readonly Stage[],
  settings: Pick<Settings, "activation">,
): Stage[] | undefined {
  const last = activation(ops, nameOf(settings));
  return last && [...stages, ...last];
}

/**
 * Adding the same number to all, and an activation that never falls, leave the largest of a window the largest. So the
 * pooling may come first, and the two have a quarter of the values to work on.
 */
function poolFirst(stages: readonly Stage[]): Stage[] {
  const sorted = [...stages];
  for (let from = 0; from < sorted.length; from++) {
    if (sorted[from]?.kind !== "maxPool") continue;
    const pool = sorted[from] as Stage;
    let to = from;
    while (["activate", "addBias"].includes(sorted[to - 1]?.kind ?? "")) to -= 1;
    sorted.splice(from, 1);
    sorted.splice(to, 0, pool);
  }
  return sorted;
}
