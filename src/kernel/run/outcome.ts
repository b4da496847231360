import type { Outcome } from "../protocol.js";
import { shownOf } from "./display.js";
import type { Executor } from "./executor.js";
import type { Shown } from "./forms.js";
import { textOf } from "./result.js";
import { CellRun, Interrupted } from "./run.js";
import { breakable } from "./script.js";
import { errorOf } from "./traceback.js";

/** Expressions are numbered from here on, far from cells. */
const firstExpression = 1e9;
let expressions = 0;

/** Runs a cell, then the expressions that a front end wants to know. `show` gets the cell's result. */
export async function outcomeOf(
  executor: Executor,
  run: CellRun,
  code: string,
  userExpressions: Readonly<Record<string, string>>,
  show: (result: object) => void,
): Promise<Outcome> {
  try {
    const { value } = await executor.run(code, run);
    const shown = await shownBy(executor, run, value);
    if (shown !== undefined) show({ ...shown, execution_count: run.count });
    const known: Record<string, object> = {};
    for (const [name, expression] of Object.entries(userExpressions)) {
      known[name] = await expressionOf(executor, run.count, expression);
    }
    const result = shown === undefined ? undefined : String(shown.data["text/plain"] ?? textOf(value));
    return { status: "ok", userExpressions: known, payload: run.payload, result };
  } catch (error) {
    return errorOf(error, executor);
  }
}

/** Shows a value as a part of the cell: an interrupt ends that too. */
async function shownBy(executor: Executor, run: CellRun, value: unknown): Promise<Shown | undefined> {
  const complain = (error: unknown): void => {
    if (error instanceof Interrupted) throw error;
    const { traceback } = errorOf(error, executor);
    process.stderr.write(`Cannot show this value by its Jupyter.display:\n${traceback.join("\n")}\n`);
  };
  try {
    const shown = breakable(() => shownOf(value, complain));
    return shown instanceof Promise ? ((await run.checkpoint(shown)) as Shown) : shown;
  } catch (error) {
    throw executor.named(error);
  }
}

async function expressionOf(executor: Executor, count: number, code: string): Promise<object> {
  try {
    const run = new CellRun(firstExpression + expressions++, count, true);
    const { value } = await executor.run(code, run);
    const shown = await shownBy(executor, run, value);
    const { data, metadata } = shown ?? { data: { "text/plain": "undefined" }, metadata: {} };
    return { status: "ok", data, metadata };
  } catch (error) {
    return errorOf(error, executor);
  }
}
