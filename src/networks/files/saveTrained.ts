import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readData } from "../../platform/data.js";
import { sha256 } from "../../platform/hash.js";
import type { LayersModel } from "../tf.js";
import type { Card } from "./trained.js";

/** Writes a trained network with its card into `data/weights/<name>/`. */
export async function saveTrained(model: LayersModel, name: string, card: Card): Promise<void> {
  const folder = fileURLToPath(new URL(`../../../data/weights/${name}/`, import.meta.url));
  await mkdir(folder, { recursive: true });
  await model.save(`file://${folder}`);
  const hash = sha256(await readData(`weights/${name}/weights.bin`));
  await writeFile(`${folder}card.json`, `${JSON.stringify({ name, ...card, sha256: hash }, null, 2)}\n`);
}
