// The site's data/: what the library reads, beside the list of it that the library asks first.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { messageOf } from "../errors.mjs";
import { fetchSource } from "../fetch.mjs";
import { placeOf, sourceFor } from "../sources.mjs";
import { jupyterLitePython } from "./python.mjs";

/** @import { SiteFile } from "../../src/platform/siteFiles.js" */

/** Folders of data/ that go as they are. */
const folders = ["results", "weights", "photographs", "letters", "imagenet"];

/** Images a file: the first are at hand soon, and nobody fetches more than they use. */
const imagesEach = 2000;

/**
 * Fills `data/`, with `site.json` as its list: the shapes are told in src/platform/siteFiles.ts.
 *
 * @param {string} root
 * @param {string} out
 */
export async function buildData(root, out) {
  const folder = join(out, "data");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of folders) cpSync(join(root, "data", name), join(folder, name), { recursive: true });
  // Who made what, and under which licence.
  cpSync(join(root, "data", "sources.json"), join(folder, "sources.json"));
  const list = {
    digits: { train: digits(root, folder, "train"), t10k: digits(root, folder, "t10k") },
    optional: await optional(root, folder),
  };
  writeFileSync(join(folder, "site.json"), JSON.stringify(list));
}

/**
 * One of the two sets of MNIST in files of some thousand images: all pixels, then all labels.
 *
 * @param {string} root
 * @param {string} folder
 * @param {"train" | "t10k"} part
 */
function digits(root, folder, part) {
  const place = join(placeOf(source("mnist", root), root), "data");
  const images = readFileSync(join(place, `${part}-images-idx3-ubyte`));
  const labels = readFileSync(join(place, `${part}-labels-idx1-ubyte`)).subarray(8);
  const [count, height, width] = [4, 8, 12].map((at) => images.readUInt32BE(at));
  if (count === undefined || height === undefined || width === undefined || labels.length !== count)
    throw new Error(`Cannot build the digits: ${place} is damaged. Set it up again.`);
  const pixels = images.subarray(16);
  /** @type {(SiteFile & { images: number })[]} */
  const files = [];
  for (let from = 0; from < count; from += imagesEach) {
    const to = Math.min(count, from + imagesEach);
    const bytes = Buffer.concat([
      pixels.subarray(from * height * width, to * height * width),
      labels.subarray(from, to),
    ]);
    const path = `digits/${part}-${String(files.length).padStart(2, "0")}.bin`;
    files.push({ images: to - from, ...put(folder, path, bytes, { packed: true }) });
  }
  return { count, height, width, files };
}

/**
 * What only some lessons need: fetched now where it is not there. Where it cannot be had, the lesson says so.
 *
 * @param {string} root
 * @param {string} folder
 */
async function optional(root, folder) {
  /** @type {Record<string, Record<string, SiteFile>>} */
  const list = {};
  const photographs = await fetched("photographs", root);
  if (photographs !== undefined) {
    const files = source("photographs", root).files.map(({ path, to = path }) => {
      return [to, put(folder, `optional/photographs/${to}`, readFileSync(join(photographs, to)))];
    });
    list.photographs = Object.fromEntries(files);
  }
  const weights = await fetched("efficientnet-lite0", root);
  if (weights !== undefined) {
    const { weightsIn } = await import("../../dist/networks/models/efficientnet/weights.js");
    const { writeSafetensors } = await import("../../dist/networks/files/writeSafetensors.js");
    const tensors = await weightsIn(weights);
    const name = "efficientnet-lite0.safetensors";
    list["efficientnet-lite0"] = {
      [name]: put(folder, `optional/efficientnet-lite0/${name}`, writeSafetensors({ tensors, metadata: {} })),
    };
  }
  return list;
}

/**
 * @param {string} id
 * @param {string} root
 */
async function fetched(id, root) {
  try {
    await jupyterLitePython(root); // brings pip, where the lessons' own environment is not set up
    return await fetchSource(id, { root });
  } catch (error) {
    console.log(`  without ${id}: ${messageOf(error)}`);
    return undefined;
  }
}

/**
 * @param {string} id
 * @param {string} root
 */
function source(id, root) {
  const found = sourceFor(id, { root });
  if (found === undefined) throw new Error(`Cannot build the data: data/sources.json has no ${id}.`);
  return found;
}

/**
 * Writes a file and gives its line of the list.
 *
 * @param {string} folder
 * @param {string} path
 * @param {Uint8Array} content
 * @param {{ packed?: boolean }} [how]
 * @returns {SiteFile}
 */
function put(folder, path, content, { packed = false } = {}) {
  const bytes = packed ? gzipSync(content, { level: 9 }) : content;
  const file = join(folder, path);
  if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { path, bytes: bytes.length, ...(packed && { packed }), sha256 };
}
