import type { Language } from "../compile/configuration.js";
import { Pending } from "../pending.js";
import type { Answer, Answers, CommType, Outcome, Question, ToFront } from "../protocol.js";
import type { ExecuteContext, ExecuteRequest, Handlers, RequestContext } from "../wire/handlers.js";
import { History } from "../wire/history.js";
import { Child, type Ended } from "./child.js";
import { kernelInfo } from "./kernelInfo.js";
import { deaf, lossOf } from "./losses.js";
import { answerInput, commInfoOf, commOf, publish, publishComm, Requests, sentOf } from "./requests.js";
import { snapshotToUse } from "./snapshot.js";

interface Running {
  readonly run: number;
  readonly context: ExecuteContext;
  end(outcome: Outcome): void;
}

/** Answers requests with a session in another process. */
export class Kernel implements Handlers {
  readonly kernelInfo: Handlers["kernelInfo"];
  readonly #language: Language;
  readonly #notebook: string;
  readonly #log: (line: string) => void;
  readonly #history = new History();
  readonly #requests = new Requests();
  readonly #questions = new Pending<Answer>();
  #snapshot: string | undefined;
  #child: Child;
  #ready = false;
  #running: Running | undefined;
  #ended = false;

  constructor(notebook: string, log: (line: string) => void, language: Language = "typescript") {
    this.kernelInfo = () => kernelInfo(language);
    this.#language = language;
    this.#notebook = notebook;
    this.#log = log;
    this.#snapshot = snapshotToUse(log);
    this.#child = this.#start();
  }

  async execute(request: ExecuteRequest, context: ExecuteContext): Promise<Outcome> {
    const run = this.#requests.add(context);
    if (!this.#child.lives) this.#child = this.#start();
    const outcome = await new Promise<Outcome>((end) => {
      this.#running = { run, context, end };
      this.#child.send({ type: "execute", run, count: context.executionCount, ...sentOf(request) });
    });
    this.#running = undefined;
    await this.#child.drained();
    const result = outcome.status === "ok" ? outcome.result : undefined;
    if (request.storeHistory)
      this.#history.add({ line: context.executionCount, input: request.code, output: result });
    return outcome;
  }

  complete(code: string, cursor: number): Promise<Answers["complete"]> {
    return this.#ask({ about: "complete", code, cursor });
  }

  inspect(code: string, cursor: number, detail: 0 | 1): Promise<Answers["inspect"]> {
    return this.#ask({ about: "inspect", code, cursor, detail });
  }

  isComplete(code: string): Promise<Answers["isComplete"]> {
    return this.#ask({ about: "isComplete", code });
  }

  history(request: Parameters<History["answer"]>[0]): ReturnType<History["answer"]> {
    return this.#history.answer(request);
  }

  async commInfo(target: string | undefined): Promise<Record<string, { target_name: string }>> {
    return commInfoOf(await this.#ask({ about: "comms" }), target);
  }

  comm(kind: CommType, message: RequestContext["message"], context: RequestContext): void {
    this.#child.send({ type: "comm", run: this.#requests.add(context), ...commOf(kind, message) });
  }

  interrupt(): void {
    this.#child.interrupt();
  }

  shutdown(): void {
    this.#ended = true;
    this.#child.kill();
  }

  #start(): Child {
    this.#ready = false;
    return new Child(this.#notebook, this.#language, this.#snapshot, {
      unfit: () => {
        this.#log("The snapshot of the compiler does not fit: starting without it.");
        this.#snapshot = undefined;
      },
      message: (message) => this.#receive(message),
      output: (name, text) => this.#contextOf(undefined)?.write(name, text),
      deaf: () => this.#running?.context.write("stderr", deaf),
      ended: (how) => this.#lost(how),
    });
  }

  #ask<About extends Question["about"]>(
    question: Extract<Question, { about: About }>,
  ): Promise<Answers[About]> {
    const answer = this.#questions.ask((ask) => this.#child.send({ type: "ask", ask, question }));
    return answer as Promise<Answers[About]>;
  }

  /** Of a run that is still remembered; else of the running or the last one. */
  #contextOf(run: number | undefined): RequestContext | undefined {
    return this.#requests.of(run ?? 0) ?? this.#requests.of(this.#running?.run ?? this.#requests.latest);
  }

  #receive(message: ToFront): void {
    if (message.type === "ready") this.#ready = true;
    else if (message.type === "answer") this.#questions.resolve(message.ask, message.answer);
    else if (message.type === "refused") this.#questions.reject(message.ask, message.reason);
    else if (message.type === "input") this.#input(message);
    else if (message.type === "done") {
      if (this.#running?.run === message.run) this.#running.end(message.outcome);
    } else {
      const context = this.#contextOf(message.run);
      if (message.type === "stream") context?.write(message.name, message.text);
      else if (message.type === "publish") publish(context, message.kind, message.content);
      else publishComm(context, message);
    }
  }

  #input({ run, input, prompt, password }: Extract<ToFront, { type: "input" }>): void {
    const asked =
      this.#running?.run === run
        ? this.#running.context.input(prompt, { password })
        : Promise.reject(new Error("Cannot ask for input: the cell has ended."));
    answerInput(this.#child, input, asked);
  }

  /** The process that runs cells has ended: a cell ended it, or the system did. A new one takes its place. */
  #lost(how: Ended): void {
    if (this.#ended) return;
    const message = lossOf(how, this.#ready);
    this.#log(message);
    this.#questions.rejectAll(message);
    const running = this.#running;
    if (!running) this.#contextOf(undefined)?.write("stderr", `${message}\n`);
    if (this.#ready) this.#child = this.#start(); // One that cannot even start waits for the next cell.
    running?.end({ status: "error", ename: "SessionEnded", evalue: message, traceback: [message] });
  }
}
