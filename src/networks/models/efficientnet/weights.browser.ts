// The twin of `weights.ts` in a browser: the site has the weights as safetensors.
import { optionalFile } from "../../../images/optionalSource.browser.js";
import type { SourceReport } from "../../../images/optionalSource.js";
import { readSafetensors } from "../../files/safetensors.js";
import type { NamedWeights } from "./model.js";

export async function efficientNetWeights(report?: SourceReport): Promise<NamedWeights> {
  const bytes = await optionalFile("efficientnet-lite0", "efficientnet-lite0.safetensors", report);
  return readSafetensors(bytes).tensors;
}

export async function weightsIn(folder: string): Promise<NamedWeights> {
  throw new Error(
    `Cannot read PyTorch weights in ${folder} in a browser. Call readTorchFile with the bytes of a file, or use the installation.`,
  );
}
