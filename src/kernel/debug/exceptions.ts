import type { Inspector } from "./inspector.js";
import type { Scripts } from "./scripts.js";
import type { AsyncStack, Paused } from "./stack.js";
import type { ScriptPlace } from "./written.js";

/** Which exceptions the code stops at: `all` that reach the reader's code, or those that it does not catch. */
export type ExceptionFilter = "all" | "uncaught";

/** Whether an exception reaches the reader's code; where only uncaught ones count, whether nothing there catches it. */
export async function concerns(
  { callFrames, asyncStackTrace }: Paused,
  filter: ExceptionFilter | undefined,
  scripts: Scripts,
  inspector: Inspector,
): Promise<boolean> {
  const own = await Promise.all(callFrames.map(({ url }) => scripts.of(url)));
  const isOwn = (script: unknown): boolean => script !== undefined;
  if (!own.some(isOwn)) return false;
  const places = callFrames.map(({ url, location: { lineNumber, columnNumber = 0 } }) => ({
    ...{ url, line: lineNumber, column: columnNumber },
  }));
  const asked =
    filter === "all"
      ? places.slice(0, own.findIndex(isOwn))
      : [...places.slice(0, own.findLastIndex(isOwn) + 1), ...(await awaiting(asyncStackTrace, scripts))];
  return !(await inspector.ask("catches", [asked])).includes(true);
}

/** Where the reader's code awaits what goes on. */
async function awaiting(stack: AsyncStack | undefined, scripts: Scripts): Promise<ScriptPlace[]> {
  if (stack === undefined) return [];
  const own = await Promise.all(stack.callFrames.map(({ url }) => scripts.of(url)));
  const places = stack.callFrames
    .filter((_, at) => own[at] !== undefined)
    .map(({ url, lineNumber, columnNumber }) => ({ url, line: lineNumber, column: columnNumber }));
  return [...places, ...(await awaiting(stack.parent, scripts))];
}
