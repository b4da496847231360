// What cannot be had in a page, and what can be instead, in words.
import { packageIn } from "./packageNames.js";

const here = ["convlab", "convlab/lessons", "convlab/arithmetic", "convlab/charts"];
const installed = "With the course installed on your computer, it can.";

/** Why a module cannot be imported in a page, and what to do. */
export function refusal(specifier: string): string {
  const cannot = `Cannot import "${specifier}":`;
  const has = `Here cells can import ${here.map((name) => `"${name}"`).join(", ")}.`;
  if (/^(?:\.{0,2}\/|\.{1,2}$|file:)/.test(specifier))
    return `${cannot} in a browser a notebook cannot import files. Write the code into a cell. ${installed}`;
  if (/^https?:/.test(specifier)) return `${cannot} nothing is loaded from other addresses. ${has}`;
  const name = /^(?:node:)?([a-z_]+)/.exec(specifier)?.[1] ?? "";
  if (specifier.startsWith("node:") || nodeModules.has(name))
    return `${cannot} it is a part of Node, and this notebook runs in a browser. ${installed}`;
  if (packageIn(specifier) === "convlab") return `${cannot} the package has no such entry. ${has}`;
  return `${cannot} packages from npm cannot be loaded in a browser. ${has} ${installed}`;
}

/** Modules of Node that are also named without their prefix. */
export const nodeModules: ReadonlySet<string> = new Set([
  ...["assert", "async_hooks", "buffer", "child_process", "cluster", "console", "constants", "crypto"],
  ...["dgram", "diagnostics_channel", "dns", "domain", "events", "fs", "http", "http2", "https"],
  ...["inspector", "module", "net", "os", "path", "perf_hooks", "process", "punycode", "querystring"],
  ...["readline", "repl", "stream", "string_decoder", "sys", "timers", "tls", "trace_events", "tty"],
  ...["url", "util", "v8", "vm", "wasi", "worker_threads", "zlib"],
]);

/** Names of Node's that cells do not have in a page, and what to write. */
const globals: ReadonlyMap<string, string> = new Map([
  ["process", "Parameters are written into the cells."],
  ["require", "Write: import … from …"],
  ["module", "Other cells see what this one declares."],
  ["exports", "Other cells see what this one declares."],
  ["__dirname", "There are no folders."],
  ["__filename", "There are no files."],
  ["Buffer", "Use Uint8Array, TextEncoder and TextDecoder."],
  ["setImmediate", "Use setTimeout."],
  ["clearImmediate", "Use clearTimeout."],
  ["global", "Use globalThis."],
]);

/** What to say of a name that Node has and a page has not. */
export function globalRefusal(name: string): string | undefined {
  const way = globals.get(name);
  return way && `Cannot use ${name}: it is a part of Node, and this notebook runs in a browser. ${way}`;
}
