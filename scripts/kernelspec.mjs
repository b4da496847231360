import { join } from "node:path";

/**
 * The kernels of a checkout. Their names are those of tslab's, so that notebooks run on either.
 *
 * @satisfies {Record<string, { display: string, language: string, args: string[] }>}
 */
const kernels = {
  tslab: { display: "TypeScript", language: "typescript", args: [] },
  jslab: { display: "JavaScript", language: "javascript", args: ["--js"] },
};

/** @typedef {keyof typeof kernels} KernelName */

export const kernelNames = /** @type {KernelName[]} */ (Object.keys(kernels));

/**
 * What Jupyter needs to know to start one of this checkout's kernels.
 *
 * @param {string} root
 * @param {KernelName} [name]
 */
export function kernelSpec(root, name = "tslab") {
  const { display, language, args } = kernels[name];
  return {
    argv: [process.execPath, join(root, "dist", "kernel", "main.js"), "{connection_file}", ...args],
    display_name: display,
    language,
    interrupt_mode: "message",
    // TensorFlow says a page of things at its start; a reader who wants them sets the variable.
    env: { TF_CPP_MIN_LOG_LEVEL: process.env.TF_CPP_MIN_LOG_LEVEL ?? "2" },
    metadata: { debugger: true },
  };
}
