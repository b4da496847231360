import { uuid } from "../../platform/uuid.js";
import { pause } from "../pause.js";
import { RequestQueue } from "./requestQueue.js";

/** How long a question waits for the running cell before it overtakes it, in milliseconds. */
const patience = 300;

/**
 * The order of what comes on the shell channel: one request after the other, in the main shell and in each subshell
 * (Jupyter protocol 5.5) for itself.
 */
export class Subshells<Request> {
  readonly #run: (request: Request, aborted: boolean) => Promise<void>;
  readonly #main: RequestQueue<Request>;
  readonly #queues = new Map<string, RequestQueue<Request>>();

  /** `run` must not reject. */
  constructor(run: (request: Request, aborted: boolean) => Promise<void>) {
    this.#run = run;
    this.#main = new RequestQueue(run);
  }

  /** What answers the requests about subshells; none to others. @throws {TypeError} if there is no such subshell */
  answer(type: string, id: unknown): object | undefined {
    if (type === "create_subshell_request") return { subshell_id: this.#create() };
    if (type === "list_subshell_request") return { subshell_id: [...this.#queues.keys()] };
    if (type !== "delete_subshell_request") return undefined;
    // Cells that still wait there are answered as aborted.
    this.#known(id).abortWaiting();
    this.#queues.delete(String(id));
    return {};
  }

  /** @throws {TypeError} if a message names a subshell that is not there */
  verify(id: unknown): void {
    if (!isMain(id)) this.#known(id);
  }

  push(id: unknown, request: Request): void {
    this.#queueOf(id).push(request);
  }

  /** Like `push`; where it has not begun after a while and `mayOvertake` says so, it is run beside what runs. */
  pushQuestion(id: unknown, request: Request, mayOvertake: () => boolean): void {
    const queue = this.#queueOf(id);
    queue.push(request);
    void pause(patience, { holds: false }).then(() => {
      if (mayOvertake() && queue.withdraw(request)) void this.#run(request, false);
    });
  }

  /** Marks what waits in one shell as aborted. */
  abortWaiting(id: unknown): void {
    this.#queueOf(id).abortWaiting();
  }

  /** Forgets what waits and takes nothing more. */
  close(): void {
    for (const queue of [this.#main, ...this.#queues.values()]) queue.close();
  }

  #create(): string {
    const id = uuid();
    this.#queues.set(id, new RequestQueue(this.#run));
    return id;
  }

  /** What is for an unknown subshell is refused in the main one. */
  #queueOf(id: unknown): RequestQueue<Request> {
    return (isMain(id) ? undefined : this.#queues.get(String(id))) ?? this.#main;
  }

  #known(id: unknown): RequestQueue<Request> {
    const queue = this.#queues.get(String(id));
    if (queue !== undefined) return queue;
    throw new TypeError(
      `Cannot find subshell ${JSON.stringify(id)}: it was deleted, or belongs to a kernel before this one. Create another.`,
    );
  }
}

function isMain(id: unknown): boolean {
  return id === undefined || id === null;
}
