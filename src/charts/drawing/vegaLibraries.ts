import { createRequire } from "node:module";

/** What computes charts. */
export interface VegaLibraries {
  readonly vega: typeof import("vega");
  readonly vegaLite: typeof import("vega-lite");
}

// Loaded when the first chart is drawn, so that importing the library stays quick.
const require = createRequire(import.meta.url);
let loaded: VegaLibraries | undefined;

export function vegaLibraries(): VegaLibraries {
  loaded ??= { vega: require("vega"), vegaLite: require("vega-lite") };
  return loaded;
}
