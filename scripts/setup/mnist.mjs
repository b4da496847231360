import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fetchSource, placeOf, sourceFor } from "../fetch.mjs";
import { hashOf } from "./stamps.mjs";

/** The four files of MNIST, each with the SHA-256 that data/sources.json names. */
export const mnistStep = {
  name: "mnist",
  bytes: 80e6,
  inputs(root) {
    const source = sourceFor("mnist", { root });
    // Size and time stand for the content: reading 55 MB at every start would cost a reader's patience.
    const seen = source.files.map((file) => {
      const found = statSync(join(placeOf(source, root), file.path), { throwIfNoEntry: false });
      return found ? `${file.path} ${found.size} ${found.mtimeMs}` : file.path;
    });
    return { source: hashOf(JSON.stringify(source)), seen };
  },
  stands(root) {
    const source = sourceFor("mnist", { root });
    return source.files.every((file) => existsSync(join(placeOf(source, root), file.path)));
  },
  run: (root, out) => fetchSource("mnist", { root, console: out }),
};
