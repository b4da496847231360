import { join } from "node:path";

/**
 * What Jupyter needs to know to start this checkout's kernel. Its name is `tslab`, so that notebooks run on either.
 *
 * @param {string} root
 */
export function kernelSpec(root) {
  return {
    argv: [process.execPath, join(root, "dist", "kernel", "main.js"), "{connection_file}"],
    display_name: "TypeScript",
    language: "typescript",
    interrupt_mode: "message",
    // TensorFlow says a page of things at its start; a reader who wants them sets the variable.
    env: { TF_CPP_MIN_LOG_LEVEL: process.env.TF_CPP_MIN_LOG_LEVEL ?? "2" },
    metadata: { debugger: false },
  };
}
