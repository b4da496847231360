// The kernel of the site: the worker that runs cells, and the page's side of it.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
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

/** Parts that are larger, in bytes, are asked for by the first line of the worker: by itself it would know of them late. */
const atOnce = 1_000_000;

/**
 * @param {string} root
 * @param {string} out
 */
export async function buildKernel(root, out) {
  rmSync(join(out, "kernel", "parts"), { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["site/kernel/worker.ts", "site/kernel/page.ts"],
    outdir: join(out, "kernel"),
    chunkNames: "parts/[name]-[hash]",
    ...{ bundle: true, splitting: true, format: "esm", platform: "browser", target: "es2022" },
    ...{ minify: true, legalComments: "none", logLevel: "warning" },
    ...kernelBundling(root),
    plugins: [usedTypeScript(root)],
    metafile: true,
  });
  const large = Object.entries(metafile.outputs).filter(([, { bytes }]) => bytes > atOnce);
  const worker = join(out, "kernel", "worker.js");
  const imports = large.map(([path]) => `import("./parts/${basename(path)}").catch(()=>{});`).join("");
  writeFileSync(worker, imports + readFileSync(worker, "utf8"));
}
