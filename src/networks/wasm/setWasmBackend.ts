// TensorFlow.js on WebAssembly, with which the lessons run in a browser.

import { tf } from "../tf.js";
import { offerOperations } from "../training/fast/binding.js";
import { type BackendWasm, memoryOf, reserved, setWasmPaths } from "./backend.js";
import { startProducts } from "./code/startProducts.js";
import { operationsOf } from "./operations/operations.js";
import { registerKernels } from "./registerKernels.js";

let started: Promise<void> | undefined;

/**
 * Makes WebAssembly the place where TensorFlow.js computes, with the kernels that training needs. Tensors made before stay where they are and
 * are copied when they are used. Calling it again only switches back to it, or fails again.
 *
 * One thread: for networks of the lessons' sizes a second one costs more than it brings.
 *
 * @param folder with `tfjs-backend-wasm-simd.wasm`, and `tfjs-backend-wasm.wasm` for machines without SIMD: an address, which may be
 * relative to the page, or a path in Node
 * @throws {Error} if the files are not there or cannot be run
 */
export async function setWasmBackend(folder: string | URL): Promise<void> {
  started ??= start(String(folder));
  await started;
  await tf.setBackend("wasm");
}

async function start(folder: string): Promise<void> {
  const before = tf.getBackend();
  // Without this, a page that is isolated would load the build with threads.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  setWasmPaths(folder.endsWith("/") ? folder : `${folder}/`);
  if (!(await tf.setBackend("wasm"))) {
    tf.removeBackend("wasm");
    if (before) await tf.setBackend(before);
    throw new Error(
      `Cannot start TensorFlow.js on WebAssembly with the files in ${folder}. Name the folder that holds tfjs-backend-wasm-simd.wasm, and begin anew: a page or process has one try.`,
    );
  }
  // After the start, which prepares the backend's own kernels, on which ours stand.
  const backend = tf.backend() as BackendWasm;
  const vectors = (await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT")) === true;
  registerKernels(await startProducts(memoryOf(backend), reserved(backend, 8), vectors));
  offerOperations("wasm", operationsOf(backend));
}
