import { Pending } from "../pending.js";
import type { Debuggee } from "./debuggee.js";
import { debuggeeKey, type FromInspector, type ToInspector } from "./inspection.js";

/** A value in the process that runs cells, as the inspector names it. */
export interface RemoteObject {
  readonly type: string;
  readonly subtype?: string;
  readonly objectId?: string;
  readonly value?: unknown;
  readonly unserializableValue?: string;
  readonly description?: string;
}

/** What came of code that was run over there. */
export interface Evaluated {
  readonly result: RemoteObject;
  readonly exceptionDetails?: { readonly text: string; readonly exception?: RemoteObject };
}

type Questions = {
  [Name in keyof Debuggee as Debuggee[Name] extends (...given: never[]) => unknown
    ? Name
    : never]: Debuggee[Name];
};

/** The inspector of the process that runs cells, from the front. */
export class Inspector {
  readonly #events: (method: string, params: unknown) => void;
  readonly #pending = new Pending<unknown>();
  #tell: (message: ToInspector) => void = () => {};
  #debuggee: Promise<string> | undefined;

  constructor(events: (method: string, params: unknown) => void) {
    this.#events = events;
  }

  /** Speaks with another process from now on. */
  connect(tell: (message: ToInspector) => void): void {
    this.#debuggee = undefined;
    this.#tell = tell;
    this.#pending.rejectAll("the process that runs the cells has ended");
  }

  open(): void {
    this.#debuggee = undefined;
    this.#tell({ type: "open" });
  }

  close(): void {
    this.#tell({ type: "close" });
    this.#pending.rejectAll("the debugger is off");
  }

  received(message: FromInspector): void {
    if (message.type === "result") this.#pending.resolve(message.id, message.result);
    else if (message.type === "failed") this.#pending.reject(message.id, message.reason);
    else this.#events(message.method, message.params);
  }

  /** One command of the Chrome DevTools Protocol. @throws {Error} if it fails, or nobody is left to answer */
  post<Result = object>(method: string, params: object = {}): Promise<Result> {
    return this.#pending.ask((id) => this.#tell({ type: "post", id, method, params })) as Promise<Result>;
  }

  /** Asks the debuggee. Where it wants values of the process that runs cells, these come last, as a list. */
  async ask<Name extends keyof Questions>(
    name: Name,
    given: readonly unknown[],
    objects?: readonly RemoteObject[],
  ): Promise<Awaited<ReturnType<Questions[Name]>>> {
    return (await this.#call(name, given, objects, true)).value as Awaited<ReturnType<Questions[Name]>>;
  }

  /** The private fields of what a reference of the debuggee's holds. */
  async privates(reference: number): Promise<{ name: string; value: RemoteObject }[]> {
    const { objectId } = await this.#call("holder", [reference], undefined, false);
    if (objectId === undefined) return [];
    const { privateProperties = [] } = await this.post<{
      privateProperties?: { name: string; value?: RemoteObject }[];
    }>("Runtime.getProperties", { objectId, ownProperties: true });
    return privateProperties.flatMap(({ name, value }) =>
      value === undefined || value.type === "function" ? [] : [{ name, value }],
    );
  }

  async #call(
    name: string,
    given: readonly unknown[],
    objects: readonly RemoteObject[] | undefined,
    returnByValue: boolean,
  ): Promise<RemoteObject> {
    this.#debuggee ??= this.#find();
    const last = objects === undefined ? "" : ", objects";
    const answer = await this.#run("Runtime.callFunctionOn", {
      objectId: await this.#debuggee,
      functionDeclaration: `function (given, ...objects) { return this.${name}(...given${last}); }`,
      arguments: [{ value: given }, ...(objects ?? []).map(argumentOf)],
      returnByValue,
      silent: true,
    });
    return outcomeOf(answer);
  }

  async #find(): Promise<string> {
    const expression = `globalThis[Symbol.for("${debuggeeKey}")]()`;
    return outcomeOf(await this.#run("Runtime.evaluate", { expression, silent: true })).objectId ?? "";
  }

  /** Runs code of ours over there. An interrupt that ends a cell may end what is asked in the same moment: it is asked again. */
  #run(method: string, params: object): Promise<Evaluated> {
    return this.post<Evaluated>(method, params).catch((error) => {
      if (!String(error).includes("Execution was terminated")) throw error;
      return this.post<Evaluated>(method, params);
    });
  }
}

/** What code gave. @throws {Error} if it threw */
export function outcomeOf({ result, exceptionDetails }: Evaluated): RemoteObject {
  if (exceptionDetails === undefined) return result;
  throw new Error(thrownText(exceptionDetails.exception) ?? exceptionDetails.text);
}

/** The first line of what was thrown. */
export function thrownText(thrown: RemoteObject | undefined): string | undefined {
  return thrown?.description?.split("\n    at ")[0] ?? (thrown && String(thrown.value));
}

function argumentOf({ objectId, unserializableValue, value }: RemoteObject): object {
  if (objectId !== undefined) return { objectId };
  return unserializableValue === undefined ? { value } : { unserializableValue };
}
