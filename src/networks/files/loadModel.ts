import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { absolute, requireReaderFiles } from "../../platform/readerFiles.js";
import { disposeModel } from "../models/disposeModel.js";
import { SeededDropout } from "../models/dropout.js";
import { holdFrozen } from "../models/holdFrozen.js";
import { innerModel } from "../models/innerModel.js";
import { nestedLayers } from "../models/nestedLayers.js";
import "../models/ownLayers.js";
import { type LayersModel, tf } from "../tf.js";
import { setWeights, weightsByName } from "./modelWeights.js";
import { restoredOptimizer } from "./optimizerState.js";
import { restoredFunctions } from "./savedFunctions.js";
import { files, format, type SavedModel, tensorsIn } from "./savedModel.js";

/**
 * The model that `saveModel` wrote into a folder, with its weights, compiled as it was. Its training goes on as if nothing had been. Layers
 * of this library are known; a class of one's own is to be registered first, `tf.serialization.registerClass`. The caller disposes it.
 *
 * @throws {Error} if the folder holds no such model, its files do not belong together, or a layer is of an unknown class
 * @example
 * import { mkdtemp, rm } from "node:fs/promises";
 * import { tmpdir } from "node:os";
 * const folder = await mkdtemp(`${tmpdir()}/digits-`);
 * const model = mnistCnn({ filters: [2, 4], hiddenUnits: 8 });
 * await saveModel(model, folder);
 * const again = await loadModel(folder);
 * again.optimizer.getClassName() // "Adam"
 * await rm(folder, { recursive: true });
 */
export async function loadModel(folder: string): Promise<LayersModel> {
  requireReaderFiles(`load a model from ${folder}`);
  const refuse = (problem: string, wayOut: string, cause?: unknown) =>
    new Error(`Cannot load a model from ${folder}: ${problem}. ${wayOut}`, { cause });
  const text = await readFile(join(folder, files.about), "utf8").catch((cause) => {
    throw refuse("it has no model.json", "Give a folder that saveModel wrote.", cause);
  });
  const saved = parsed(text);
  if (saved?.format !== format) {
    const address = `file://${absolute(join(folder, files.about))}`;
    throw saved && "modelTopology" in saved
      ? refuse("TensorFlow.js wrote it", `Call tf.loadLayersModel("${address}").`)
      : refuse("its model.json is none that saveModel wrote", "Save the model once more.");
  }
  const unknown = classNames(saved.topology).find((name) => !isKnown(name));
  if (unknown !== undefined) {
    const wayOut = `Define or import it and call tf.serialization.registerClass(${unknown}) first.`;
    throw refuse(`${unknown} is not known here`, wayOut);
  }
  const model = await built(saved).catch((cause: Error) => {
    throw refuse(`its layers cannot be built: ${cause.message}`, "Save the model once more.", cause);
  });
  try {
    await fill(model, folder, saved);
    return model;
  } catch (cause) {
    disposeModel(model);
    throw refuse((cause as Error).message, "Save the model once more.", cause);
  }
}

function parsed(text: string): SavedModel | undefined {
  try {
    return JSON.parse(text) as SavedModel;
  } catch {
    return undefined;
  }
}

/** The classes of all that a description of layers holds: networks, layers, initializers and so on. */
function classNames(about: unknown): string[] {
  if (typeof about !== "object" || about === null) return [];
  const { class_name: name } = about as { class_name?: unknown };
  return [...(typeof name === "string" ? [name] : []), ...Object.values(about).flatMap(classNames)];
}

function isKnown(className: string): boolean {
  return className in tf.serialization.SerializationMap.getMap().classNameMap;
}

/** The layers, with any weights. */
async function built({ topology }: SavedModel): Promise<LayersModel> {
  return tf.models.modelFromJSON({ modelTopology: topology } as Parameters<
    typeof tf.models.modelFromJSON
  >[0]);
}

/** Everything else that was saved. */
async function fill(model: LayersModel, folder: string, saved: SavedModel): Promise<void> {
  const { frozen, masksDrawn, compiled } = saved;
  setWeights(model, await tensorsIn(folder, files.weights, saved));
  if (frozen.includes("")) model.trainable = false;
  for (const { layer, path } of nestedLayers(model)) {
    if (frozen.includes(path)) layer.trainable = false;
    if (layer instanceof SeededDropout) layer.masksDrawn = masksDrawn[path] ?? 0;
  }
  if (!compiled) return;
  const optimizer = restoredOptimizer(compiled.optimizer, await tensorsIn(folder, files.optimizer, saved));
  const [loss, metrics] = [compiled.loss, compiled.metrics].map(restoredFunctions);
  model.compile({ optimizer, loss, metrics } as tf.ModelCompileArgs);
  const weights = weightsByName(model);
  const learning = compiled.learning.flatMap((name) => weights.get(name) ?? []);
  innerModel(model).collectedTrainableWeights = learning;
  holdFrozen(model);
}
