import type { DebugProtocol } from "@vscode/debugprotocol";
import type { Inspector, RemoteObject } from "./inspector.js";
import type { Script, Scripts } from "./scripts.js";

interface Location {
  readonly scriptId: string;
  readonly lineNumber: number;
  readonly columnNumber?: number;
}

interface ScopeObject {
  readonly type: string;
  readonly object: RemoteObject;
  readonly startLocation?: Location;
}

/** A call as the inspector tells it. */
export interface CallFrame {
  readonly callFrameId: string;
  readonly functionName: string;
  readonly functionLocation?: Location;
  readonly location: Location;
  readonly url: string;
  readonly scopeChain: readonly ScopeObject[];
  readonly this: RemoteObject;
  readonly returnValue?: RemoteObject;
}

/** What the inspector tells when the code stops. */
export interface Paused {
  readonly reason: string;
  readonly callFrames: readonly CallFrame[];
  readonly hitBreakpoints?: readonly string[];
  readonly data?: RemoteObject & { readonly scriptId?: string; readonly url?: string };
  readonly asyncStackTrace?: AsyncStack;
}

export interface AsyncStack {
  readonly callFrames: readonly {
    readonly url: string;
    readonly lineNumber: number;
    readonly columnNumber: number;
  }[];
  readonly parent?: AsyncStack;
}

/** A call of the reader's code. */
export interface OwnFrame {
  readonly call: CallFrame;
  readonly script: Script;
  readonly frame: DebugProtocol.StackFrame;
}

let frames = 0;

/** The reader's own calls, the innermost first: those of libraries between them are left out. */
export async function ownFrames(
  calls: readonly CallFrame[],
  scripts: Scripts,
  inspector: Inspector,
): Promise<OwnFrame[]> {
  const known = await Promise.all(calls.map(({ url }) => scripts.of(url)));
  const places = await inspector.ask("places", [
    calls.map(({ url, location: { lineNumber, columnNumber = 0 } }) => ({
      url,
      line: lineNumber,
      column: columnNumber,
    })),
  ]);
  return calls.flatMap((call, at): OwnFrame[] => {
    const [script, place] = [known[at], places[at]];
    if (script === undefined) return [];
    const [line, column] = place ?? [1, 1];
    const source = { name: script.name, path: script.path };
    return [{ call, script, frame: { id: ++frames, name: nameOf(call, script), line, column, source } }];
  });
}

/** Whether a call is that of a whole cell or module, rather than of a function in it: it begins before the reader's text. */
export function isWhole({ functionLocation }: CallFrame, script: Script): boolean {
  return functionLocation !== undefined && functionLocation.lineNumber < firstLine(script);
}

/** The line, from 0, on which the reader's text begins. */
function firstLine({ isCell }: Script): number {
  return isCell ? 1 : 0;
}

/** What V8 calls a function, and what a reader does. */
const named: Readonly<Record<string, string>> = {
  "": "(anonymous)",
  "<static_initializer>": "static fields",
  "<instance_members_initializer>": "fields",
};

function nameOf(call: CallFrame, script: Script): string {
  const { name } = script;
  return isWhole(call, script) ? name : `${named[call.functionName] ?? call.functionName} in ${name}`;
}

/** The scopes of a call, those of its function and of what stands around it, and the one of the whole cell or module. */
export function scopeObjects({ call, script }: OwnFrame): { own: RemoteObject[]; whole: RemoteObject[] } {
  const known = call.scopeChain.filter(
    ({ type }) => type !== "global" && type !== "script" && type !== "module",
  );
  const isOuter = ({ type, startLocation }: ScopeObject): boolean =>
    type === "closure" && startLocation !== undefined && startLocation.lineNumber < firstLine(script);
  return {
    own: known.filter((scope) => !isOuter(scope)).map(({ object }) => object),
    whole: known.filter(isOuter).map(({ object }) => object),
  };
}
