import { pause } from "../pause.js";
import { CellTurns, waits } from "./cellTurns.js";
import { busy, Executions } from "./execute.js";
import { errorReply, type Handlers, type RequestContext } from "./handlers.js";
import type { Headers } from "./headers.js";
import { Inputs } from "./inputs.js";
import { interrupt, shutdown } from "./lifecycle.js";
import type { Header, Message, Outgoing } from "./message.js";
import type { Output } from "./output.js";
import { replyMakerOf } from "./replies.js";
import { isRequest, named, questions, replyTo, urgent } from "./requestTypes.js";
import type { RequestChannel } from "./sockets.js";
import { Subshells } from "./subshells.js";

/** Sends on one of the request channels. @throws {TypeError} if the content does not fit into JSON */
type Send = (channel: RequestChannel, message: Outgoing, header?: Header) => void;

interface Incoming {
  readonly channel: RequestChannel;
  readonly message: Message;
}

/** How long after an error cells that were sent before it may still come in, in milliseconds. */
const drainTime = 10;

/**
 * Turns requests into replies. What comes on shell is answered one after the other, in each subshell for itself; a
 * question about text overtakes a cell that takes its time. What comes on control is answered at once. Around each
 * request stand busy and idle; beside a running cell its busy stands once more after them, since front ends show the last.
 */
export class Dispatcher {
  /** Resolves when the kernel was asked to end. */
  readonly finished: Promise<{ readonly restart: boolean }>;
  readonly inputs: Inputs;
  readonly #handlers: Handlers;
  readonly #send: Send;
  readonly #output: Output;
  readonly #log: (line: string) => void;
  readonly #executions: Executions;
  readonly #shells = new Subshells<Incoming>((incoming, aborted) => this.#handle(incoming, aborted));
  readonly #cells = new CellTurns<RequestContext>();
  #finish: (how: { readonly restart: boolean }) => void = () => {};
  #ended = false;

  constructor(handlers: Handlers, headers: Headers, send: Send, output: Output, log: (line: string) => void) {
    this.#handlers = handlers;
    this.#send = send;
    this.#output = output;
    this.#log = log;
    this.inputs = new Inputs(
      headers,
      (message, header) => {
        output.flush();
        send("stdin", message, header);
      },
      log,
    );
    this.#executions = new Executions(handlers, this.inputs);
    this.finished = new Promise((resolve) => {
      this.#finish = resolve;
    });
  }

  /** Takes a verified message. Never throws. */
  received(channel: RequestChannel, message: Message): void {
    const { msg_type: type, subshell_id: shell } = message.header;
    const [incoming, now] = [{ channel, message }, channel === "control" || this.#handlers.debugger?.stands];
    if (this.#ended) return;
    if (channel === "stdin") {
      if (type === "input_reply") this.inputs.receive(message);
      else this.#log(`Ignored ${named(type)} on stdin: only input_reply comes there.`);
    } else if (replyMakerOf(type) === undefined && !isRequest(type)) {
      this.#log(`Ignored ${named(type)} on ${channel}: this kernel does not know it.`);
    } else if (urgent.has(type) || (now && type !== "execute_request")) {
      void this.#handle(incoming, false);
    } else if (questions.has(type)) {
      this.#shells.pushQuestion(shell, incoming, () => this.#cells.running !== undefined);
    } else {
      this.#shells.push(shell, incoming);
    }
  }

  /** What handlers get for a message. */
  #contextOf(message: Message): RequestContext {
    const parent = message.header;
    return {
      message,
      parent,
      write: (name, text) => this.#output.write(name, text, parent),
      publish: (type, content, options) => this.#output.publish({ type, content, parent, ...options }),
    };
  }

  async #handle({ channel, message }: Incoming, aborted: boolean): Promise<void> {
    if (this.#ended) return;
    const { msg_type: type } = message.header;
    const { identities, header: parent } = message;
    const context = this.#contextOf(message);
    const metadata = { started: new Date().toISOString() };
    const reply = (content: object): void =>
      this.#send(channel, { type: replyTo(type), content, parent, metadata, identities });
    // A cell says so itself: it is on its way before it is announced.
    if (aborted || type !== "execute_request") busy(context);
    try {
      const content =
        aborted && type === "execute_request" ? { status: "aborted" } : await this.#answer(context, channel);
      this.#output.flush();
      if (content !== undefined) reply({ status: "ok", ...content });
    } catch (error) {
      this.#log(`Cannot answer ${named(type)}: ${errorReply(error).evalue}`);
      if (isRequest(type)) reply(errorReply(error));
    }
    context.publish("status", { execution_state: "idle" });
    if (this.#cells.running !== undefined && !urgent.has(type)) busy(this.#cells.running);
    if (type === "shutdown_request") {
      this.#ended = true;
      this.#finish({ restart: message.content.restart === true });
    }
  }

  async #answer(context: RequestContext, channel: RequestChannel): Promise<object | undefined> {
    const { msg_type: type, subshell_id: shell } = context.parent;
    if (channel === "shell") this.#shells.verify(shell);
    if (type === "execute_request") return this.#execute(context);
    if (type === "interrupt_request") return interrupt(this.#handlers, this.inputs, context);
    if (type === "shutdown_request") {
      this.#shells.close();
      return shutdown(this.#handlers, this.inputs, context);
    }
    const ofShells = this.#shells.answer(type, context.message.content.subshell_id);
    const makeReply = replyMakerOf(type);
    if (ofShells !== undefined || makeReply !== undefined)
      return ofShells ?? makeReply?.(this.#handlers, context);
    throw new TypeError("this kernel does not know such requests.");
  }

  async #execute(context: RequestContext): Promise<object> {
    const tell = (): void => {
      busy(context);
      if (context.message.content.silent !== true) context.write("stderr", waits);
    };
    const { reply, stop } = await this.#cells.take(context, tell, () => this.#executions.run(context));
    if (stop) {
      // Before the reply: who waits for it before sending the next cell has that one run.
      await pause(drainTime);
      this.#shells.abortWaiting(context.parent.subshell_id);
    }
    return reply;
  }
}
