import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fetchSource } from "../fetch.mjs";
import { placeOf, sourceFor } from "../sources.mjs";
import { hashOf } from "./stamps.mjs";

/** @import { Source } from "../sources.mjs" */
/** @import { Step } from "./stamps.mjs" */

/**
 * It has no variants, so there is one for every machine.
 *
 * @param {string} root
 */
const sourceOf = (root) => /** @type {Source} */ (sourceFor("mnist", { root }));

/**
 * The four files of MNIST, each with the SHA-256 that data/sources.json names.
 *
 * @type {Step}
 */
export const mnistStep = {
  name: "mnist",
  bytes: 80e6,
  inputs(root) {
    const source = sourceOf(root);
    // Size and time stand for the content: reading 55 MB at every start would cost a reader's patience.
    const seen = source.files.map((file) => {
      const found = statSync(join(placeOf(source, root), file.path), { throwIfNoEntry: false });
      return found ? `${file.path} ${found.size} ${found.mtimeMs}` : file.path;
    });
    return { source: hashOf(JSON.stringify(source)), seen };
  },
  stands(root) {
    const source = sourceOf(root);
    return source.files.every((file) => existsSync(join(placeOf(source, root), file.path)));
  },
  run: (root, out) => fetchSource("mnist", { root, console: out }),
};
