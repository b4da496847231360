// Kernels that the backend has not and plain JavaScript has: they run there, on copies.

import { tf } from "../tf.js";
import type { BackendWasm } from "./backend.js";

/** The backend has no complex numbers, so these would only fail later. */
const complex = ["Complex", "Real", "Imag", "ComplexAbs", "FFT", "IFFT"];

/** Registers what only the backend "cpu" has, if that is loaded. Call it last. Returns the names. */
export function registerBorrowed(): string[] {
  const own = new Set([...tf.getKernelsForBackend("wasm").map(({ kernelName }) => kernelName), ...complex]);
  const missing = tf.getKernelsForBackend("cpu").filter(({ kernelName }) => !own.has(kernelName));
  for (const { kernelName, kernelFunc } of missing) {
    tf.registerKernel({ kernelName, backendName: "wasm", kernelFunc: borrowed(kernelFunc) });
  }
  return missing.map(({ kernelName }) => kernelName);
}

function borrowed(kernelFunc: tf.KernelFunc): tf.KernelFunc {
  return ({ inputs, attrs, backend }) => {
    const [here, there] = [backend as BackendWasm, tf.findBackend("cpu")];
    const names = Object.keys(inputs);
    // Some kernels take their inputs as a list.
    const moved: tf.NamedTensorInfoMap = Array.isArray(inputs)
      ? ([] as unknown as tf.NamedTensorInfoMap)
      : {};
    try {
      for (const name of names) {
        const tensor = inputs[name];
        if (tensor) moved[name] = copied(tensor, here, there);
      }
      const found = kernelFunc({ inputs: moved, backend: there, ...(attrs && { attrs }) });
      const back = (tensor: tf.TensorInfo) => {
        const copy = copied(tensor, there, here);
        there.disposeData(tensor.dataId);
        return copy;
      };
      return Array.isArray(found) ? found.map(back) : back(found);
    } finally {
      for (const name of names) if (moved[name]) there.disposeData(moved[name].dataId);
    }
  };
}

function copied(tensor: tf.TensorInfo, from: tf.KernelBackend, to: tf.KernelBackend): tf.TensorInfo {
  const { shape, dtype, dataId } = tensor;
  return { dataId: to.write(from.readSync(dataId), shape, dtype), shape, dtype };
}
