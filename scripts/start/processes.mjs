import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** All processes with the numbers of their parents. */
function allProcesses() {
  if (process.platform !== "linux") {
    const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
    return lines.map((line) => {
      const [pid = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
      return { pid, parent };
    });
  }
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) }];
      } catch {
        return []; // it has just ended
      }
    });
}

/**
 * The numbers of all processes that descend from one.
 *
 * @param {number | undefined} pid
 * @returns {number[]}
 */
export function descendantsOf(pid) {
  if (pid === undefined) return [];
  let all;
  try {
    all = allProcesses();
  } catch {
    return [];
  }
  const found = new Set([pid]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const each of all) if (found.has(each.parent)) found.add(each.pid);
  }
  found.delete(pid);
  return [...found];
}

/**
 * Ends a process at once, if it is there.
 *
 * @param {number | undefined} pid
 */
export function kill(pid) {
  if (pid === undefined) return;
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // it is gone already
  }
}
