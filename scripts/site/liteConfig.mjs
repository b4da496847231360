import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The configuration that JupyterLite's own build wrote, from its two files.
 *
 * @param {string} made
 * @returns {Record<string, unknown>}
 */
export function liteConfig(made) {
  const parts = ["jupyter-lite.json", join("lab", "jupyter-lite.json")].map(
    (name) => JSON.parse(readFileSync(join(made, name), "utf8"))["jupyter-config-data"],
  );
  return Object.assign({}, ...parts);
}
