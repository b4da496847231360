import { computed } from "../explorer/signals.js";
import { counting, formula, rowAndColumn } from "../explorer/transforms.js";
import { mapPlaces, type Parts } from "../networkExplorer/forward.js";
import type { Grid } from "../networkExplorer/layout.js";
import { numberList, numberText, read } from "../networkExplorer/numberText.js";
import { countOf, type Stage } from "../networkExplorer/stage.js";
import type { Asked, Paints } from "./asked.js";
import { gridsOf } from "./places.js";
import { aroundZero, grayStep, type Squares } from "./squares.js";

/** The picture with what is painted over it, and the map of the untouched one. */
export function pictureParts({ stages, tail, pictures, before, paints }: Asked): Parts {
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
export function squaresOf({ stages, tail, pictures: { black, white } }: Asked): Squares[] {
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
