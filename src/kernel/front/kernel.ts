import { createRequire } from "node:module";
import type { CommMessage, Outcome, Question, ToFront } from "../protocol.js";
import { kernelVersion } from "../version.js";
import type {
  Completeness,
  Completion,
  ExecuteContext,
  ExecuteReply,
  ExecuteRequest,
  Handlers,
  Inspection,
  KernelInfo,
  RequestContext,
} from "../wire/handlers.js";
import { History } from "../wire/history.js";
import { Child, type Ended } from "./child.js";

/** How many requests are remembered, for output that comes late. */
const remembered = 2000;

const deaf =
  "The running code does not listen: it is in a function of a library that has not returned. " +
  "Wait until it does, or restart the kernel to end it.\n";

interface Waiting<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

/** Answers requests with a session in another process. */
export class Kernel implements Handlers {
  readonly #notebook: string;
  readonly #log: (line: string) => void;
  readonly #history = new History();
  readonly #contexts = new Map<number, RequestContext>();
  readonly #asked = new Map<number, Waiting<object>>();
  #child: Child;
  #running: { run: number; context: ExecuteContext; waiting: Waiting<Outcome> } | undefined;
  #runs = 0;
  #asks = 0;
  #ended = false;

  constructor(notebook: string, log: (line: string) => void) {
    this.#notebook = notebook;
    this.#log = log;
    this.#child = this.#start();
  }

  kernelInfo(): KernelInfo {
    const { version } = createRequire(import.meta.url)("typescript/package.json") as { version: string };
    return {
      implementation: "convlab",
      implementation_version: kernelVersion,
      language_info: {
        name: "typescript",
        version,
        mimetype: "text/typescript",
        file_extension: ".ts",
        codemirror_mode: "typescript",
        pygments_lexer: "typescript",
      },
      banner: `convlab ${kernelVersion}: TypeScript ${version} on Node ${process.versions.node}`,
      help_links: [{ text: "TypeScript handbook", url: "https://www.typescriptlang.org/docs/handbook/" }],
    };
  }

