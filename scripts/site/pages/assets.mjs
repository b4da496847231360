// Files of the pages under names that carry their content's hash: a browser may keep them for good.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

/** @param {Uint8Array | string} content */
export const shortHash = (content) => createHash("sha256").update(content).digest("hex").slice(0, 10);

export class Assets {
  /**
   * The packages that the bundles are made of.
   *
   * @type {Set<string>}
   */
  packages = new Set();

  /** @param {string} out the site's folder */
  constructor(out) {
    this.folder = join(out, "assets");
    mkdirSync(this.folder, { recursive: true });
  }

  /**
   * Writes a file and returns its name in assets/.
   *
   * @param {string} name "digits.png"
   * @param {Uint8Array | string} content
   */
  add(name, content) {
    const hashed = name.replace(/(\.\w+)$/, `-${shortHash(content)}$1`);
    writeFileSync(join(this.folder, hashed), content);
    return hashed;
  }

  /**
   * Bundles scripts and styles; what they load later becomes chunks. Returns the names of the entries in assets/.
   *
   * @param {string} root
   * @param {readonly string[]} entries from the root: "site/pages/lesson.ts"
   * @returns {Promise<Record<string, string>>} by the entry's own name: "lesson.ts"
   */
  async bundle(root, entries) {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [...entries],
      outdir: this.folder,
      entryNames: "[name]-[hash]",
      chunkNames: "[name]-[hash]",
      bundle: true,
      splitting: true,
      minify: true,
      format: "esm",
      platform: "browser",
      target: "es2022",
      metafile: true,
      legalComments: "none",
      logLevel: "error",
      // Charts are compiled to Vega when the pages are made.
      alias: { "vega-lite": "./site/pages/noVegaLite.ts" },
    });
    this.packages = new Set(
      Object.keys(metafile.inputs).flatMap(
        (file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? [],
      ),
    );
    const made = Object.entries(metafile.outputs).flatMap(([file, { entryPoint }]) =>
      entryPoint && entries.includes(entryPoint) ? [[basename(entryPoint), basename(file)]] : [],
    );
    return Object.fromEntries(made);
  }
}
