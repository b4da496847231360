import { readFileSync } from "node:fs";
import { cellFile } from "./cellFiles.js";
import type { Within } from "./functionAround.js";
import type { Inspector } from "./inspector.js";
import { locationsOf } from "./locations.js";
import type { Place } from "./written.js";

/** A script of the reader's that the inspector has told of. */
export interface Script {
  readonly id: string;
  readonly url: string;
  /** `Cell [3]`, or the name of a file. */
  readonly name: string;
  /** What front ends call it. */
  readonly path: string;
  readonly isCell: boolean;
}

/** A place where a script can stop: as the inspector counts, from 0, and in the reader's text. */
export interface Stop {
  readonly lineNumber: number;
  readonly columnNumber: number;
  readonly place: Place;
  /** Whether it is a `debugger` statement. */
  readonly isDebugger: boolean;
  /** The function that it stands in. */
  readonly within: Within | null;
}

/** More texts of cells than these are forgotten. */
const remembered = 2000;

/** The texts that a front end may ask about, and the scripts that came of them. */
export class Scripts {
  readonly #inspector: Inspector;
  readonly #texts = new Map<string, string>();
  readonly #byUrl = new Map<string, Promise<Script | undefined>>();
  readonly #stops = new Map<string, Promise<readonly Stop[]>>();

  constructor(inspector: Inspector) {
    this.#inspector = inspector;
  }

  /** Forgets the scripts: the process that held them is gone. */
  clear(): void {
    this.#byUrl.clear();
    this.#stops.clear();
  }

  /** Takes the text of a cell, and gives its name. */
  dump(text: string): string {
    const path = cellFile(text);
    this.#texts.set(path, text);
    for (const oldest of this.#texts.keys()) {
      if (this.#texts.size <= remembered) break;
      this.#texts.delete(oldest);
    }
    return path;
  }

  /** A script that was compiled. A module that is loaded again takes the place of what it was. */
  add(id: string, url: string): Promise<Script | undefined> {
    const script = this.#read(id, url);
    this.#byUrl.set(url, script);
    return script;
  }

  of(url: string): Promise<Script | undefined> {
    return this.#byUrl.get(url) ?? Promise.resolve(undefined);
  }

  async all(): Promise<Script[]> {
    const all = await Promise.all(this.#byUrl.values());
    return all.filter((script) => script !== undefined);
  }

  /** The text that front ends call `path`. */
  async textOf(path: string): Promise<string | undefined> {
    const text = this.#texts.get(path);
    if (text !== undefined) return text;
    try {
      return /\.[mc]?[jt]sx?$/.test(path) ? readFileSync(path, "utf8") : undefined;
    } catch {
      return undefined;
    }
  }

  /** The places where a script can stop. */
  stopsOf({ id, url }: Script): Promise<readonly Stop[]> {
    const found = this.#stops.get(id) ?? this.#findStops(id, url);
    this.#stops.set(id, found);
    return found;
  }

  async #read(id: string, url: string): Promise<Script | undefined> {
    const text = await this.#inspector.ask("scriptText", [url]).catch(() => undefined);
    if (text === undefined) return undefined;
    const { name, cell, file } = text;
    const path = cell === undefined ? (file ?? "") : this.dump(cell);
    return { id, url, name, path, isCell: cell !== undefined };
  }

  async #findStops(scriptId: string, url: string): Promise<readonly Stop[]> {
    const all = await locationsOf(this.#inspector, scriptId);
    const at = all.map(({ lineNumber, columnNumber }) => [lineNumber, columnNumber] as const);
    const begun = await this.#inspector.ask("stops", [url, at]);
    const returned = await this.#inspector.ask("returns", [url, at]);
    const functions = await this.#inspector.ask("functions", [url, begun]);
    // A statement that begins with a call is told as a call; of `return sum` only the end is told.
    const begins = new Set(all.flatMap(({ type }, each) => (type === "return" ? [] : String(begun[each]))));
    return all.flatMap(({ lineNumber, columnNumber, type }, each): Stop[] => {
      const place = type === "return" ? returned[each] : begun[each];
      if (!place || (type === "return" && begins.has(String(place)))) return [];
      const isDebugger = type === "debuggerStatement";
      return [{ lineNumber, columnNumber, place, isDebugger, within: functions[each] ?? null }];
    });
  }
}
