import type { Inspector } from "./inspector.js";
import type { Scripts } from "./scripts.js";
import type { CallFrame, OwnFrame } from "./stack.js";

/** How the code goes on: in the words of the inspector. */
export type Step = "stepOver" | "stepInto" | "stepOut";

/** What the reader waits for. */
export interface Walk {
  readonly wanted: "step" | "pause" | undefined;
  readonly step: Step | undefined;
  /** Where the step began, and how many calls there were. */
  readonly from: OwnFrame | undefined;
  readonly depth: number;
}

/** Nobody waits: the code runs. */
export const nowhere: Walk = { wanted: undefined, step: undefined, from: undefined, depth: 0 };

/** How to go on from a place at which a walk is not over; undefined where it is. */
export async function further(
  calls: readonly CallFrame[],
  [own, ...callers]: readonly OwnFrame[],
  walk: Walk,
  scripts: Scripts,
  inspector: Inspector,
): Promise<Step | "resume" | undefined> {
  const [top] = calls;
  if (top === undefined || own === undefined) return walk.wanted === "pause" ? "stepOut" : "resume";
  if (own.call !== top) return "stepOut";
  // An await that was stepped over goes on when nobody waits for it any more.
  if (walk.wanted === undefined) return (await isDebugger(own, scripts)) ? undefined : "resume";
  // Out of a call, in the middle of the line that made it.
  if (walk.wanted === "step" && calls.length < walk.depth) return undefined;
  const step = walk.step === "stepInto" ? "stepInto" : "stepOver";
  // The end of a function; behind the outermost there is nothing of the reader's.
  if (top.returnValue !== undefined) return callers.length === 0 ? "resume" : step;
  const { lineNumber, columnNumber = 0 } = top.location;
  const [place] = await inspector.ask("stops", [top.url, [[lineNumber, columnNumber]]]);
  if (place === null) return step;
  return isSameLine(own, calls.length, walk) ? step : undefined;
}

/** Whether the code says itself that it is to stop here. */
async function isDebugger({ call: { location }, script }: OwnFrame, scripts: Scripts): Promise<boolean> {
  const stops = await scripts.stopsOf(script);
  return stops.some(
    (stop) =>
      stop.isDebugger &&
      stop.lineNumber === location.lineNumber &&
      stop.columnNumber === (location.columnNumber ?? 0),
  );
}

/** Whether a step has not left the line that it began on. */
function isSameLine({ script, frame }: OwnFrame, calls: number, { step, from, depth }: Walk): boolean {
  if (step === undefined || step === "stepOut" || from === undefined) return false;
  return calls === depth && script === from.script && frame.line === from.frame.line;
}
