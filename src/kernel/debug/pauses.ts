import { concerns, type ExceptionFilter } from "./exceptions.js";
import { type Inspector, type RemoteObject, thrownText } from "./inspector.js";
import type { Script, Scripts } from "./scripts.js";
import { type OwnFrame, ownFrames, type Paused } from "./stack.js";
import { further, nowhere, type Step, type Walk } from "./steps.js";

/** What is stopped at: a place of the reader's. */
export interface Standing {
  readonly reason: "breakpoint" | "step" | "pause" | "exception";
  /** The breakpoints, as the inspector calls them. */
  readonly hit: readonly string[];
  /** What was thrown. */
  readonly thrown?: RemoteObject;
  readonly text?: string;
  readonly frames: readonly OwnFrame[];
  /** How many calls there are, those of libraries too. */
  readonly depth: number;
}

interface PauseEvents {
  /** A script of the reader's is about to run. */
  loaded(script: Script): Promise<void>;
  stands(standing: Standing): Promise<void>;
}

/** What the reader has not written, by its address: steps pass over it. */
const foreign = [
  "[/\\\\]node_modules[/\\\\]",
  `^${new URL("../../", import.meta.url).href.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`,
];

/** Finds out at which of the inspector's pauses the code is to stand, and lets it go on from the others. */
export class Pauses {
  readonly #inspector: Inspector;
  readonly #scripts: Scripts;
  readonly #events: PauseEvents;
  #filter: ExceptionFilter | undefined;
  #walk: Walk = nowhere;
  #skipping = false;

  constructor(inspector: Inspector, scripts: Scripts, events: PauseEvents) {
    this.#inspector = inspector;
    this.#scripts = scripts;
    this.#events = events;
  }

  /** Switches the inspector on. */
  async enable(): Promise<void> {
    await this.#inspector.post("Debugger.enable", {});
    await this.#inspector.post("Debugger.setInstrumentationBreakpoint", {
      instrumentation: "beforeScriptWithSourceMapExecution",
    });
    await this.stopAt(this.#filter);
  }

  /** Says at which exceptions to stop. */
  async stopAt(filter: ExceptionFilter | undefined): Promise<void> {
    this.#filter = filter;
    await this.#inspector.post("Debugger.setAsyncCallStackDepth", { maxDepth: filter ? 16 : 0 });
    await this.#inspector.post("Debugger.setPauseOnExceptions", { state: filter ? "all" : "none" });
    await this.#passOver(filter === undefined);
  }

  /** Lets the code go on. */
  async resume(): Promise<void> {
    this.#walk = nowhere;
    // What a library throws is an exception where it is called.
    if (this.#filter !== undefined) await this.#passOver(false);
    await this.#inspector.post("Debugger.resume");
  }

  /** Goes on to the next line, or into or out of a call, from where the code stands. */
  async step(step: Step, { frames, depth }: Pick<Standing, "frames" | "depth">): Promise<void> {
    this.#walk = { wanted: "step", step, from: frames[0], depth };
    await this.#advance(step);
  }

  async #advance(step: Step): Promise<void> {
    if (this.#filter !== undefined) await this.#passOver(true);
    await this.#inspector.post(`Debugger.${step}`);
  }

  /** Stops before the next statement of the reader's, wherever that is. */
  async pause(): Promise<void> {
    this.#walk = { ...nowhere, wanted: "pause" };
    await this.#passOver(true);
    await this.#inspector.post("Debugger.pause");
  }

  /** For a while the code stops nowhere: a cell that was interrupted ends. */
  async skip(skip: boolean): Promise<void> {
    if (this.#skipping === skip) return;
    this.#skipping = skip;
    await this.#inspector.post("Debugger.setSkipAllPauses", { skip });
  }

  async paused(paused: Paused): Promise<void> {
    const { reason, data, callFrames } = paused;
    if (reason === "instrumentation") {
      const { scriptId = "", url = "" } = data ?? {};
      const script = await this.#scripts.add(scriptId, url);
      if (script !== undefined) await this.#events.loaded(script);
      return this.resume();
    }
    const thrown = reason === "exception" || reason === "promiseRejection";
    if (thrown && !(await concerns(paused, this.#filter, this.#scripts, this.#inspector)))
      return this.#goOn();
    const frames = await ownFrames(callFrames, this.#scripts, this.#inspector);
    const hit = paused.hitBreakpoints ?? [];
    if (!thrown && hit.length === 0) {
      const on = await further(callFrames, frames, this.#walk, this.#scripts, this.#inspector);
      if (on === "resume") return this.resume();
      if (on !== undefined) return this.#advance(on);
    }
    if (frames.length === 0) return this.#goOn();
    const { wanted = "breakpoint" } = this.#walk;
    this.#walk = nowhere;
    const text = thrown ? thrownText(data) : undefined;
    await this.#events.stands({
      reason: thrown ? "exception" : hit.length > 0 ? "breakpoint" : wanted,
      hit,
      frames,
      depth: callFrames.length,
      ...(thrown && data && { thrown: data }),
      ...(text !== undefined && { text }),
    });
  }

  /** As it was going. */
  async #goOn(): Promise<void> {
    const { wanted, step } = this.#walk;
    if (wanted === "pause") await this.pause();
    if (step === undefined) await this.#inspector.post("Debugger.resume");
    else await this.#advance(step);
  }

  #passOver(pass: boolean): Promise<object> {
    return this.#inspector.post("Debugger.setBlackboxPatterns", { patterns: pass ? foreign : [] });
  }
}
