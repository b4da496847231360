import { tf } from "../../../dist/networks/tf.js";
import type { Gpu } from "./names.js";

/** Each a file that is fetched when it is asked for, and makes itself known to TensorFlow.js. */
const backends: Readonly<Record<Gpu, () => Promise<unknown>>> = {
  webgl: () => import("./webgl.js"),
};

/** Starts a backend on the graphics processor; false where that fails. */
export async function startGpu(name: Gpu): Promise<boolean> {
  try {
    await backends[name]();
    return await tf.setBackend(name);
  } catch {
    return false;
  }
}
