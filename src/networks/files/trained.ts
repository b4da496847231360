import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compileClassifier } from "../models/compileClassifier.js";
import { type LayersModel, tf } from "../tf.js";

/** What stands beside trained weights: how they were made and what they reach. */
export type Card = Readonly<Record<string, string | number>>;

const folderOf = (name: string) => fileURLToPath(new URL(`../../../data/weights/${name}/`, import.meta.url));

/** Writes a trained network with its card into `data/weights/<name>/`. */
export async function saveTrained(model: LayersModel, name: string, card: Card): Promise<void> {
  const folder = folderOf(name);
  await mkdir(folder, { recursive: true });
  await model.save(`file://${folder}`);
  const sha256 = await hashOf(folder);
  await writeFile(`${folder}card.json`, `${JSON.stringify({ name, ...card, sha256 }, null, 2)}\n`);
}

/**
 * The card of trained weights in `data/weights/`: how they were made, what they reach, and the SHA-256 of their bytes.
 *
 * @throws {Error} if there is none of that name
 * @example (await trainedCard("mnist-cnn")).name // "mnist-cnn"
 */
export async function trainedCard(name: string): Promise<Card> {
  try {
    return JSON.parse(await readFile(`${folderOf(name)}card.json`, "utf8"));
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
  const folder = folderOf(name);
  const refuse = (problem: string, options?: ErrorOptions) =>
    new Error(`Cannot load ${name}: ${problem}. Restore data/weights with git.`, options);
  const found = await hashOf(folder).catch((cause) => {
    throw refuse("its weights cannot be read", { cause });
  });
  if (found !== card.sha256) throw refuse("its weights are not those on its card");
  return compileClassifier(await tf.loadLayersModel(`file://${folder}model.json`));
}

async function hashOf(folder: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(`${folder}weights.bin`))
    .digest("hex");
}
