import { pause } from "../pause.js";
import { busy, Executions } from "./execute.js";
import { errorReply, type Handlers, type RequestContext } from "./handlers.js";
import type { Headers } from "./headers.js";
import { Inputs } from "./inputs.js";
import { interrupt, shutdown } from "./lifecycle.js";
import type { Header, Message, Outgoing } from "./message.js";
import type { Output } from "./output.js";
import { replyMakerOf } from "./replies.js";
import { RequestQueue } from "./requestQueue.js";
import type { RequestChannel } from "./sockets.js";

/** Sends on one of the request channels. @throws {TypeError} if the content does not fit into JSON */
type Send = (channel: RequestChannel, message: Outgoing, header?: Header) => void;

interface Incoming {
  readonly channel: RequestChannel;
  readonly message: Message;
}

/** How long after an error cells that were sent before it may still come in, in milliseconds. */
const drainTime = 10;

/**
 * Turns requests into replies. What comes on shell is answered one after the other; what comes on control, at once,
 * also while a cell runs. Around each request stand the states busy and idle, and idle comes last of all.
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
  readonly #queue = new RequestQueue<Incoming>((incoming, aborted) => this.#handle(incoming, aborted));
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
    const type = message.header.msg_type;
    const incoming = { channel, message };
    if (this.#ended) return;
    if (channel === "stdin") {
      if (type === "input_reply") this.inputs.receive(message);
      else this.#log(`Ignored ${named(type)} on stdin: only input_reply comes there.`);
    } else if (replyMakerOf(type) === undefined && !isRequest(type)) {
      this.#log(`Ignored ${named(type)} on ${channel}: this kernel does not know it.`);
    } else if (urgent.has(type) || (channel === "control" && type !== "execute_request")) {
      void this.#handle(incoming, false);
    } else {
      this.#queue.push(incoming);
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
        aborted && type === "execute_request" ? { status: "aborted" } : await this.#answer(context);
      this.#output.flush();
      if (content !== undefined) reply({ status: "ok", ...content });
    } catch (error) {
      this.#log(`Cannot answer ${named(type)}: ${errorReply(error).evalue}`);
      if (isRequest(type)) reply(errorReply(error));
    }
    context.publish("status", { execution_state: "idle" });
    if (type === "shutdown_request") {
      this.#ended = true;
      this.#finish({ restart: message.content.restart === true });
    }
  }

  async #answer(context: RequestContext): Promise<object | undefined> {
    const type = context.parent.msg_type;
    if (type === "execute_request") return this.#execute(context);
    if (type === "interrupt_request") return interrupt(this.#handlers, this.inputs, context);
    if (type === "shutdown_request") {
      this.#queue.close();
      return shutdown(this.#handlers, this.inputs, context);
    }
    const makeReply = replyMakerOf(type);
    if (makeReply === undefined) throw new TypeError("this kernel does not know such requests.");
    return makeReply(this.#handlers, context);
  }

  async #execute(context: RequestContext): Promise<object> {
    const { reply, stop } = await this.#executions.run(context);
    if (stop) {
      // Before the reply: who waits for it before sending the next cell has that one run.
      await pause(drainTime);
      this.#queue.abortWaiting();
    }
    return reply;
  }
}

const urgent: ReadonlySet<string> = new Set(["interrupt_request", "shutdown_request"]);

function isRequest(type: string): boolean {
  return type.endsWith("_request");
}

function replyTo(type: string): string {
  return type.replace(/_request$/, "_reply");
}

function named(type: string): string {
  return JSON.stringify(type.slice(0, 80));
}
