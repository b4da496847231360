import { serialize } from "node:v8";
import type { ToSession } from "../protocol.js";
import { Breakpoints } from "./breakpoints.js";
import type { FromInspector, ToInspector } from "./inspection.js";
import { Looking } from "./looking.js";
import { Pauses, type Standing } from "./pauses.js";
import { Scripts } from "./scripts.js";
import type { Paused } from "./stack.js";

/** JavaScript runs in one thread. */
export const threadId = 1;

/** One kernel as a debugger sees it: what stands where, and how the code goes on. */
export class Debugging extends Looking {
  readonly scripts = new Scripts(this.inspector);
  readonly breakpoints = new Breakpoints(this.inspector, this.scripts, (breakpoint) =>
    this.publish("breakpoint", { reason: "changed", breakpoint }),
  );
  readonly pauses = new Pauses(this.inspector, this.scripts, {
    loaded: (script) => this.breakpoints.setIn(script),
    stands: (standing) => this.#stand(standing),
  });
  /** Resolves when the process that runs cells is being watched. */
  #watched: Promise<void> = Promise.resolve();

  /** A process takes the place of the one that ran cells before. */
  connect(tell: (message: ToInspector) => void): void {
    this.inspector.connect(tell);
    this.scripts.clear();
    this.breakpoints.unset();
    this.between.clear();
    this.isRunning = false;
    this.looks = false;
    this.#continued();
    if (this.isStarted) this.#watched = this.#watch();
  }

  received(message: FromInspector): void {
    this.inspector.received(message);
  }

  /** Hands a message to the process that runs cells while that stands still and reads none. */
  deliver(message: ToSession): void {
    void this.inspector.ask("receive", [serialize(message).toString("base64")]).catch(() => {});
  }

  /** The running cell is to end: it stops nowhere on its way. */
  interrupted(): void {
    if (!this.isStarted) return;
    void this.pauses.engine.skip(true).catch(() => {});
    if (this.stands) void this.resumed(() => this.pauses.resume()).catch(() => {});
  }

  /** A cell is to run. Undefined where it need not wait; else until all that it is to stop at is known. */
  begins(): Promise<void> | undefined {
    this.isRunning = true;
    return this.isStarted ? this.#begin() : this.between.kept;
  }

  async #begin(): Promise<void> {
    await Promise.all([this.#watched, this.between.kept]);
    if (!this.stands) await this.pauses.begin();
  }

  /** A cell has ended. */
  executed(): void {
    this.isRunning = false;
    this.between.executed();
    if (this.isStarted) void this.pauses.engine.skip(false).catch(() => {});
  }

  async start(): Promise<void> {
    if (!this.isStarted) {
      this.isStarted = true;
      this.#watched = this.#watch();
    }
    await this.#watched;
  }

  /** Switches all off and forgets it; what stands still goes on. */
  async stop(): Promise<void> {
    this.isStarted = false;
    this.between.forget();
    this.breakpoints.clear();
    this.scripts.clear();
    this.#continued();
    await this.pauses.engine.stopAt(undefined);
    await this.inspector.post("Debugger.disable");
    await this.inspector.ask("forget", []);
    this.inspector.close();
  }

  /** Switches the inspector of the process on, and sets all that was asked for. */
  async #watch(): Promise<void> {
    this.looks = false;
    this.inspector.open();
    await this.pauses.engine.enable();
    for (const script of await this.scripts.all()) await this.breakpoints.setIn(script);
  }

  protected event(method: string, params: unknown): void {
    if (method === "Debugger.scriptParsed") {
      const { scriptId, url } = params as { scriptId: string; url: string };
      void this.scripts.add(scriptId, url);
    } else if (method === "Debugger.paused") {
      // What cannot be looked at is not to stand for ever.
      this.pauses.paused(params as Paused).catch(() => {
        void this.pauses.resume().catch(() => {});
      });
    }
  }

  async #stand(standing: Standing): Promise<void> {
    this.standing = standing;
    const { reason, hit, text } = standing;
    this.publish("stopped", {
      reason,
      threadId,
      allThreadsStopped: true,
      preserveFocusHint: false,
      ...(text !== undefined && { text, description: text }),
      hitBreakpointIds: this.breakpoints.hit(hit),
    });
  }

  /** Lets the code go on by `go`. */
  async resumed(go: (standing: Standing) => Promise<void>): Promise<undefined> {
    const standing = this.standing;
    if (standing === undefined) throw new Error("The code is not stopped.");
    this.#continued();
    await this.inspector.ask("forget", []);
    await go(standing);
  }

  #continued(): void {
    if (this.standing === undefined) return;
    this.standing = undefined;
    this.publish("continued", { threadId, allThreadsContinued: true });
  }
}
