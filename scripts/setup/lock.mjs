import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codeOf } from "../errors.mjs";
import { homeOf } from "../installation.cjs";

// One set-up at a time. The lock names its holder; a holder that is gone (killed, or the machine restarted)
// holds nothing.

/**
 * Takes the lock of this checkout and returns the function that gives it back. While another living set-up
 * holds it, waits, and calls `onWait(pid)` once.
 *
 * @param {string} root
 * @param {{ onWait?: (pid: number) => void, pollEvery?: number }} [options]
 */
export async function takeLock(root, { onWait = () => {}, pollEvery = 300 } = {}) {
  const cache = join(homeOf(root), ".cache");
  mkdirSync(cache, { recursive: true });
  const file = join(cache, "setup.lock");
  const mine = `${process.pid} ${startOf(process.pid)}\n`;
  for (let told = false; ; ) {
    if (create(file, mine)) {
      const release = () => {
        if (read(file) === mine) rmSync(file, { force: true });
      };
      process.once("exit", release);
      return () => {
        process.removeListener("exit", release);
        release();
      };
    }
    const held = read(file);
    if (held === undefined) continue;
    const pid = Number(held.split(" ")[0]);
    if (!isAlive(pid, held)) {
      clear(file, held);
      continue;
    }
    if (!told) onWait(pid);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, pollEvery));
  }
}

/**
 * The file appears under its name with its content already in it: linking fails when the name is taken.
 *
 * @param {string} file
 * @param {string} content
 */
function create(file, content) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, content);
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/**
 * Two may find the same dead holder: whoever moved a newer lock away by mistake puts it back.
 *
 * @param {string} file
 * @param {string} dead
 */
function clear(file, dead) {
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
    if (read(aside) !== dead) linkSync(aside, file);
  } catch (error) {
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * @param {number} pid
 * @param {string} held
 */
function isAlive(pid, held) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === "ESRCH") return false;
  }
  return held === `${pid} ${startOf(pid)}\n`;
}

/**
 * When a process began, where the system tells (Linux): a number used again is another process.
 *
 * @param {number} pid
 */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "-";
  } catch {
    return "-";
  }
}
