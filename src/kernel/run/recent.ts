import type { CellRun } from "./run.js";

const recent = new Map<number, CellRun>();

/** A cell by its number, while it is among the last few hundred. */
export function runOf(id: number): CellRun | undefined {
  return recent.get(id);
}

export function rememberRun(run: CellRun): void {
  recent.set(run.id, run);
  for (const oldest of recent.keys()) {
    if (recent.size <= 500) break;
    recent.delete(oldest);
  }
}
