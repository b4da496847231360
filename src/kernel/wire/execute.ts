import type { ErrorReply } from "../protocol.js";
import { type ExecuteRequest, errorReply, type Handlers, type RequestContext } from "./handlers.js";
import type { Inputs } from "./inputs.js";

/** What a silent cell does not send. */
const outputs = new Set([
  "stream",
  "display_data",
  "update_display_data",
  "execute_input",
  "execute_result",
  "error",
  "clear_output",
]);

/** What came of a cell. */
interface Executed {
  readonly reply: object;
  /** Whether the cells that wait are to be aborted. */
  readonly stop: boolean;
}

/** Runs cells and counts them. */
export class Executions {
  readonly #handlers: Handlers;
  readonly #inputs: Inputs;
  #count = 0;

  constructor(handlers: Handlers, inputs: Inputs) {
    this.#handlers = handlers;
    this.#inputs = inputs;
  }

  /**
   * Runs a cell, announces it (busy included), and publishes its error if it has one. The announcement comes when the
   * handler has sent the cell on its way, or before its first output. Never rejects.
   */
  async run(context: RequestContext): Promise<Executed> {
    const { content } = context.message;
    const silent = content.silent === true;
    const storeHistory = content.store_history !== false && !silent;
    const sending = silent ? withoutOutputs(context) : context;
    if (typeof content.code !== "string") {
      busy(context);
      const error = new TypeError("Cannot execute a request: its code is not a string.");
      return this.#failed(errorReply(error), sending);
    }
    const request: ExecuteRequest = {
      code: content.code,
      silent,
      storeHistory,
      userExpressions: stringsOf(content.user_expressions),
    };
    if (storeHistory) this.#count++;
    const executionCount = this.#count;
    const announce = once(() => {
      busy(context);
      sending.publish("execute_input", { code: request.code, execution_count: executionCount });
    });
    try {
      const running = this.#handlers.execute(request, {
        ...announced(sending, announce),
        executionCount,
        input: (prompt, options) => {
          announce();
          return this.#inputs.ask(context.message, prompt, options?.password ?? false);
        },
      });
      announce();
      const outcome = await running;
      if (outcome.status === "error") return this.#failed(outcome, sending);
      const { status, payload = [], userExpressions = {} } = outcome;
      const reply = { status, payload, user_expressions: userExpressions, execution_count: executionCount };
      return { reply, stop: false };
    } catch (error) {
      announce();
      return this.#failed(errorReply(error), sending);
    } finally {
      this.#inputs.withdraw("the cell has ended", context.message);
    }
  }

  #failed(error: ErrorReply, context: RequestContext): Executed {
    const { ename, evalue, traceback } = error;
    context.publish("error", { ename, evalue, traceback });
    const reply = { status: "error", ename, evalue, traceback, execution_count: this.#count };
    const { silent, stop_on_error: stop } = context.message.content;
    return { reply, stop: stop !== false && silent !== true };
  }
}

/** Says that a request is being worked on. */
export function busy(context: RequestContext): void {
  context.publish("status", { execution_state: "busy" });
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) {
      done = true;
      work();
    }
  };
}

/** Announces before the first output. */
function announced(context: RequestContext, announce: () => void): RequestContext {
  return {
    ...context,
    write(name, text) {
      announce();
      context.write(name, text);
    },
    publish(type, content, options) {
      announce();
      context.publish(type, content, options);
    },
  };
}

function withoutOutputs(context: RequestContext): RequestContext {
  return {
    ...context,
    write() {},
    publish(type, content, options) {
      if (!outputs.has(type)) context.publish(type, content, options);
    },
  };
}

/** The entries whose values are strings; other values are no expressions. */
function stringsOf(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, code]) => typeof code === "string"));
}
