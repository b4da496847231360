import { Pending } from "../pending.js";
import type { Answer, Answers, CommType, Outcome, Question, ToFront } from "../protocol.js";
import type {
  ExecuteContext,
  ExecuteRequest,
  Handlers,
  KernelInfo,
  RequestContext,
} from "../wire/handlers.js";
import { History } from "../wire/history.js";
import type { Aside } from "./aside.js";
import { answerInput, commInfoOf, commOf, publish, publishComm, Requests, sentOf } from "./requests.js";
import type { Runner, StartRunner } from "./runner.js";

interface Running {
  readonly run: number;
  readonly context: ExecuteContext;
  end(outcome: Outcome): void;
}

/** Answers requests with a session that runs elsewhere: in another process, or in a worker. */
export class Kernel implements Handlers {
  readonly kernelInfo: Handlers["kernelInfo"];
  readonly #startRunner: StartRunner;
  readonly #log: (line: string) => void;
  readonly #history = new History();
  readonly #requests = new Requests();
  readonly #questions = new Pending<Answer>();
  readonly #aside: Aside | undefined;
  #runner: Runner;
  #ready = false;
  #running: Running | undefined;
  #ended = false;

  /** With `aside` questions about text are answered while a cell keeps its thread busy. */
  constructor(info: KernelInfo, startRunner: StartRunner, log: (line: string) => void, aside?: Aside) {
    this.kernelInfo = () => info;
    this.#aside = aside;
    this.#startRunner = startRunner;
    this.#log = log;
    this.#runner = this.#start();
  }

  async execute(request: ExecuteRequest, context: ExecuteContext): Promise<Outcome> {
    const run = this.#requests.add(context);
    if (!this.#runner.lives) this.#runner = this.#start();
    this.#aside?.note({ run, count: context.executionCount, code: request.code });
    const outcome = await new Promise<Outcome>((end) => {
      this.#running = { run, context, end };
      this.#runner.send({ type: "execute", run, count: context.executionCount, ...sentOf(request) });
    });
    this.#running = undefined;
    await this.#runner.drained();
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
    this.#runner.send({ type: "comm", run: this.#requests.add(context), ...commOf(kind, message) });
  }

  interrupt(): void {
    this.#runner.interrupt();
  }

  shutdown(): void {
    this.#ended = true;
    this.#aside?.forget();
    this.#runner.kill();
  }

  #start(): Runner {
    this.#ready = false;
    return this.#startRunner({
      message: (message) => this.#receive(message),
      output: (name, text) => this.#contextOf(undefined)?.write(name, text),
      remark: (text) => this.#running?.context.write("stderr", text),
      ended: (tell) => this.#lost(tell(this.#ready)),
    });
  }

  #ask<About extends Question["about"]>(question: Question & { about: About }): Promise<Answers[About]> {
    const own = this.#questions.ask((ask) => this.#runner.send({ type: "ask", ask, question }));
    const aside = this.#running === undefined || question.about === "comms" ? undefined : this.#aside;
    return (aside?.instead(own, question) ?? own) as Promise<Answers[About]>;
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
    answerInput(this.#runner, input, asked);
  }

  /** What runs cells has ended: a cell ended it, or the system did. A new one takes its place. */
  #lost(message: string): void {
    if (this.#ended) return;
    this.#log(message);
    this.#questions.rejectAll(message);
    this.#aside?.forget();
    const running = this.#running;
    if (!running) this.#contextOf(undefined)?.write("stderr", `${message}\n`);
    if (this.#ready) this.#runner = this.#start(); // One that cannot even start waits for the next cell.
    running?.end({ status: "error", ename: "SessionEnded", evalue: message, traceback: [message] });
  }
}
