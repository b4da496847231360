import { spawn } from "node:child_process";
import { mkdirSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sizeText } from "../console.mjs";
import { commandOf, homeOf, isInstalled } from "../installation.cjs";

/** @import { ChildProcess } from "node:child_process" */
/** @import { Readable } from "node:stream" */

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(line: string) => unknown} [onLine]
 * @property {number} [timeout] in milliseconds; then the program and all it started are ended
 * @property {string} [input]
 *
 * @typedef {object} Ended
 * @property {number} code
 * @property {NodeJS.Signals | null} [signal]
 * @property {string} output
 *
 * @typedef {"disk" | "write" | "hash" | "certificate" | "network" | "cut" | "absent"} Trouble
 */

/** @type {Set<ChildProcess>} */
const running = new Set();

/** Ends every program that `run` started and that still runs. */
export function endAll() {
  for (const child of running) endGroup(child.pid);
}

/** @param {number | undefined} pid */
function endGroup(pid) {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // it is gone already
  }
}

/**
 * Runs a program to its end and returns its exit code and its output (both streams, mixed). `onLine` hears
 * every line as it comes. A program that cannot be started has code 127.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ended>}
 */
export function run(command, args, { cwd, env = process.env, onLine = () => {}, timeout = 0, input } = {}) {
  return new Promise((resolve) => {
    // Its own process group, so that ending it ends what it started too.
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    running.add(child);
    let output = "";
    const timer = timeout > 0 ? setTimeout(() => endGroup(child.pid), timeout) : undefined;
    /** @param {Readable | null} stream */
    const listen = (stream) => {
      let rest = "";
      stream?.setEncoding("utf8");
      stream?.on("data", (text) => {
        output += text;
        const lines = (rest + text).split(/[\r\n]+/);
        rest = lines.pop() ?? "";
        for (const line of lines) onLine(line);
      });
    };
    listen(child.stdout);
    listen(child.stderr);
    if (input !== undefined) child.stdin?.on("error", () => {}).end(input);
    child.on("error", (error) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code: 127, output: `${output}${error.message}\n` });
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code: code ?? 1, signal, output });
    });
  });
}

/** @type {[pattern: RegExp, kind: Trouble][]} */
const reasons = [
  [/ENOSPC|No space left on device|Errno 28\b|EDQUOT|Disk quota/, "disk"],
  [/EROFS|Read-only file system|Errno 30\b|EACCES|Permission denied|Errno 13\b|EPERM\b/, "write"],
  [/DO NOT MATCH THE HASHES|EINTEGRITY|integrity checksum failed/, "hash"],
  [/CERTIFICATE_VERIFY_FAILED|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)|CERT_HAS_EXPIRED/, "certificate"],
  [
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH|\bE50\d\b/,
    "network",
  ],
  [
    /NewConnectionError|Connection refused|Read timed out|ConnectTimeout|ProxyError|NameResolutionError/,
    "network",
  ],
  [
    /IncompleteRead|incomplete-download|Download failed|Premature close|ERR_STREAM_PREMATURE|ECONNRESET/,
    "cut",
  ],
  [/not enough bytes|BadZipFile|unexpected end of file|RemoteDisconnected|Connection broken/, "cut"],
  [/Retrying \(/, "network"],
  [/No matching distribution|\bE404\b|ETARGET/, "absent"],
];

/** @param {string} text */
const reasonIn = (text) => reasons.find(([pattern]) => pattern.test(text));

/**
 * Why a program failed, from what it printed: a kind of trouble, or undefined.
 *
 * @param {string} output
 */
export function troubleIn(output) {
  return reasonIn(output)?.[1];
}

/** @param {string} root */
const setupAgain = (root) => `run ${commandOf(root, "setup")} again: it goes on from where it was`;

/**
 * The one message for a step that failed. `action` completes "Cannot …"; `output` is what the failing program
 * or call said; `registry` names whose registry was asked and `again` what to do once it is mended, for the way out.
 *
 * @param {string} action
 * @param {string} output
 * @param {{ root: string, registry?: string, again?: string | undefined, cause?: unknown }} blame
 */
export function failure(
  action,
  output,
  { root, registry = "package registry", again = setupAgain(root), cause },
) {
  const text = String(output);
  const said = lastWords(text);
  const where = registry === "npm" ? "npm config get registry" : "pip config list";
  /** @type {Record<Trouble, string>} */
  const messages = {
    disk: `the disk is full (${freeText(root)} free). Free some space and ${again}`,
    write: `this folder cannot be written to (${said}). Give yourself the right to write to it, or put the project into another place`,
    hash: `what was downloaded is not what is expected: its SHA-256 differs (${said}). ${sentence(again)}; if it stays, the registry you use serves an altered file: see ${where}`,
    cut: `the download was cut off in the middle (${said}). Check the connection and ${again}`,
    certificate: `the certificate of the ${registry} registry is not trusted (${said}). See ${where}`,
    absent: `the ${registry} registry you use does not have it (${said}). See ${where}`,
    network: `the ${registry} registry is out of reach (${said}). Check the connection, and the registry or proxy you have set (${where}), then ${again}`,
  };
  const kind = troubleIn(text);
  const log = keep(root, text);
  const reason =
    (kind && messages[kind]) ??
    `${said || "no reason given"}. ${log ? `All it said is in ${log}. ` : ""}Then ${again}`;
  return new Error(`Cannot ${action}: ${reason}.`, { cause });
}

/** @param {string} text */
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * The line that tells most: the last one with the reason in it, or the last with an error, without its frills.
 *
 * @param {string} text
 */
function lastWords(text) {
  const lines = text
    .split("\n")
    .map((line) => line.replace(/^npm (error|ERR!)\s*(code )?/, "").trim())
    .filter((line) => line && !/^(Progress \d|\[notice\]|A complete log|~|at |Node\.js v)/.test(line));
  const pattern = reasonIn(text)?.[0] ?? /error/i;
  const line = (lines.findLast((one) => pattern.test(one)) ?? lines.at(-1) ?? "").replace(/\.+$/, "");
  if (line.length <= 200) return line;
  const start = Math.max(0, line.search(pattern));
  return `…${line.slice(start, start + 200)}…`;
}

/** @param {string} root */
function freeText(root) {
  try {
    const { bavail, bsize } = statfsSync(homeOf(root));
    return sizeText(bavail * bsize);
  } catch {
    return "nothing";
  }
}

/**
 * @param {string} root
 * @param {string} text
 */
function keep(root, text) {
  try {
    const cache = join(homeOf(root), ".cache");
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, "setup.log"), text);
    return isInstalled(root) ? ".convlab/.cache/setup.log" : ".cache/setup.log";
  } catch {
    return undefined;
  }
}