  async execute(request: ExecuteRequest, context: ExecuteContext): Promise<ExecuteReply> {
    const run = this.#remember(context);
    const outcome = await new Promise<Outcome>((resolve, reject) => {
      this.#running = { run, context, waiting: { resolve, reject } };
      const { code, silent, userExpressions } = request;
      this.#child.send({
        type: "execute",
        run,
        count: context.executionCount,
        code,
        silent,
        userExpressions,
      });
    }).finally(() => {
      this.#running = undefined;
    });
    await this.#child.drained();
    const result = outcome.status === "ok" ? outcome.result : undefined;
    if (request.storeHistory)
      this.#history.add({ line: context.executionCount, input: request.code, output: result });
    if (outcome.status === "error") return outcome;
    return { status: "ok", user_expressions: outcome.userExpressions, payload: outcome.payload };
  }

  async complete(code: string, cursor: number): Promise<Completion> {
    return (await this.#ask({ about: "complete", code, cursor })) as Completion;
  }

  async inspect(code: string, cursor: number): Promise<Inspection> {
    return (await this.#ask({ about: "inspect", code, cursor })) as Inspection;
  }

  async isComplete(code: string): Promise<Completeness> {
    return (await this.#ask({ about: "isComplete", code })) as Completeness;
  }

  history(request: Parameters<History["answer"]>[0]): ReturnType<History["answer"]> {
    return this.#history.answer(request);
  }

  async commInfo(target: string | undefined): Promise<Record<string, { target_name: string }>> {
    const comms = Object.entries((await this.#ask({ about: "comms" })) as Record<string, string>);
    const wanted = comms.filter(([, name]) => target === undefined || name === target);
    return Object.fromEntries(wanted.map(([id, name]) => [id, { target_name: name }]));
  }

  comm(kind: CommMessage["kind"], message: RequestContext["message"], context: RequestContext): void {
    const { comm_id: id, target_name: target = "", data = {} } = message.content;
    this.#child.send({
      type: "comm",
      run: this.#remember(context),
      kind,
      id: String(id),
      target: String(target),
      data,
      metadata: message.metadata,
      buffers: message.buffers.map((bytes) => new Uint8Array(bytes)),
    });
  }

  interrupt(): void {
    this.#child.interrupt();
  }

  shutdown(): void {
    this.#ended = true;
    this.#child.kill();
  }

  #start(): Child {
    return new Child(this.#notebook, {
      message: (message) => this.#receive(message),
      output: (name, text) => this.#contexts.get(this.#latest())?.write(name, text),
      deaf: () => this.#running?.context.write("stderr", deaf),
      ended: (how) => this.#lost(how),
    });
  }

  #receive(message: ToFront): void {
    if (message.type === "ready") return;
    if (message.type === "answer" || message.type === "refused") {
      const waiting = this.#asked.get(message.ask);
      this.#asked.delete(message.ask);
      if (message.type === "answer") waiting?.resolve(message.content);
      else waiting?.reject(new Error(message.reason));
      return;
    }
    if (message.type === "done") {
      if (this.#running?.run === message.run) this.#running.waiting.resolve(message.outcome);
      return;
    }
    if (message.type === "input") {
      this.#input(message);
      return;
    }
    const context = this.#contexts.get(message.run) ?? this.#contexts.get(this.#latest());
    if (message.type === "stream") context?.write(message.name, message.text);
    else if (message.type === "publish") this.#publish(context, message.kind, message.content);
    else this.#commOut(context, message);
  }

  /** A bundle that does not fit into JSON is the cell's mistake. */
  #publish(context: RequestContext | undefined, kind: string, content: object): void {
    try {
      context?.publish(kind, content);
    } catch (error) {
      context?.write("stderr", `${(error as Error).message}\n`);
    }
  }

  #commOut(context: RequestContext | undefined, message: CommMessage): void {
    const { kind, id, target, data, metadata, buffers } = message;
    const content = { comm_id: id, data, ...(kind === "comm_open" && { target_name: target }) };
    context?.publish(kind, content, { metadata, buffers });
  }

  #input({ run, input, prompt, password }: Extract<ToFront, { type: "input" }>): void {
    const child = this.#child;
    const running = this.#running;
    if (running === undefined || running.run !== run) {
      child.send({ type: "noInput", input, reason: "Cannot ask for input: the cell has ended." });
      return;
    }
    running.context.input(prompt, { password }).then(
      (value) => child.send({ type: "input", input, value }),
      (error: Error) => child.send({ type: "noInput", input, reason: error.message }),
    );
  }

  #ask(question: Question): Promise<object> {
    return new Promise((resolve, reject) => {
      const ask = ++this.#asks;
      this.#asked.set(ask, { resolve, reject });
      this.#child.send({ type: "ask", ask, question });
    });
  }

  /** The process that runs cells has ended: a cell ended it, or the system did. A new one takes its place. */
  #lost({ code, signal }: Ended): void {
    if (this.#ended) return;
    const how = signal === null ? `with code ${code}` : `by ${signal}`;
    const message = `The process that ran the cells ended ${how}. Its variables are gone: run the cells from the top.`;
    this.#log(message);
    for (const { reject } of this.#asked.values()) reject(new Error(message));
    this.#asked.clear();
    this.#child = this.#start();
    const running = this.#running;
    if (running === undefined) this.#contexts.get(this.#latest())?.write("stderr", `${message}\n`);
    running?.waiting.resolve({
      status: "error",
      ename: "SessionEnded",
      evalue: message,
      traceback: [`SessionEnded: ${message}`],
    });
  }

  #remember(context: RequestContext): number {
    const run = ++this.#runs;
    // Only what output needs: the request itself may be large.
    this.#contexts.set(run, context);
    this.#contexts.delete(run - remembered);
    return run;
  }

  #latest(): number {
    return this.#running?.run ?? this.#runs;
  }
}
