// A front end's side of a debug session, on the wire.
import { setTimeout as delay } from "node:timers/promises";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { Program, type Ran } from "../program.js";
import type { Heard } from "../wireClient.js";

/** A cell that has been sent, and has stopped. */
export interface Stopped {
  readonly id: string;
  readonly reason: string;
  readonly text: string | undefined;
  /** The reader's calls, the innermost first, each as `name:line`. */
  readonly stack: readonly string[];
  readonly frames: readonly DebugProtocol.StackFrame[];
}

/** A kernel with the debugger, asked as JupyterLab asks it. */
export class DebugClient {
  readonly kernel: Program;
  #sequence = 0;
  /** How many events have been taken. */
  #taken = 0;

  constructor(kernel: Program) {
    this.kernel = kernel;
  }

  static async start(): Promise<DebugClient> {
    return new DebugClient(await Program.start());
  }

  /** The whole reply to a debug request. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies of every kind
  ask(command: string, given: object = {}): Promise<any> {
    const content = { type: "request", seq: ++this.#sequence, command, arguments: given };
    return this.kernel.ask("debug_request", content, "control");
  }

  /** The body of the reply to one that succeeds. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies of every kind
  async body(command: string, given: object = {}): Promise<any> {
    const reply = await this.ask(command, given);
    if (reply.success !== true) throw new Error(`${command}: ${reply.message ?? JSON.stringify(reply)}`);
    return reply.body;
  }

  /** Switches the debugger on. */
  async attach(): Promise<void> {
    await this.body("initialize", { clientID: "test", linesStartAt1: true, columnsStartAt1: true });
    await this.body("attach");
  }

  detach(): Promise<void> {
    return this.body("disconnect", { restart: false, terminateDebuggee: false });
  }

  /** Lets go on what stands still. */
  async settle(): Promise<void> {
    for (let tries = 0; tries < 20; tries++) {
      const { stoppedThreads, breakpoints } = await this.body("debugInfo");
      if (stoppedThreads.length === 0) return;
      for (const { source } of breakpoints) await this.breakIn(source);
      await this.body("continue");
      await delay(50);
    }
  }

  /** Sets breakpoints in the text of a cell, and gives what was told of each. */
  async breakAt(
    code: string,
    ...breakpoints: (number | DebugProtocol.SourceBreakpoint)[]
  ): Promise<DebugProtocol.Breakpoint[]> {
    const { sourcePath } = await this.body("dumpCell", { code });
    return this.breakIn(sourcePath, ...breakpoints);
  }

  async breakIn(
    path: string,
    ...breakpoints: (number | DebugProtocol.SourceBreakpoint)[]
  ): Promise<DebugProtocol.Breakpoint[]> {
    const asked = breakpoints.map((each) => (typeof each === "number" ? { line: each } : each));
    const given = { source: { path }, breakpoints: asked, sourceModified: false };
    return (await this.body("setBreakpoints", given)).breakpoints;
  }

  /** The next event of this name. */
  async event(name: string): Promise<Heard> {
    const found = await this.kernel.client.wait(
      "iopub",
      (message) => this.#isNext(message, name),
      `debug event ${name}`,
      150_000,
    );
    this.#taken = this.kernel.client.heard.iopub.indexOf(found) + 1;
    return found;
  }

  #isNext(message: Heard, name: string): boolean {
    if (message.type !== "debug_event" || message.content.event !== name) return false;
    return this.kernel.client.heard.iopub.indexOf(message) >= this.#taken;
  }

  /** Runs a cell to where it stops. */
  async stop(code: string): Promise<Stopped> {
    const id = await this.kernel.client.execute(code);
    return this.stopped(id);
  }

  /** Where the code stops next. */
  async stopped(id = ""): Promise<Stopped> {
    const { reason, text, threadId } = (await this.event("stopped")).content.body;
    const frames: DebugProtocol.StackFrame[] = (await this.body("stackTrace", { threadId })).stackFrames;
    return { id, reason, text, frames, stack: frames.map(({ name, line }) => `${name}:${line}`) };
  }

  /** Goes on by `next`, `stepIn`, `stepOut` or `continue`, to where the code stops again. */
  async go(command: string): Promise<Stopped> {
    await this.body(command, { threadId: 1 });
    return this.stopped();
  }

  /** Lets a cell that stopped run to its end. */
  async end({ id }: Stopped): Promise<Ran> {
    await this.body("continue", { threadId: 1 });
    return this.kernel.outcome(id);
  }

  /** The variables of a scope of the innermost call, by name. */
  async scope(
    { frames }: Stopped,
    name = "Locals",
    frame = 0,
  ): Promise<Record<string, DebugProtocol.Variable>> {
    const { scopes } = await this.body("scopes", { frameId: frames[frame]?.id });
    const found = (scopes as DebugProtocol.Scope[]).find((scope) => scope.name === name);
    if (found === undefined) throw new Error(`no scope ${name} in ${JSON.stringify(scopes)}`);
    return this.members(found);
  }

  /** What a variable holds, by name. */
  async members({
    variablesReference,
  }: Pick<DebugProtocol.Variable, "variablesReference">): Promise<Record<string, DebugProtocol.Variable>> {
    const { variables } = await this.body("variables", { variablesReference });
    return Object.fromEntries((variables as DebugProtocol.Variable[]).map((each) => [each.name, each]));
  }
}

/** Names and values. */
export function values(variables: Record<string, DebugProtocol.Variable>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).map(([name, { value }]) => [name, value]));
}

/** One of them. */
export function found(
  variables: Record<string, DebugProtocol.Variable>,
  name: string,
): DebugProtocol.Variable {
  const variable = variables[name];
  if (variable === undefined) throw new Error(`no ${name} among ${Object.keys(variables).join(", ")}`);
  return variable;
}
