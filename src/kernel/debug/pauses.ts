import { Engine } from "./engine.js";
import { concerns } from "./exceptions.js";
import { type Inspector, type RemoteObject, thrownText } from "./inspector.js";
import type { Script, Scripts } from "./scripts.js";
import { Search } from "./search.js";
import { isWhole, type OwnFrame, ownFrames, type Paused } from "./stack.js";
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

/** Finds out at which of the inspector's pauses the code is to stand, and lets it go on from the others. */
export class Pauses {
  readonly #inspector: Inspector;
  readonly #scripts: Scripts;
  readonly #events: PauseEvents;
  readonly engine: Engine;
  readonly #search: Search;
  #walk: Walk = nowhere;

  constructor(inspector: Inspector, scripts: Scripts, events: PauseEvents) {
    this.#inspector = inspector;
    this.engine = new Engine(inspector);
    this.#search = new Search(inspector);
    this.#scripts = scripts;
    this.#events = events;
  }

  /** Lets the code go on. */
  async resume(): Promise<void> {
    this.#walk = nowhere;
    await this.#search.end();
    await this.engine.resume();
  }

  /** Goes on to the next line, or into or out of a call, from where the code stands. */
  async step(step: Step, { frames, depth }: Pick<Standing, "frames" | "depth">): Promise<void> {
    const [from] = frames;
    this.#walk = { wanted: "step", step, from, depth };
    const hasCaller = frames.length > 1 || from === undefined || isWhole(from.call, from.script);
    if (step !== "stepOut" || hasCaller) return this.engine.step(step);
    await this.#search.beginAtEnd(from.call);
    await this.engine.resume();
  }

  /** Stops before the next statement of the reader's, wherever that is. */
  async pause(): Promise<void> {
    this.#walk = { ...nowhere, wanted: "pause" };
    await this.engine.pause();
  }

  /** A step that was to go on in what comes next is over: another cell begins. */
  async begin(): Promise<void> {
    if (this.#walk.wanted === "step") this.#walk = nowhere;
    await this.#search.end();
  }

  async paused(paused: Paused): Promise<void> {
    const { reason, data, callFrames } = paused;
    if (reason === "instrumentation") {
      const { scriptId = "", url = "" } = data ?? {};
      const script = await this.#scripts.add(scriptId, url);
      if (script !== undefined) await this.#events.loaded(script);
      // A step over what loads it is still on its way.
      return this.engine.resume();
    }
    const found = await this.#search.arrived(paused.hitBreakpoints ?? []);
    // Where nobody searches any more.
    if (found && this.#walk.wanted === undefined) return this.resume();
    if (found && callFrames[0]?.returnValue !== undefined && this.#walk.step === "stepOut")
      return this.#searchOn();
    const thrown = reason === "exception" || reason === "promiseRejection";
    if (thrown && !(await concerns(paused, this.engine.filter, this.#scripts, this.#inspector)))
      return this.#goOn();
    const frames = await ownFrames(callFrames, this.#scripts, this.#inspector);
    const hit = found ? [] : (paused.hitBreakpoints ?? []);
    if (!thrown && !found && hit.length === 0) {
      const on = await further(callFrames, frames, this.#walk, this.#scripts, this.#inspector);
      if (on === "resume") return this.resume();
      if (on === "search") return this.#searchOn();
      if (on !== undefined) return this.engine.step(on);
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

  /** On to the next statement of the reader's, wherever that is. */
  async #searchOn(): Promise<void> {
    await this.#search.begin(this.#scripts);
    await this.engine.resume();
  }

  /** As it was going. */
  async #goOn(): Promise<void> {
    const { wanted, step } = this.#walk;
    if (wanted === "pause") await this.pause();
    if (step === undefined) await this.engine.resume();
    else await this.engine.step(step);
  }
}
