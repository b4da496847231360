import { compileVegaLite } from "../../charts/drawing/draw.js";
import type { Figure } from "../../charts/figure.js";
import { explorerFigure, type Told } from "./explorerFigure.js";
import { wordsBelow } from "./marks.js";

/** What is read of a Vega specification here. */
interface Group {
  readonly marks?: readonly Group[];
  readonly style?: string | readonly string[];
  readonly encode?: { readonly update?: Readonly<Record<string, unknown>> };
}

/**
 * A compiled Vega-Lite specification whose text marks of style `guide-label` leave their colour, and whose ground leaves
 * its own, to the theme of the page. Vega-Lite writes black and white into every specification it compiles, whatever the
 * configuration says; on a dark page such text cannot be read.
 *
 * @see themedExplorer
 */
export function themedText(compiled: object): object {
  const { background: _, ...rest } = compiled as Group & { background?: string };
  return themed(rest);
}

function themed(group: Group): Group {
  const { marks, style, encode } = group;
  const inside = marks === undefined ? group : { ...group, marks: marks.map(themed) };
  if (encode?.update === undefined || ![style].flat().includes("guide-label")) return inside;
  const { fill: _, ...update } = encode.update;
  return { ...inside, encode: { ...encode, update } };
}

/** The figure of an explorer written in Vega-Lite 5: legible on light and on dark pages, with its words below. */
export function themedExplorer(spec: object, told: Told): Figure {
  return explorerFigure({ ...themedText(compileVegaLite(spec)), title: wordsBelow }, told);
}
