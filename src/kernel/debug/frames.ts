import type { DebugProtocol } from "@vscode/debugprotocol";
import type { Debugging } from "./debugging.js";
import { type Evaluated, outcomeOf, type RemoteObject } from "./inspector.js";
import { type OwnFrame, scopeObjects } from "./stack.js";

/** The reader's calls, the innermost first; none while the code runs. */
export function framesOf({ standing }: Debugging): readonly OwnFrame[] {
  return standing?.frames ?? [];
}

/** The scopes of a call. */
export async function scopesOf(
  debug: Debugging,
  frameId: unknown,
): Promise<DebugProtocol.ScopesResponse["body"]> {
  const { inspector, standing } = debug;
  const frame = frameOf(debug, frameId);
  const { own, whole } = scopeObjects(frame);
  const more: [name: string, value: RemoteObject][] = [];
  if (standing?.thrown && frame === standing.frames[0]) more.push(["exception", standing.thrown]);
  if (frame.call.this.objectId !== undefined) more.push(["this", frame.call.this]);
  const names = more.map(([name]) => name);
  const { url } = frame.script;
  const locals = await inspector.ask("scope", [names, url], [...more.map(([, value]) => value), ...own]);
  const scopes = [{ name: "Locals", variablesReference: locals, expensive: false }];
  if (whole.length > 0) {
    const variablesReference = await inspector.ask("scope", [[], url], whole);
    scopes.push({ name: frame.script.name, variablesReference, expensive: false });
  }
  const variablesReference = await inspector.ask("notebook", []);
  return { scopes: [...scopes, { name: "Globals", variablesReference, expensive: false }] };
}

/** The value of what the reader asks, in a call or in the notebook. @throws {Error} if it is no code, or throws */
export async function evaluated(
  debug: Debugging,
  expression: string,
  frameId: unknown,
): Promise<RemoteObject> {
  const { inspector } = debug;
  const frame = debug.stands && frameId !== undefined ? frameOf(debug, frameId) : undefined;
  const { own, whole } = frame === undefined ? { own: [], whole: [] } : scopeObjects(frame);
  const code = await inspector.ask("expression", [expression, frame?.script.url], [...own, ...whole]);
  const asked = { expression: code, silent: true };
  const callFrameId = frame?.call.callFrameId;
  return outcomeOf(
    callFrameId === undefined
      ? await inspector.post<Evaluated>("Runtime.evaluate", asked)
      : await inspector.post<Evaluated>("Debugger.evaluateOnCallFrame", { ...asked, callFrameId }),
  );
}

/** What a reference holds, private fields too. */
export async function membersOf(
  { inspector }: Debugging,
  reference: number,
): Promise<DebugProtocol.Variable[]> {
  const members = await inspector.ask("variables", [reference]);
  const privates = await inspector.privates(reference);
  const shown = privates.map(({ name, value }) => inspector.ask("describe", [name], [value]));
  return [...members, ...(await Promise.all(shown))];
}

function frameOf(debug: Debugging, id: unknown): OwnFrame {
  const found = framesOf(debug).find(({ frame }) => frame.id === id);
  if (found === undefined) throw new Error(`No frame has the number ${id}: the code has gone on.`);
  return found;
}
