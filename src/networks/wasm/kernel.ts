// Kernels of the backend "wasm": how one is written out of others, and how it takes the place of an older one.

import { tf } from "../tf.js";
import type { BackendWasm } from "./backend.js";

/** The tensors that a kernel takes, by name. */
export type Inputs = Readonly<Record<string, tf.TensorInfo>>;

/** What a kernel is called with. */
export interface Call {
  readonly inputs: Inputs;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly backend: BackendWasm;
}

/** What a kernel computes; its caller disposes it. */
export type Kernel = (call: Call) => tf.TensorInfo;

/** Runs another kernel of the backend by its name. */
export type Run = (name: string, inputs: Inputs, attrs?: Readonly<Record<string, unknown>>) => tf.TensorInfo;

/** The kernel that is registered now under a name that has one. */
export function registered(name: string): Kernel {
  return tf.getKernel(name, "wasm").kernelFunc as unknown as Kernel;
}

/** Registers a kernel, in the place of the one of this name if there is one, whose preparation it keeps. */
export function register(kernelName: string, kernel: Kernel): void {
  const old = tf.getKernelsForBackend("wasm").find((each) => each.kernelName === kernelName);
  if (old) tf.unregisterKernel(kernelName, "wasm");
  tf.registerKernel({
    ...old,
    kernelName,
    backendName: "wasm",
    kernelFunc: kernel as unknown as tf.KernelFunc,
  });
}

/**
 * A kernel made of others. What `run` makes in between, and whatever `keep` is given, is freed, also after an error; the result is not.
 */
export function composed(
  backend: BackendWasm,
  work: (run: Run, keep: (made: tf.TensorInfo) => tf.TensorInfo) => tf.TensorInfo,
): tf.TensorInfo {
  const made = new Set<tf.TensorInfo>();
  const keep = (tensor: tf.TensorInfo) => {
    made.add(tensor);
    return tensor;
  };
  const run: Run = (name, inputs, attrs = {}) => keep(registered(name)({ inputs, attrs, backend }));
  try {
    const result = work(run, keep);
    made.delete(result);
    return result;
  } finally {
    for (const { dataId } of made) backend.disposeData(dataId);
  }
}

/** The numbers of a tensor where they lie in WebAssembly's memory. They move when it grows: take them after the last `makeOutput`. */
export function numbersOf(backend: BackendWasm, tensor: tf.TensorInfo): Float32Array {
  return backend.typedArrayFromHeap(tensor) as Float32Array;
}
