import "./plainKernels.js";
import { setWasmBackend } from "../../dist/networks/wasm/setWasmBackend.js";

/** Starts the backend that TensorFlow computes with, and gives its name. */
export async function startBackend(folder: string): Promise<string> {
  await setWasmBackend(folder);
  return "wasm";
}
