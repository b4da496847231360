import type { ExceptionFilter } from "./exceptions.js";
import type { Inspector } from "./inspector.js";
import type { Step } from "./steps.js";

/** What the reader has not written, by its address: steps pass over it. */
const foreign = [
  "[/\\\\]node_modules[/\\\\]",
  `^${new URL("../../", import.meta.url).href.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`,
];

/** The debugger of the engine: where it looks, and how it goes on. */
export class Engine {
  readonly #inspector: Inspector;
  #filter: ExceptionFilter | undefined;
  #skipping = false;

  constructor(inspector: Inspector) {
    this.#inspector = inspector;
  }

  /** At which exceptions it stops. */
  get filter(): ExceptionFilter | undefined {
    return this.#filter;
  }

  /** Switches it on. */
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

  /** For a while the code stops nowhere: a cell that was interrupted ends. */
  async skip(skip: boolean): Promise<void> {
    if (this.#skipping === skip) return;
    this.#skipping = skip;
    await this.#inspector.post("Debugger.setSkipAllPauses", { skip });
  }

  async step(step: Step): Promise<void> {
    if (this.#filter !== undefined) await this.#passOver(true);
    await this.#inspector.post(`Debugger.${step}`);
  }

  async resume(): Promise<void> {
    // What a library throws is an exception where it is called.
    if (this.#filter !== undefined) await this.#passOver(false);
    await this.#inspector.post("Debugger.resume");
  }

  /** Stops wherever the code is. */
  async pause(): Promise<void> {
    await this.#passOver(true);
    await this.#inspector.post("Debugger.pause");
  }

  #passOver(pass: boolean): Promise<object> {
    return this.#inspector.post("Debugger.setBlackboxPatterns", { patterns: pass ? foreign : [] });
  }
}
