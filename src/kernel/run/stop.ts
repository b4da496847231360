import { activityOf } from "./activity.js";
import { endChildren } from "./children.js";
import { nextTurn, now, pause } from "./own.js";
import type { CellRun } from "./run.js";
import { someListen, tellListeners } from "./signals.js";
import { clearTimers } from "./timers.js";

/** How long a library that listens for interrupts may take to end its work, in milliseconds. */
const grace = 1000;
/** How long we look whether code goes on after it was stopped, in milliseconds. */
const look = 100;
/** How long a cell whose awaits have all ended may take to come to its end, in milliseconds. */
const settling = 100;

/** How long an `await` that was ended may tidy up before the next one is ended, in milliseconds. */
const tidying = 300;
/** How many are ended one after the other; more than these, at once. */
const oneByOne = 500;

const goesOn =
  "The cell was stopped, but code that it called goes on running and cannot be stopped from here. " +
  "Restart the kernel to end it.";

/** Brings a cell that was stopped to its end: what awaits ends, with its timers and processes, and may tidy up. */
export async function carryOut(run: CellRun): Promise<void> {
  // Who listens ends its work in its own way: a training after the running batch.
  const listened = someListen();
  tellListeners();
  if (listened) await until(() => run.settled, now() + grace);
  clearTimers(run);
  endChildren(run, "SIGINT");
  await unwound(run);
  await tidied(run);
  endAtOnce(run);
  if ((await activityOf(run, look)) > 0) run.refusal().message = goesOn;
  if (!run.settled) run.end(run.refusal());
}

/** Ends all that goes on in the name of a cell, tidied up or not. */
export function endAtOnce(run: CellRun): void {
  run.close();
  clearTimers(run);
  endChildren(run, "SIGKILL");
  run.awaits.end(() => run.refusal());
}

/** Ends what awaits, the innermost first: each has some time to tidy up before what waits for it ends. */
async function unwound(run: CellRun): Promise<void> {
  let steps = 0;
  for (const _ of run.awaits.ending(() => run.refusal())) {
    if (++steps > oneByOne) continue;
    await nextTurn();
    await until(() => !run.awaits.tidying || run.closed, now() + tidying);
  }
}

/** Waits until nothing of the cell awaits any more, or its time is over. */
async function tidied(run: CellRun): Promise<void> {
  let busy = now();
  await until(() => {
    if (run.awaits.some) busy = now();
    return run.closed || now() - busy > (run.settled ? 10 : settling);
  });
}

async function until(done: () => boolean, deadline = Number.POSITIVE_INFINITY): Promise<void> {
  while (!done() && now() < deadline) await pause(2);
}
