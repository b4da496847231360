import { compileVegaLite } from "../../charts/drawing/draw.js";
import type { Figure } from "../../charts/figure.js";
import { vegaFigure } from "../../charts/figures/vega.js";

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
 * @see themedFigure
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

/** A figure from a Vega-Lite 5 specification with text in it that is to be legible on light and on dark pages. */
export function themedFigure(spec: object, description: string): Figure {
  return vegaFigure(themedText(compileVegaLite(spec)), description);
}
