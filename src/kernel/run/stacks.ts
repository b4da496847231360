import { awaitsOf } from "./awaited.js";
import { type Cells, type Frame, locateFrame } from "./frames.js";
import { mendMessage } from "./names.js";
import { attempt } from "./result.js";

interface Stack {
  readonly frames: readonly Frame[];
  /** The number of the cell named first. */
  readonly run: number | undefined;
}

const stacks = new WeakMap<object, Stack>();

/** From now on the stack of every error, also of one that is only printed, names places as the reader knows them. */
export function readableStacks(cells: Cells): void {
  const readable = (error: Error, lines: readonly string[]): string => {
    const frames = lines.flatMap((line) => locateFrame(line, cells) ?? []);
    const found = lines.map((line) => /\bcell-(\d+)\.ts:\d+/.exec(line)?.[1]).find((id) => id !== undefined);
    stacks.set(error, { frames, run: found === undefined ? undefined : Number(found) });
    if (found !== undefined) mendMessage(error, `cell-${found}.ts`);
    return [
      headOf(error),
      ...frames.map(({ name, place }) => `    at ${name === "" ? place : `${name} (${place})`}`),
    ].join("\n");
  };
  Error.prepareStackTrace = (error, sites) =>
    readable(
      error,
      sites.map((site) => `    at ${site}`),
    );
  readableGetter(readable);
}

/** The same where engines know no `prepareStackTrace`, and all errors have one getter for their stacks. */
function readableGetter(readable: (error: Error, lines: readonly string[]) => string): void {
  const getter = Object.getOwnPropertyDescriptor(Error.prototype, "stack");
  const read = getter?.get;
  if (read === undefined) return;
  const get = function (this: Error): unknown {
    const stack: unknown = read.call(this);
    const isForeign = typeof stack === "string" && /^[^\n]*@[^\n]*:\d+:\d+$/m.test(stack);
    return isForeign ? readable(this, stack.split("\n")) : stack;
  };
  Object.defineProperty(Error.prototype, "stack", { ...getter, get });
}

/** The places of an error, nearest first: those of its stack, then where cells awaited what failed. */
export function framesOf(error: Error, cells: Cells): readonly Frame[] {
  const frames = stackFramesOf(error, cells);
  const lines = new Set(frames.map(lineOf));
  const awaited = awaitsOf(error).flatMap(({ file, at }): Frame[] => {
    const place = cells.awaited(file, at);
    return place === undefined ? [] : [{ name: "", ...place }];
  });
  // Of an await that began with a call, the stack tells the call.
  return [...frames, ...awaited.filter((frame) => !lines.has(lineOf(frame)) && lines.add(lineOf(frame)))];
}

function lineOf({ place }: Frame): string {
  return place.replace(/:\d+$/, "");
}

function stackFramesOf(error: Error, cells: Cells): readonly Frame[] {
  const stack = stackOf(error);
  const prepared = stacks.get(error);
  if (prepared !== undefined) return prepared.frames;
  if (stack === undefined) return [];
  return stack.split("\n").flatMap((line) => locateFrame(line, cells) ?? []);
}

/** The number of the cell that an error comes from. */
export function cellOf(error: Error): number | undefined {
  return stackOf(error) === undefined ? undefined : stacks.get(error)?.run;
}

/** The stack of an error. It is made when somebody first asks for it, and with it what is known of the error's places. */
export function stackOf(error: Error): string | undefined {
  const stack: unknown = attempt(() => error.stack);
  return typeof stack === "string" ? stack : undefined;
}

/** As Node begins a stack, whatever the object: `console.trace` gives one that is no error. */
function headOf(error: Error): string {
  return attempt(() => Error.prototype.toString.call(error)) ?? "Error";
}
