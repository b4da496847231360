import type { DebugProtocol } from "@vscode/debugprotocol";
import { pause } from "../pause.js";
import type { Shown } from "../run/forms.js";
import type { Debugging } from "./debugging.js";
import { evaluated } from "./frames.js";

/** How long an answer may wait for a busy thread, in milliseconds. */
const patience = 700;

/** The variables of the notebook; while a cell runs, as they were before it. */
export async function inspectedAll(
  debug: Debugging,
): Promise<{ variables: readonly DebugProtocol.Variable[] }> {
  debug.look();
  const before = isBusy(debug) ? debug.between.list() : undefined;
  if (before !== undefined) return { variables: before };
  if (!debug.stands) await patiently(debug, debug.inspector.ask("forget", []));
  return { variables: await patiently(debug, debug.between.all()) };
}

/** One of them, or one of a call that stands still, in the forms that a front end can show. */
export async function inspectedOne(debug: Debugging, name: string, frameId: unknown): Promise<Shown> {
  debug.look();
  if (isBusy(debug)) return debug.between.shown(name);
  return debug.inspector.ask("shown", [], [await evaluated(debug, name, frameId)]);
}

/** What the thread that runs cells is asked. @throws {Error} if a cell keeps it busy */
export async function patiently<T>(debug: Debugging, work: Promise<T>): Promise<T> {
  if (!isBusy(debug)) return work;
  work.catch(() => {});
  const late = pause(patience, { holds: false }).then(() => {
    throw new Error(
      "Cannot look: a cell keeps its thread busy. Ask again when it has ended, or has stopped.",
    );
  });
  return Promise.race([work, late]);
}

function isBusy({ isRunning, stands }: Debugging): boolean {
  return isRunning && !stands;
}
