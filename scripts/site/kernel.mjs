// The kernel of the site: the worker that runs cells, and the page's side of it.
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { usedTypeScript } from "./typescript.mjs";

/**
 * What whoever bundles a part of the kernel tells esbuild.
 *
 * @param {string} root
 * @returns {Pick<import("esbuild").BuildOptions, "define">}
 */
export function kernelBundling(root) {
  const require = createRequire(join(root, "package.json"));
  /** @type {{ version: string }} */
  const own = require("./package.json");
  /** @type {{ version: string }} */
  const typescript = require("typescript/package.json");
  return {
    define: {
      CONVLAB_VERSION: JSON.stringify(own.version),
      TYPESCRIPT_VERSION: JSON.stringify(typescript.version),
    },
  };
}

/**
 * @param {string} root
 * @param {string} out
 */
export async function buildKernel(root, out) {
  await build({
    absWorkingDir: root,
    entryPoints: ["site/kernel/worker.ts", "site/kernel/page.ts"],
    outdir: join(out, "kernel"),
    chunkNames: "parts/[name]-[hash]",
    ...{ bundle: true, splitting: true, format: "esm", platform: "browser", target: "es2022" },
    ...{ minify: true, legalComments: "none", logLevel: "warning" },
    ...kernelBundling(root),
    plugins: [usedTypeScript(root)],
  });
}
