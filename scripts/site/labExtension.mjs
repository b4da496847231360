import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { oneScript } from "../lab/bundle.mjs";
import { kernelBundling } from "./kernel.mjs";

/**
 * Our extension of JupyterLab, as one script. Its name tells its content, so that no cache serves an older one.
 *
 * @param {string} root
 * @param {string} folder
 * @returns {Promise<string>} the name of the file
 */
export async function buildExtension(root, folder) {
  const { outputFiles } = await build({
    ...oneScript,
    entryPoints: [join(root, "site", "lab", "index.ts")],
    absWorkingDir: root,
    ...kernelBundling(root),
    write: false,
  });
  const content = /** @type {{ contents: Uint8Array }} */ (outputFiles[0]).contents;
  const name = `lab.${createHash("sha256").update(content).digest("hex").slice(0, 8)}.js`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), content);
  return name;
}
