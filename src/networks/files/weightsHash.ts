import { sha256Of } from "../../platform/hash.js";
import type { LayersModel } from "../tf.js";

/** SHA-256 over the bytes of all weights of a model, in layer order: two models are equal when their hashes are. */
export function weightsHash(model: LayersModel): string {
  const hash = sha256Of();
  for (const weights of model.getWeights()) {
    const values = weights.dataSync();
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return hash.hex();
}
