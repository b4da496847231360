import type { Inspector } from "./inspector.js";
import { type Location, locationsOf } from "./locations.js";
import type { Scripts } from "./scripts.js";
import type { CallFrame } from "./stack.js";

/** A place to stop at. */
type Spot = Pick<Location, "lineNumber" | "columnNumber"> & { readonly scriptId: string };

/** Places are sought in the latest scripts until there are so many. */
const enough = 1000;

/** No more than these in one function: the engine takes much longer for each further one. */
const mostInFunction = 100;

/**
 * Where a step ends that has no caller to go back to: behind what was awaited, or a callback of a library. The engine would
 * let the code run; so for once it stops at every statement of the reader's, whichever comes first.
 */
export class Search {
  readonly #inspector: Inspector;
  #set: string[] = [];

  constructor(inspector: Inspector) {
    this.#inspector = inspector;
  }

  /** From now on the code stops at every statement of the reader's. */
  async begin(scripts: Scripts): Promise<void> {
    const spots: Spot[] = [];
    for (const script of (await scripts.all()).reverse()) {
      if (spots.length > enough) break;
      const counts = new Map<number, number>();
      for (const { lineNumber, columnNumber, within } of await scripts.stopsOf(script)) {
        const begin = within?.begin ?? -1;
        const count = (counts.get(begin) ?? 0) + 1;
        counts.set(begin, count);
        if (count <= mostInFunction) spots.push({ scriptId: script.id, lineNumber, columnNumber });
      }
    }
    await this.#stopAt(spots);
  }

  /** From now on the code stops where the function of a call ends. */
  async beginAtEnd({ functionLocation, location: { scriptId } }: CallFrame): Promise<void> {
    const locations = await locationsOf(this.#inspector, scriptId, functionLocation);
    const ends = locations.filter(({ type }) => type === "return");
    await this.#stopAt(ends.map((end) => ({ ...end, scriptId })));
  }

  /** Whether the code has come to such a place. That ends the search. */
  async arrived(hit: readonly string[]): Promise<boolean> {
    const found = hit.some((id) => this.#set.includes(id));
    await this.end();
    return found;
  }

  async end(): Promise<void> {
    const set = this.#set;
    this.#set = [];
    await Promise.all(
      set.map((breakpointId) =>
        this.#inspector.post("Debugger.removeBreakpoint", { breakpointId }).catch(() => {}),
      ),
    );
  }

  async #stopAt(spots: readonly Spot[]): Promise<void> {
    await this.end();
    const set = spots.map(({ scriptId, lineNumber, columnNumber }) => {
      const location = { scriptId, lineNumber, columnNumber };
      // Where a breakpoint of the reader's stands, that one stops.
      return this.#inspector
        .post<{ breakpointId: string }>("Debugger.setBreakpoint", { location })
        .catch(() => undefined);
    });
    this.#set = (await Promise.all(set)).flatMap((each) => each?.breakpointId ?? []);
  }
}
