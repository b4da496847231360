import { glob } from "./glob.js";
import type { JsonObject } from "./message.js";

/** One cell that was run. */
interface HistoryEntry {
  /** Its execution count. */
  readonly line: number;
  readonly input: string;
  /** What it resulted in, as text. */
  readonly output?: string | undefined;
}

/** `[session, line, input]`, or with outputs `[session, line, [input, output]]`. */
export type HistoryTuple = [
  session: number,
  line: number,
  input: string | [input: string, output: string | null],
];

/** This life of the kernel, which Jupyter calls a session; earlier ones are not kept. */
const ownSession = 1;

/**
 * What was run in this kernel, in memory. Add only what a request wants stored (`store_history`).
 * @see https://jupyter-client.readthedocs.io/en/latest/messaging.html#history
 */
export class History {
  readonly #entries: HistoryEntry[] = [];

  add(entry: HistoryEntry): void {
    this.#entries.push(entry);
  }

  /** The last `count` entries, oldest first. */
  tail(count: number): readonly HistoryEntry[] {
    return count > 0 ? this.#entries.slice(-count) : [];
  }

  /** The lines from `start` to before `stop`, or to the end. */
  range(start: number, stop = Number.POSITIVE_INFINITY): readonly HistoryEntry[] {
    return this.#entries.filter(({ line }) => line >= start && line < stop);
  }

  /** The last `count` entries whose whole input matches the pattern; with `unique` each input once, its latest. */
  search(pattern: string, count = Number.POSITIVE_INFINITY, unique = false): readonly HistoryEntry[] {
    const matches = glob(pattern);
    const found: HistoryEntry[] = [];
    const seen = new Set<string>();
    for (let at = this.#entries.length - 1; at >= 0 && found.length < count; at--) {
      const entry = this.#entries[at] as HistoryEntry;
      if ((unique && seen.has(entry.input)) || !matches(entry.input)) continue;
      seen.add(entry.input);
      found.push(entry);
    }
    return found.reverse();
  }

  /** Answers the content of a `history_request`. @throws {RangeError} if the access type is not known */
  answer(request: JsonObject): { history: HistoryTuple[] } {
    const found = this.#find(request);
    const withOutput = request.output === true;
    return {
      history: found.map(({ line, input, output }) => [
        ownSession,
        line,
        withOutput ? [input, output ?? null] : input,
      ]),
    };
  }

  #find(request: JsonObject): readonly HistoryEntry[] {
    const number = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
    const count = number(request.n);
    switch (request.hist_access_type) {
      case "tail":
        return this.tail(count ?? 10);
      case "range": {
        // 0 is the current session; negative ones are earlier sessions, which are not kept.
        const asked = number(request.session) ?? 0;
        if (asked !== 0 && asked !== ownSession) return [];
        return this.range(number(request.start) ?? 1, number(request.stop));
      }
      case "search": {
        const pattern = typeof request.pattern === "string" ? request.pattern : "*";
        return this.search(pattern, count, request.unique === true);
      }
      default: {
        const kind = JSON.stringify(request.hist_access_type) ?? "missing";
        throw new RangeError(
          `Cannot read the history: hist_access_type is ${kind.slice(0, 80)}; use tail, range or search.`,
        );
      }
    }
  }
}
