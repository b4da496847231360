import { heading, text, wordsAt } from "../explorer/marks.js";
import { checkbox, choice, computed, movable, tapped } from "../explorer/signals.js";
import { type Parts, stageParts } from "../networkExplorer/forward.js";
import type { Grid } from "../networkExplorer/layout.js";
import { lettersSignal } from "../networkExplorer/numberText.js";
import { fingers } from "../networkExplorer/painting.js";
import { palettes } from "../networkExplorer/palettes.js";
import type { Stage } from "../networkExplorer/stage.js";
import type { Asked } from "./asked.js";
import { pictureParts, squaresOf } from "./beforeAndAfter.js";
import { coverParts } from "./cover.js";
import { coverSignals } from "./coverControls.js";
import { logitMarks, logitParts } from "./logitBars.js";
import { edgeParts, paperMarks } from "./paper.js";
import { gridsOf, height, width, wordsTop } from "./places.js";
import { slopeParts } from "./slopes.js";
import { colorSquares, squareMarks, squareParts } from "./squares.js";

/** The whole explorer as a specification of Vega, without its words. */
export function whatIfSpecification(asked: Asked) {
  const { stages, tail, pictures, names, paints, title, note, start, before } = asked;
  const { black, white } = pictures;
  const [picture, maps] = [stages[0] as Stage, stages[tail.at] as Stage];
  const grids = gridsOf(picture, maps);
  const squares = squaresOf(asked);
  const parts: readonly Parts[] = [
    coverParts(picture),
    pictureParts(asked),
    ...stages.slice(1).map((stage, index) => stageParts(stage, stages[index] as Stage, index + 1)),
    slopeParts(stages, tail),
    logitParts(before.logits, names),
  ];
  const label = (words: string, { left, top }: Grid) =>
    text(`'${words}'`, left, top - 5, { fontSize: { value: 11 } });
  return {
    width,
    height,
    autosize: "none",
    config: { events: { defaults: { allow: fingers } } }, // a page scrolls under them, but for the paper
    signals: [
      lettersSignal,
      movable(choice("className", "class", start.className, names), tapped("bar"), "datum.name"),
      choice("paint", "painted with", start.paint, Object.keys(paints)),
      ...coverSignals(picture, grids.paper, start.dab),
      checkbox("keep", "keep this result beside the next", false),
      { name: "palettes", value: palettes },
      { name: "names", value: names },
      { name: "mapLayer", value: maps.name },
      { name: "beforeLogits", value: before.logits },
      computed("classAt", "indexof(names, className)"),
      ...parts.flatMap(({ signals }) => signals),
      { name: "kept", value: null, on: [{ events: { signal: "keep" }, update: "keep ? {logits: slice(logits), covered: covered} : null" }] },
    ],
    data: [...parts.flatMap(({ data }) => data), ...squares.map(squareParts), edgeParts(grids.paper)],
    marks: [
      heading(title.replaceAll("\\", "\\\\").replaceAll("'", "\\'"), 0, 11),
      text(JSON.stringify(note), width, 11, { align: { value: "right" }, fontSize: { value: 10 } }),
      label("painted over", grids.paper),
      label("untouched", grids.untouched),
      label("map before", grids.before),
      label("map after", grids.after),
      ...(picture.maps === 3
        ? [colorSquares(grids.paper, "A0", black, white), colorSquares(grids.untouched, "G", black, white)]
        : []),
      ...squares.flatMap(squareMarks),
      ...paperMarks(grids.paper),
      ...logitMarks,
      wordsAt(0, wordsTop, 15),
    ],
  }; // biome-ignore format: signals and marks a line each
}
