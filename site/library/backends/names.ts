/** What TensorFlow.js can compute with in a page: the processor, or the graphics processor. WebGPU is none: see docs/browser.md. */
export type Backend = "wasm" | Gpu;
export type Gpu = "webgl";

export function isBackend(name: unknown): name is Backend {
  return name === "wasm" || name === "webgl";
}
