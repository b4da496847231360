import { heading, text, wordsAt } from "../explorer/marks.js";
import { checkbox, choice, computed, movable, tapped } from "../explorer/signals.js";
import { pointed } from "../explorer/style.js";
import { counting, formula, rowAndColumn } from "../explorer/transforms.js";
import { mapPlaces, type Parts, stageParts } from "../networkExplorer/forward.js";
import type { Grid } from "../networkExplorer/layout.js";
import { lettersSignal, numberList, numberText, read } from "../networkExplorer/numberText.js";
import { fingers } from "../networkExplorer/painting.js";
import { palettes } from "../networkExplorer/palettes.js";
import type { Pictures } from "../networkExplorer/pictureList.js";
import { countOf, type Stage } from "../networkExplorer/stage.js";
import { coverParts, coverSignals, type Dab } from "./cover.js";
import { logitMarks, logitParts } from "./logitBars.js";
import { gridsOf, height, width, wordsTop } from "./places.js";
import { slopeParts } from "./slopes.js";
import { aroundZero, colorSquares, edgeParts, grayStep, type Squares, squareMarks, squareParts } from "./squares.js"; // biome-ignore format: a line
import type { Tail } from "./tail.js";

/** What is painted with: a number for each channel, by a name, and how it is said. */
export type Paints = Readonly<Record<string, { readonly channels: readonly number[]; readonly said: string }>>;

/** What is explored, and where the controls stand at first. */
export interface Asked {
  readonly stages: readonly Stage[];
  readonly tail: Tail;
  readonly pictures: Pictures;
  readonly names: readonly string[];
  readonly paints: Paints;
  readonly title: string;
  readonly note: string;
  readonly start: { readonly className: string; readonly paint: string; readonly dab: Dab };
  /** Of the untouched picture: logits, and the maps of all classes one after another. */
  readonly before: { readonly logits: readonly number[]; readonly maps: readonly number[] };
}

/** The picture with what is painted over it, and the map of the untouched one. */
function pictureParts({ stages, tail, pictures, before, paints }: Asked): Parts {
  const [picture, maps] = [stages[0] as Stage, stages[tail.at] as Stage];
  const untouched = numberList("G", pictures.numbers[0] as readonly number[]);
  const { text: mapText, unit } = numberText(before.maps);
  const places = maps.rows * maps.columns;
  const plane = picture.rows * picture.columns;
  const each = <T>(of: (paint: Paints[string]) => T) =>
    Object.fromEntries(Object.entries(paints).map(([name, paint]) => [name, of(paint)]));
  const painted = {
    name: "v0",
    transform: [
      counting(countOf(picture), "index"),
      ...mapPlaces(picture),
      formula("v", `C[datum.index % ${plane}] == 1 ? paints[paint][datum.map] : G[datum.index]`),
    ],
  };
  const mapThen = {
    name: "mapThen",
    transform: [
      counting(places, "index"),
      ...rowAndColumn("index", maps.columns),
      formula("value", read("beforeText", `(classAt * ${places} + datum.index)`, unit)),
      formula("now", "mapValues[datum.index]"),
    ],
  };
  const total = {
    type: "aggregate",
    fields: ["value", "now"],
    ops: tail.kind === "cam" ? ["mean", "mean"] : ["sum", "sum"],
    as: ["then", "now"],
  };
  return {
    signals: [
      ...untouched.signals,
      { name: "paints", value: each(({ channels }) => channels) },
      { name: "paintWords", value: each(({ said }) => said) },
      { name: "beforeText", value: mapText },
      computed("A0", "pluck(data('v0'), 'v')"),
      computed("beforeValues", "pluck(data('mapThen'), 'value')"),
      computed("mapBefore", "data('mapTotals')[0].then"),
      computed("mapAfter", "data('mapTotals')[0].now"),
      computed("mapTop", `max(1e-9, ${["beforeValues", "mapValues"].flatMap((list) => [0, 1].map((end) => `abs(extent(${list})[${end}])`))})`),
    ],
    data: [...untouched.data, painted, mapThen, { name: "mapTotals", source: "mapThen", transform: [total] }],
  }; // biome-ignore format: tables
}

/** Both maps, and in gray both pictures. */
function squaresOf({ stages, tail, pictures: { black, white } }: Asked): Squares[] {
  const [picture, maps] = [stages[0] as Stage, stages[tail.at] as Stage];
  const { paper, untouched, before, after } = gridsOf(picture, maps);
  const map = (name: string, source: string, grid: Grid): Squares => ({
    ...{ name, source, grid },
    step: aroundZero("datum.value", "mapTop"),
    palette: "diverging",
  });
  const gray = (name: string, source: string, grid: Grid, value: string): Squares => ({
    ...{ name, source, grid },
    step: grayStep(value, black, white),
    palette: "gray",
  });
  return [
    map("squaresBefore", "mapThen", before),
    map("squaresAfter", "mapNow", after),
    ...(picture.maps === 3
      ? []
      : [
          gray("squaresPaper", "v0", paper, "datum.v"),
          gray("squaresUntouched", "cover", untouched, "G[datum.index]"),
        ]),
  ];
}

/** The paper with its cover and the brush; a drag on it paints or moves. */
function paperMarks({ left, top, cell, width, height }: Grid): object[] {
  const signal = (expression: string) => ({ signal: expression });
  const box = (x: string, y: string, wide: string, high: string, more: object) => ({
    encode: { update: { x: signal(x), y: signal(y), width: signal(wide), height: signal(high), ...more } },
  });
  const corner = (from: number, at: string) => `${from} + ${cell} * (${at} - floor((size - 1) / 2))`;
  const side = `${cell} * size`;
  const brush = box(corner(left, "column"), corner(top, "row"), side, side, {
    stroke: { value: pointed },
    strokeDash: { value: [3, 3] },
    opacity: signal("brush == 'covers' || brush == 'restores' ? 1 : 0"),
  });
  const paper = { fill: { value: "transparent" }, cursor: signal("brush == 'moves the cover' ? 'move' : 'crosshair'") };
  return [
    {
      type: "path",
      interactive: false,
      from: { data: "edges" },
      encode: { update: { path: { field: "path" }, stroke: { value: pointed }, strokeWidth: { value: 2 } } },
    },
    { type: "group", interactive: false, clip: true, ...box(`${left}`, `${top}`, `${width}`, `${height}`, {}),
      marks: [{ type: "rect", interactive: false, ...brush, encode: { update: { ...brush.encode.update, x: signal(`${corner(left, "column")} - ${left}`), y: signal(`${corner(top, "row")} - ${top}`) } } }] },
    { type: "rect", name: "paper", ...box(`${left}`, `${top}`, `${width}`, `${height}`, paper) },
  ]; // biome-ignore format: a mark a line
}

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
