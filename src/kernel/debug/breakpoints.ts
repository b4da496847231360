import { pathToFileURL } from "node:url";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { cellFiles } from "./cellFiles.js";
import type { Inspector } from "./inspector.js";
import type { Script, Scripts, Stop } from "./scripts.js";

type Asked = DebugProtocol.SourceBreakpoint;
type Told = DebugProtocol.Breakpoint & { readonly id: number };

/** A breakpoint as it was asked for and as it was told, with the condition that the engine looks at. */
interface Kept {
  readonly asked: Asked;
  told: Told;
  /** The line on which a statement begins. */
  readonly line: number;
  readonly condition: string | undefined;
}

/** The breakpoints of a front end, by what it calls the text they stand in. Each run of a cell has them. */
export class Breakpoints {
  readonly #inspector: Inspector;
  readonly #scripts: Scripts;
  readonly #changed: (breakpoint: DebugProtocol.Breakpoint) => void;
  readonly #kept = new Map<string, Kept[]>();
  /** What the engine calls them, and which of ours they are. */
  readonly #set = new Map<string, { readonly id: number; readonly path: string }>();
  #count = 0;

  /** `changed` hears when a breakpoint stands elsewhere than was told. */
  constructor(
    inspector: Inspector,
    scripts: Scripts,
    changed: (breakpoint: DebugProtocol.Breakpoint) => void,
  ) {
    this.#inspector = inspector;
    this.#scripts = scripts;
    this.#changed = changed;
  }

  clear(): void {
    this.#kept.clear();
    this.#set.clear();
  }

  /** The engine has forgotten them: its process is gone. */
  unset(): void {
    this.#set.clear();
  }

  list(): { source: string; breakpoints: { line: number }[] }[] {
    return [...this.#kept].map(([source, kept]) => ({
      source,
      breakpoints: kept.map(({ asked, told }) => ({ ...asked, line: told.line ?? asked.line })),
    }));
  }

  /** The numbers of those that the engine has stopped at. */
  hit(ids: readonly string[]): number[] {
    return ids.flatMap((id) => this.#set.get(id)?.id ?? []);
  }

  /** Sets those of one text; the ones before are gone. */
  async set(path: string, asked: readonly Asked[]): Promise<DebugProtocol.Breakpoint[]> {
    for (const [id, { path: of }] of this.#set) {
      if (of !== path) continue;
      this.#set.delete(id);
      await this.#inspector.post("Debugger.removeBreakpoint", { breakpointId: id }).catch(() => {});
    }
    const text = await this.#scripts.textOf(path);
    const wanted = asked.map(({ line }) => line);
    const lines = text === undefined ? wanted : await this.#inspector.ask("stopLines", [path, text, wanted]);
    const kept = await Promise.all(asked.map((each, at) => this.#keep(path, each, lines[at] ?? undefined)));
    if (kept.length > 0) this.#kept.set(path, kept);
    else this.#kept.delete(path);
    for (const script of await this.#scripts.all()) if (script.path === path) await this.setIn(script);
    return kept.map(({ told }) => told);
  }

  /** Sets what stands in the text of a script that is about to run. */
  async setIn(script: Script): Promise<void> {
    const kept = this.#kept.get(script.path) ?? [];
    if (kept.length === 0) return;
    const stops = await this.#scripts.stopsOf(script);
    for (const each of kept) {
      const { told, condition } = each;
      if (!told.verified) continue;
      const { line } = each;
      const stop = stops.find(({ place }) => place[0] === line) ?? stops.find(({ place }) => place[0] > line);
      if (stop === undefined) continue;
      const { place } = stop;
      // A function in one line: at its declaration, and whenever it is called.
      const body = stops.find((each) => each.within?.isBody === true && each.place[0] === place[0]);
      const { id } = told;
      await this.#place(script, stop, condition, id);
      if (body !== undefined && body !== stop) await this.#place(script, body, condition, id);
      if (place[0] === told.line) continue;
      each.told = { ...told, line: place[0], message: movedText(each.asked.line, place[0]) };
      this.#changed(each.told);
    }
  }

  async #place(script: Script, stop: Stop, condition: string | undefined, id: number): Promise<void> {
    const { lineNumber, columnNumber } = stop;
    const location = { scriptId: script.id, lineNumber, columnNumber };
    const asked = { location, ...(condition !== undefined && { condition }) };
    const posted = this.#inspector.post<{ breakpointId: string }>("Debugger.setBreakpoint", asked);
    // Two may have moved to one place.
    const found = await posted.catch(() => undefined);
    if (found !== undefined) this.#set.set(found.breakpointId, { id, path: script.path });
  }

  async #keep(path: string, asked: Asked, found: number | undefined): Promise<Kept> {
    const id = ++this.#count;
    const { line } = asked;
    const source = { path };
    try {
      const condition = await this.#conditionOf(path, asked);
      if (found === undefined)
        throw new Error(`No statement stands on line ${line} or below: the code never stops there.`);
      const moved = found === line ? {} : { message: movedText(line, found) };
      return { asked, line: found, condition, told: { id, verified: true, line: found, source, ...moved } };
    } catch (error) {
      const { message } = error as Error;
      return { asked, line, condition: undefined, told: { id, verified: false, line, source, message } };
    }
  }

  /** A logpoint is a condition that says something and is never true. */
  async #conditionOf(path: string, { condition, logMessage }: Asked): Promise<string | undefined> {
    const wanted = condition ? await this.#expression(path, condition) : undefined;
    if (!logMessage) return wanted;
    const parts = logMessage.split(/\{([^{}]*)\}/);
    const given = await Promise.all(
      parts.map((part, at) => (at % 2 === 0 ? JSON.stringify(part) : this.#expression(path, part))),
    );
    const log = `(globalThis[Symbol.for("convlab.debuggee")]().log([${given.join(", ")}]), false)`;
    return wanted === undefined ? log : `(${wanted}) && ${log}`;
  }

  async #expression(path: string, text: string): Promise<string> {
    const url = path.startsWith(cellFiles.prefix) ? undefined : pathToFileURL(path).href;
    const code = await this.#inspector.ask("expression", [text, url]);
    return code.replace(/;\s*$/, "");
  }
}

function movedText(from: number, to: number): string {
  return `No statement begins on line ${from}: moved to line ${to}.`;
}
