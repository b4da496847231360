import type { CommMessage, CommType } from "../protocol.js";
import type { ExecuteRequest, RequestContext } from "../wire/handlers.js";
import type { Runner } from "./runner.js";

/** How many requests are remembered, for output that comes late. */
const remembered = 2000;

/** The requests that output belongs to, by the number of their run. */
export class Requests {
  readonly #contexts = new Map<number, RequestContext>();
  #count = 0;

  /** The number of the latest run. */
  get latest(): number {
    return this.#count;
  }

  /** Gives a request its number. */
  add(context: RequestContext): number {
    const run = ++this.#count;
    this.#contexts.set(run, context);
    this.#contexts.delete(run - remembered);
    return run;
  }

  of(run: number): RequestContext | undefined {
    return this.#contexts.get(run);
  }
}

/** Sends an output. One that does not fit into JSON is the cell's mistake. */
export function publish(context: RequestContext | undefined, kind: string, content: object): void {
  try {
    context?.publish(kind, content);
  } catch (error) {
    context?.write("stderr", `${(error as Error).message}\n`);
  }
}

export function publishComm(context: RequestContext | undefined, message: CommMessage): void {
  const { kind, id, target, data, metadata, buffers } = message;
  const content = { comm_id: id, data, ...(kind === "comm_open" && { target_name: target }) };
  context?.publish(kind, content, { metadata, buffers });
}

/** What a front end said on a comm. */
export function commOf(
  kind: CommType,
  { content, metadata, buffers }: RequestContext["message"],
): CommMessage {
  const { comm_id: id, target_name: target = "", data = {} } = content;
  return {
    kind,
    id: String(id),
    target: String(target),
    data,
    metadata,
    buffers: buffers.map((bytes) => new Uint8Array(bytes)),
  };
}

/** The open comms in the form of a reply; `target` picks those of one target. */
export function commInfoOf(
  comms: Readonly<Record<string, string>>,
  target: string | undefined,
): Record<string, { target_name: string }> {
  const wanted = Object.entries(comms).filter(([, name]) => target === undefined || name === target);
  return Object.fromEntries(wanted.map(([id, name]) => [id, { target_name: name }]));
}

/** Hands what the reader answers to the cell that asked. */
export function answerInput(runner: Pick<Runner, "send">, input: number, asked: Promise<string>): void {
  asked.then(
    (value) => runner.send({ type: "input", input, value }),
    (error: Error) => runner.send({ type: "noInput", input, reason: error.message }),
  );
}

/** What the session gets of a request to run a cell. */
export function sentOf({
  code,
  silent,
  userExpressions,
}: ExecuteRequest): Pick<ExecuteRequest, "code" | "silent" | "userExpressions"> {
  return { code, silent, userExpressions };
}
