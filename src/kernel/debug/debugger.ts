import type { DebugProtocol } from "@vscode/debugprotocol";
import type { RequestContext } from "../wire/handlers.js";
import { beforeStart, commandsOf } from "./commands.js";
import { Debugging } from "./debugging.js";

/**
 * Answers the debug requests of a front end: the Debug Adapter Protocol, with what Jupyter adds to it.
 * @see https://microsoft.github.io/debug-adapter-protocol/specification
 * @see https://jupyter-client.readthedocs.io/en/latest/messaging.html#debug-request
 */
export class Debugger extends Debugging {
  readonly #commands = commandsOf(this);

  /** The reply to a request. Never rejects. */
  async answer(content: object, context: RequestContext): Promise<DebugProtocol.Response> {
    this.context = context;
    const { command = "", seq = 0, arguments: given = {} } = content as Partial<DebugProtocol.Request>;
    const reply = { type: "response", seq: ++this.sequence, request_seq: seq, command };
    try {
      if (!Object.hasOwn(this.#commands, command)) throw new Error(`This kernel does not know ${command}.`);
      if (!this.isStarted && !beforeStart.has(command))
        throw new Error("The debugger is not on: initialize it first.");
      const body = await this.#commands[command]?.(given);
      return { ...reply, success: true, body: body ?? {} };
    } catch (error) {
      return { ...reply, success: false, message: (error as Error).message, body: {} };
    }
  }
}
