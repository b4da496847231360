import { type Debugger, Session } from "node:inspector";
import { type FromInspector, ownMark, type ToInspector } from "./inspection.js";

/** Speaks for the front with the inspector of the main thread, from another one: this goes on while that one stands still. */
export class Relay {
  readonly #say: (message: FromInspector) => void;
  #session: Session | undefined;
  /** The addresses of scripts: calls name only their numbers. */
  readonly #urls = new Map<string, string>();

  constructor(say: (message: FromInspector) => void) {
    this.#say = say;
  }

  take(message: ToInspector): void {
    if (message.type === "open") this.#open();
    else if (message.type === "close") this.#close();
    else if (message.type === "post") this.#post(message.id, message.method, message.params);
  }

  #open(): void {
    this.#close();
    const session = new Session();
    session.connectToMainThread();
    session.on("Debugger.scriptParsed", ({ params }) => {
      this.#urls.set(params.scriptId, params.url);
      if (params.sourceMapURL === ownMark) this.#event("Debugger.scriptParsed", params);
    });
    session.on("Debugger.resumed", () => this.#event("Debugger.resumed", {}));
    session.on("Debugger.paused", ({ params }) => this.#paused(session, params));
    this.#session = session;
  }

  #close(): void {
    this.#urls.clear();
    this.#session?.disconnect();
    this.#session = undefined;
  }

  /** Scripts of libraries are none to stop before. */
  #paused(session: Session, params: Debugger.PausedEventDataType): void {
    const { sourceMapURL } = (params.data ?? {}) as { sourceMapURL?: string };
    if (params.reason === "instrumentation" && sourceMapURL !== ownMark) {
      session.post("Debugger.resume");
      return;
    }
    const callFrames = params.callFrames.map((call) => ({
      ...call,
      url: this.#urls.get(call.location.scriptId) ?? call.url,
    }));
    this.#event("Debugger.paused", { ...params, callFrames });
  }

  #event(method: string, params: unknown): void {
    this.#say({ type: "event", method, params });
  }

  #post(id: number, method: string, params: object): void {
    if (this.#session === undefined) {
      this.#say({ type: "failed", id, reason: "the debugger is off" });
      return;
    }
    this.#session.post(method, params, (error, result: unknown) => {
      if (error === null) this.#say({ type: "result", id, result });
      else this.#say({ type: "failed", id, reason: error.message });
    });
  }
}
