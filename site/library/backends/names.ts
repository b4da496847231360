/** What TensorFlow.js can compute with in a page: the processor, or the graphics processor by one of two ways. */
export type Backend = "wasm" | Gpu;
export type Gpu = "webgpu" | "webgl";

export const gpus: readonly Gpu[] = ["webgpu", "webgl"];

export function isBackend(name: unknown): name is Backend {
  return name === "wasm" || gpus.some((gpu) => gpu === name);
}
