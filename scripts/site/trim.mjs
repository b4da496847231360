import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What JupyterLite's build leaves that no page of this site asks for. */
const unused = [
  "bootstrap.js",
  "config-utils.js",
  "doc",
  "icon-120x120.png",
  "icon-512x512.png",
  "jupyter-lite.ipynb",
  "jupyterlite.schema.v0.json",
  "lab/favicon.ico",
  "lab/jupyter-lite.ipynb",
  "lab/package.json",
  "lab/tree",
  "lab/workspaces",
  "manifest.webmanifest",
  "package.json",
  "rspack.config.analyze.js",
  "rspack.config.js",
  "rspack.config.watch.js",
  "service-worker.js",
];

/**
 * Takes away what no page of this site asks for. Fonts stay in the newest form, which every browser reads.
 *
 * @param {string} folder
 */
export function trimJupyterLite(folder) {
  for (const name of unused) rmSync(join(folder, name), { recursive: true });
  for (const name of readdirSync(join(folder, "build"))) {
    if (/^fa-.*\.(eot|svg|ttf|woff)$/.test(name)) rmSync(join(folder, "build", name));
  }
}
