import { join } from "node:path";
import { build } from "esbuild";

/**
 * How an extension of JupyterLab becomes one script.
 *
 * @type {import("esbuild").BuildOptions}
 */
export const oneScript = {
  bundle: true,
  minify: true,
  format: "iife",
  platform: "browser",
  target: "es2022",
  loader: { ".css": "text", ".svg": "text" },
  legalComments: "none",
};

/**
 * The extension of lab/, bundled into a file.
 *
 * @param {string} root
 * @param {string} file
 */
export async function bundleLab(root, file) {
  await build({
    ...oneScript,
    entryPoints: [join(root, "lab", "index.ts")],
    absWorkingDir: root,
    outfile: file,
    logLevel: "silent",
  });
}

/**
 * The program of live controls, which a kernel sends to the page, bundled into a module.
 *
 * @param {string} root
 * @param {string} file
 */
export async function bundleControls(root, file) {
  await build({
    ...oneScript,
    format: "esm",
    entryPoints: [join(root, "lab", "controls", "index.ts")],
    absWorkingDir: root,
    outfile: file,
    logLevel: "silent",
  });
}
