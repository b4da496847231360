import type { Inspector } from "./inspector.js";

/** A place where a script can stop: as the inspector counts, from 0. */
export interface Location {
  readonly lineNumber: number;
  readonly columnNumber: number;
  /** `return`: the end of a function; `call`: before one; `debuggerStatement`. */
  readonly type?: string;
}

interface Told {
  readonly locations: readonly (Omit<Location, "columnNumber"> & { readonly columnNumber?: number })[];
}

/** The inspector tells no more than these at once. */
const most = 1000;

/** All places where a script can stop, in order; or those of the function that begins at `from`, without what stands within it. */
export async function locationsOf(
  inspector: Inspector,
  scriptId: string,
  from?: { readonly lineNumber: number; readonly columnNumber?: number },
): Promise<Location[]> {
  const all: Location[] = [];
  let start = { scriptId, lineNumber: 0, columnNumber: 0, ...from };
  for (;;) {
    const { locations } = await inspector.post<Told>("Debugger.getPossibleBreakpoints", {
      start,
      restrictToFunction: from !== undefined,
    });
    all.push(...locations.map((each) => ({ ...each, columnNumber: each.columnNumber ?? 0 })));
    const last = all.at(-1);
    if (locations.length < most || last === undefined) return all;
    start = { scriptId, lineNumber: last.lineNumber, columnNumber: last.columnNumber + 1 };
  }
}
