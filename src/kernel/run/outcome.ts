import type { Outcome } from "../protocol.js";
import type { Executor } from "./executor.js";
import type { Interrupts } from "./interrupts.js";
import { shownOf, textOf } from "./result.js";
import { CellRun, Interrupted } from "./run.js";
import { errorOf } from "./traceback.js";

/** Expressions are numbered from here on, far from cells. */
const firstExpression = 1e9;
let expressions = 0;

/** What a front end asks for. */
interface Asked {
  readonly code: string;
  readonly userExpressions: Readonly<Record<string, string>>;
}

/**
 * Runs a cell, then the expressions that a front end wants to know. `show` gets the cell's result. A cell that was
 * stopped ends with that error, whatever its code made of it.
 */
export async function outcomeOf(
  executor: Executor,
  interrupts: Interrupts,
  run: CellRun,
  asked: Asked,
  show: (result: object) => void,
): Promise<Outcome> {
  const ending = await completed(executor, run, asked, show).catch((error: unknown) => ({ error }));
  run.settled = true;
  const stop = interrupts.pending || run.stopped ? await interrupts.carriedOut(run) : undefined;
  if (!("error" in ending)) return stop === undefined ? ending : errorOf(stop, executor);
  if (stop === undefined) return errorOf(ending.error, executor);
  if (!(ending.error instanceof Interrupted)) stop.cause ??= ending.error;
  return errorOf(stop, executor);
}

async function completed(
  executor: Executor,
  run: CellRun,
  { code, userExpressions }: Asked,
  show: (result: object) => void,
): Promise<Outcome> {
  const value = await executor.run(code, run);
  const shown = value === undefined ? undefined : await shownOf(value);
  if (shown !== undefined) show({ ...shown, execution_count: run.count });
  const known: Record<string, object> = {};
  for (const [name, expression] of Object.entries(userExpressions)) {
    known[name] = await expressionOf(executor, run, expression);
  }
  const result = shown === undefined ? undefined : String(shown.data["text/plain"] ?? textOf(value));
  return { status: "ok", userExpressions: known, payload: run.payload, result };
}

async function expressionOf(executor: Executor, cell: CellRun, code: string): Promise<object> {
  try {
    const run = new CellRun(firstExpression + expressions++, cell.count, true, cell);
    const shown = await shownOf(await executor.run(code, run));
    const { data, metadata } = shown ?? { data: { "text/plain": "undefined" }, metadata: {} };
    return { status: "ok", data, metadata };
  } catch (error) {
    return errorOf(error, executor);
  }
}
