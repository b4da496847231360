import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** All processes as [number, number of the parent]. */
function allProcesses() {
  if (process.platform !== "linux") {
    const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
    return lines.map((line) => line.trim().split(/\s+/).map(Number));
  }
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        return [[Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1])]];
      } catch {
        return []; // it has just ended
      }
    });
}

/** The numbers of all processes that descend from one. */
export function descendantsOf(pid) {
  let all;
  try {
    all = allProcesses();
  } catch {
    return [];
  }
  const found = new Set([pid]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const [one, parent] of all) if (found.has(parent)) found.add(one);
  }
  found.delete(pid);
  return [...found];
}

/** Ends a process at once, if it is there. */
export function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // it is gone already
  }
}
