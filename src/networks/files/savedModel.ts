import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 as hashOf } from "../../platform/hash.js";
import { requireReaderFiles, writeFiles } from "../../platform/readerFiles.js";
import { SeededDropout } from "../models/dropout.js";
import { innerModel } from "../models/innerModel.js";
import { nestedLayers } from "../models/nestedLayers.js";
import "../models/separableConfig.js";
import type { LayersModel, tf } from "../tf.js";
import { numbersOf, type Tensors, weightsByName } from "./modelWeights.js";
import { type SavedOptimizer, savedOptimizer } from "./optimizerState.js";
import { readSafetensors } from "./safetensors.js";
import { savedFunctions } from "./savedFunctions.js";
import { writeSafetensors } from "./writeSafetensors.js";

/** The files of a saved model, the numbers by what they are. */
export const files = {
  about: "model.json",
  weights: "weights.safetensors",
  optimizer: "optimizer.safetensors",
} as const;

export const format = "convlab model 1";

/** What `model.json` holds. */
export interface SavedModel {
  readonly format: typeof format;
  /** Layers and how they hang together, in the form of Keras. */
  readonly topology: tf.serialization.ConfigDict;
  /** Paths of what is frozen: layers, networks within, "" for the model itself. */
  readonly frozen: readonly string[];
  /** How many masks each layer of dropout has drawn. */
  readonly masksDrawn: Readonly<Record<string, number>>;
  /** Nothing for a model that is not compiled. */
  readonly compiled: {
    readonly loss: unknown;
    readonly metrics: unknown;
    readonly optimizer: SavedOptimizer;
    /** The weights that learn, in the order in which the optimizer knows them. */
    readonly learning: readonly string[];
  } | null;
  readonly sha256: Readonly<Record<string, string>>;
}

/**
 * Writes a model into a folder, so that `loadModel` brings it back and its training goes on as if nothing had been: the layers in
 * `model.json`, the weights in `weights.safetensors` by layer and name, what the optimizer has gathered in `optimizer.safetensors`. Makes
 * the folder; a model that is there is replaced. An observer's `onEpoch` is a good place to call it.
 *
 * A loss, a metric or an optimizer of one's own is no data: the loaded model predicts, and says what to compile again.
 *
 * @throws {TypeError} if a layer's class has no `className`, by which it would be found again, or the folder is no path
 * @throws {Error} if the folder cannot be written
 * @example
 * import { mkdtemp, rm } from "node:fs/promises";
 * import { tmpdir } from "node:os";
 * const folder = await mkdtemp(`${tmpdir()}/digits-`);
 * await saveModel(mnistCnn({ filters: [2, 4], hiddenUnits: 8 }), folder);
 * (await loadModel(folder)).countParams() // 866
 * await rm(folder, { recursive: true });
 */
export async function saveModel(model: LayersModel, folder: string): Promise<void> {
  if (typeof folder !== "string") {
    throw new TypeError(
      `Cannot save ${model.name}: the folder is ${typeof folder}. Give a path, such as "models/first".`,
    );
  }
  requireReaderFiles(`save ${model.name}`);
  const nameless = nestedLayers(model).find(({ layer }) => !layer.getClassName());
  if (nameless) {
    throw new TypeError(
      `Cannot save ${model.name}: the class of layer ${nameless.path} has no className. Give it one: static className = "…".`,
    );
  }
  const weights = weightsByName(model);
  const values = new Map([...weights].map(([name, weight]) => [name, weight.read()]));
  const { optimizer } = model;
  const state = optimizer ? savedOptimizer(optimizer) : undefined;
  const contents: [file: string, tensors: Tensors][] = [[files.weights, numbersOf(values)]];
  if (state) contents.push([files.optimizer, state.tensors]);
  const bytes = contents.map(([file, tensors]) => {
    return [file, writeSafetensors({ tensors, metadata: { format: "convlab" } })] as const;
  });
  const names = new Map([...weights].map(([name, weight]) => [weight, name]));
  const learning = innerModel(model).collectedTrainableWeights ?? [];
  const about: SavedModel = {
    format,
    topology: model.toJSON(undefined, false) as tf.serialization.ConfigDict,
    frozen: [{ layer: model, path: "" }, ...nestedLayers(model)].flatMap(({ layer, path }) =>
      layer.trainable ? [] : [path],
    ),
    masksDrawn: Object.fromEntries(
      nestedLayers(model).flatMap(({ layer, path }) =>
        layer instanceof SeededDropout ? [[path, layer.masksDrawn]] : [],
      ),
    ),
    compiled: state
      ? {
          loss: savedFunctions(model.loss),
          metrics: savedFunctions(model.metrics),
          optimizer: state.about,
          learning: learning.map((weight) => names.get(weight) as string),
        }
      : null,
    sha256: Object.fromEntries(bytes.map(([file, each]) => [file, hashOf(each)])),
  };
  const all = [...bytes, [files.about, `${JSON.stringify(about, null, 2)}\n`] as const];
  await writeFiles(folder, all).catch((cause: Error) => {
    const reason = cause.message.replace(/^\w+: /, "");
    throw new Error(`Cannot save ${model.name} into ${folder}: ${reason}. Give a folder to write to.`, {
      cause,
    });
  });
}

/**
 * The numbers of a file that belongs to a saved model.
 *
 * @throws {Error} if it cannot be read, or is not the one that was saved with this `model.json`
 */
export async function tensorsIn(folder: string, file: string, { sha256 }: SavedModel): Promise<Tensors> {
  const bytes = await readFile(join(folder, file)).catch((cause) => {
    throw new Error(`its ${file} cannot be read`, { cause });
  });
  if (hashOf(bytes) !== sha256[file]) throw new Error(`its ${file} is not the one that was saved with it`);
  return readSafetensors(bytes).tensors;
}
