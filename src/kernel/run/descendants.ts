import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The processes that a process has started, and theirs in turn; of its own children only those that `take` names. */
export function descendantsOf(pid: number, take: (child: number) => boolean): number[] {
  if (process.platform === "win32") return [];
  const parents = process.platform === "linux" ? parentsByFiles() : parentsByCommand();
  const below = (parent: number): number[] =>
    [...parents].flatMap(([child, of]) => (of === parent ? [child, ...below(child)] : []));
  return [...parents]
    .filter(([child, of]) => of === pid && take(child))
    .flatMap(([child]) => [child, ...below(child)]);
}

/** The parent of every process that the system tells of. */
function parentsByFiles(): Map<number, number> {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // `pid (name) state parent …`; the name may hold anything.
      const text = readFileSync(`/proc/${name}/stat`, "utf8");
      parents.set(Number(name), Number(text.slice(text.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  return parents;
}

function parentsByCommand(): Map<number, number> {
  // Only here: it loads `node:net`, which not every thread can.
  const { spawnSync } = require("node:child_process") as typeof import("node:child_process");
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const rows = (stdout ?? "").trim().split("\n");
  return new Map(rows.map((row) => row.trim().split(/\s+/).map(Number) as [number, number]));
}
