import type { Inspector } from "./inspector.js";
import type { Scripts, Stop } from "./scripts.js";
import { type CallFrame, isWhole, type OwnFrame } from "./stack.js";

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
): Promise<Step | "resume" | "search" | undefined> {
  const [top] = calls;
  if (top === undefined || own === undefined) return walk.wanted === "pause" ? "stepOut" : "resume";
  if (own.call !== top) return "stepOut";
  // An await that was stepped over goes on when nobody waits for it any more.
  const stop = await stopAt(own, scripts);
  if (walk.wanted === undefined) return stop?.isDebugger ? undefined : "resume";
  const step = walk.step === "stepInto" ? "stepInto" : "stepOver";
  // An await that was stepped over, and a loop over what is awaited, go on with fewer calls behind them.
  const isResumed = callers.length === 0 && calls.length < walk.depth && isSameFunction(own, walk.from);
  // Out of a call, in the middle of the line that made it.
  if (walk.wanted === "step" && calls.length < walk.depth && !isResumed) return undefined;
  if (top.returnValue !== undefined && stop === undefined) {
    if (callers.length > 0) return step;
    // Behind a cell there is nothing of the reader's; behind what it has awaited, or a callback, the next statement may be anywhere.
    return isWhole(top, own.script) ? "resume" : "search";
  }
  if (stop === undefined && (await isAdded(top, inspector))) return step;
  const isHere = calls.length === walk.depth || isResumed;
  return isHere && isSameLine(own, walk) ? step : undefined;
}

/** The place at which a call stands. */
async function stopAt({ call, script }: OwnFrame, scripts: Scripts): Promise<Stop | undefined> {
  const { lineNumber, columnNumber = 0 } = call.location;
  const stops = await scripts.stopsOf(script);
  return stops.find((stop) => stop.lineNumber === lineNumber && stop.columnNumber === columnNumber);
}

/** Whether the kernel has added what a call stands at. */
async function isAdded({ url, location }: CallFrame, inspector: Inspector): Promise<boolean> {
  const { lineNumber, columnNumber = 0 } = location;
  const [place] = await inspector.ask("stops", [url, [[lineNumber, columnNumber]]]);
  return place === null;
}

function isSameFunction({ call }: OwnFrame, from: OwnFrame | undefined): boolean {
  const [here, there] = [call.functionLocation, from?.call.functionLocation];
  return (
    here !== undefined &&
    here.scriptId === there?.scriptId &&
    here.lineNumber === there.lineNumber &&
    here.columnNumber === there.columnNumber
  );
}

/** Whether a step has not left the line that it began on. */
function isSameLine({ script, frame }: OwnFrame, { step, from }: Walk): boolean {
  if (step === undefined || step === "stepOut" || from === undefined) return false;
  return script === from.script && frame.line === from.frame.line;
}
