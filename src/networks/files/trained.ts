import { readData } from "../../platform/data.js";
import { sha256 } from "../../platform/hash.js";
import { compileClassifier } from "../models/compileClassifier.js";
import { type LayersModel, tf } from "../tf.js";

/** What stands beside trained weights: how they were made and what they reach. */
export type Card = Readonly<Record<string, string | number>>;

/**
 * The card of trained weights in `data/weights/`: how they were made, what they reach, and the SHA-256 of their bytes.
 *
 * @throws {Error} if there is none of that name
 * @example (await trainedCard("mnist-cnn")).name // "mnist-cnn"
 */
export async function trainedCard(name: string): Promise<Card> {
  try {
    return JSON.parse(await textOf(`${name}/card.json`));
  } catch (cause) {
    const message = `Cannot find trained weights ${name}: data/weights has no readable card of that name.`;
    throw new Error(`${message} Restore it with git.`, { cause });
  }
}

/**
 * A trained network from `data/weights/`, compiled, ready to predict or to train on. The caller disposes it: `disposeModel`.
 *
 * @throws {Error} if there is none of that name, or its bytes are not those on its card
 * @example (await loadTrained("mnist-cnn")).outputs[0].shape // [null, 10]
 */
export async function loadTrained(name: string): Promise<LayersModel> {
  const card = await trainedCard(name);
  const refuse = (problem: string, options?: ErrorOptions) =>
    new Error(`Cannot load ${name}: ${problem}. Restore data/weights with git.`, options);
  const bytes = await readData(`weights/${name}/weights.bin`).catch((cause) => {
    throw refuse("its weights cannot be read", { cause });
  });
  if (sha256(bytes) !== card.sha256) throw refuse("its weights are not those on its card");
  const { modelTopology, weightsManifest } = JSON.parse(await textOf(`${name}/model.json`)) as StoredModel;
  const weightSpecs = weightsManifest.flatMap(({ weights }) => weights);
  const artifacts = { modelTopology, weightSpecs, weightData: Uint8Array.from(bytes).buffer };
  return compileClassifier(await tf.loadLayersModel({ load: async () => artifacts }));
}

/** What `model.json` holds, as TensorFlow.js writes it. */
interface StoredModel {
  readonly modelTopology: object;
  readonly weightsManifest: readonly { readonly weights: WeightSpec[] }[];
}

interface WeightSpec {
  readonly name: string;
  readonly shape: number[];
  readonly dtype: "float32";
}

async function textOf(path: string): Promise<string> {
  return new TextDecoder().decode(await readData(`weights/${path}`));
}
