// The only door to the backend's package.
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import type { Memory } from "./code/products.js";

export { type BackendWasm, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";

/** The memory in which all tensors of the backend are. */
export function memoryOf(backend: BackendWasm): Memory {
  return (backend.wasm as unknown as { asm: { memory: Memory } }).asm.memory;
}

/** A place in it for so many numbers, for good. */
export function reserved(backend: BackendWasm, numbers: number): number {
  return (backend.wasm as unknown as { _malloc(bytes: number): number })._malloc(4 * numbers);
}
