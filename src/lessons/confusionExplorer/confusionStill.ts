import { rasterise, readVega, vegaToSvg } from "../../charts/drawing/draw.js";
import { stillTheme } from "../../charts/drawing/stillTheme.js";
import { type Figure, makeFigure } from "../../charts/figure.js";
import { text } from "../explorer/marks.js";
import { computed } from "../explorer/signals.js";
import { confusionWords } from "./confusionSpecification.js";

interface Drawable {
  readonly height: number;
  readonly signals: readonly { readonly name: string }[];
  readonly marks: readonly object[];
}

/** The explorer as a still picture. Vega draws its pictures only later: their addresses are put in as they stand in its tables. */
export function confusionStill(spec: Drawable, description: string, note: string, smooth: boolean): Figure {
  const hard = smooth ? "" : 'image-rendering="optimizeSpeed" ';
  const still = {
    ...spec,
    padding: 6,
    height: spec.height + 22,
    signals: [
      ...spec.signals.filter(({ name }) => name !== "height"),
      computed("words", `[${confusionWords.join(", ")}]`),
    ],
    marks: [...spec.marks, text(JSON.stringify(note), 0, spec.height + 14)],
  };
  return makeFigure(description, {}, () => {
    const addresses = ["tiles", "looks"].flatMap((table) =>
      (readVega(still, table) as { url: string }[]).map(({ url }) => url),
    );
    const svg = vegaToSvg(still, stillTheme).replace(
      /<image ([^>]*)xlink:href="[^"]*"/g,
      (_, before: string) => `<image ${hard}${before}xlink:href="${addresses.shift() ?? ""}"`,
    );
    return rasterise(svg);
  });
}
