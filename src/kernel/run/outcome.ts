import type { Outcome } from "../protocol.js";
import { shownOf } from "./display.js";
import type { Executor } from "./executor.js";
import type { Shown } from "./forms.js";
import type { Interrupts } from "./interrupts.js";
import { textOf } from "./result.js";
import { CellRun, Interrupted } from "./run.js";
import { breakable } from "./script.js";
import { writeError } from "./streams.js";
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
  const { value } = await executor.run(code, run);
  const shown = await shownBy(executor, run, value);
  if (shown !== undefined) show({ ...shown, execution_count: run.count });
  const known: Record<string, object> = {};
  for (const [name, expression] of Object.entries(userExpressions)) {
    known[name] = await expressionOf(executor, run, expression);
  }
  const result = shown === undefined ? undefined : String(shown.data["text/plain"] ?? textOf(value));
  return { status: "ok", userExpressions: known, payload: run.payload, result };
}

/** Shows a value as a part of the cell: an interrupt ends that too. */
async function shownBy(executor: Executor, run: CellRun, value: unknown): Promise<Shown | undefined> {
  const complain = (error: unknown): void => {
    if (error instanceof Interrupted) throw error;
    const { traceback } = errorOf(error, executor);
    writeError(`Cannot show this value by its Jupyter.display:\n${traceback.join("\n")}\n`);
  };
  try {
    const shown = breakable(() => shownOf(value, complain));
    return shown instanceof Promise ? ((await run.checkpoint(shown)) as Shown) : shown;
  } catch (error) {
    throw executor.named(error, run);
  }
}

async function expressionOf(executor: Executor, cell: CellRun, code: string): Promise<object> {
  try {
    const run = new CellRun(firstExpression + expressions++, cell.count, true, cell);
    const { value } = await executor.run(code, run);
    const shown = await shownBy(executor, run, value);
    const { data, metadata } = shown ?? { data: { "text/plain": "undefined" }, metadata: {} };
    return { status: "ok", data, metadata };
  } catch (error) {
    return errorOf(error, executor);
  }
}
