// What a worker runs first: it asks for all that it needs at once, and tells what fails.
import type { StartWorker, ToPage } from "./workerMessages.js";
import { workerScope } from "./workerScope.js";

const here = (name: string): string => new URL(name, import.meta.url).href;
const types = fetch(here("types.json"));
// Read while the compiler starts, from the cache when it is time.
void fetch(here("library.js")).catch(() => undefined);

/** Messages that come before somebody listens. */
const early: unknown[] = [];
workerScope.onmessage = ({ data }) => early.push(data);

function fail(reason: unknown): void {
  const text = reason instanceof Error ? reason.message : String(reason);
  workerScope.postMessage({ type: "failed", reason: text } satisfies ToPage);
}

async function start(): Promise<void> {
  const [{ startSession }, answer] = await Promise.all([import("./session.js"), types]);
  if (!answer.ok) throw new Error(`Cannot load the types of the course: the host says ${answer.status}.`);
  const first = early.shift() as StartWorker | undefined;
  startSession(await answer.json(), here("library.js"), first?.shared, early);
}

start().catch(fail);
