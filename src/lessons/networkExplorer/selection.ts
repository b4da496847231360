import { choice, computed, movable, slider, tapped } from "../explorer/signals.js";
import type { Grid } from "./layout.js";
import { penEvents, penPlace } from "./painting.js";
import type { Stage } from "./stage.js";
import { followerOf, ofPage, onPage } from "./tour/tourSignals.js";

/** What is clicked: a layer of the sheet, a map below, a bar of the answer, or a number that went into the one shown. */
const [onMaps, onPart] = [
  tapped("stage", "large"),
  tapped("part", "patchCells", "kernelCells", "productCells"),
];
const onBar = tapped("bar");
const anything = `${onMaps}, ${onPart}, ${onBar}`;

/** Where the pointer is on a grid: which map, and which square of it. */
const within = (axis: "x" | "y", start: string, pitch: string) =>
  `(${axis}() - datum.${start}) / datum.${pitch}`;
const [mapX, mapY] = [within("x", "left", "pitchX"), within("y", "top", "pitchY")];
const mapAt = `clamp(floor(${mapY}), 0, datum.maps) * datum.across + clamp(floor(${mapX}), 0, datum.across - 1)`;
const squareAt = (axis: "x" | "y", start: string, pitch: string, length: string) =>
  `clamp(floor(((${axis}() - datum.${start}) % datum.${pitch}) / datum.cell), 0, datum.${length} - 1)`;

/** One value out of several, by the number of the layer: `each` gives the expression for each. */
export const byStage = (stages: readonly Stage[], subject: string, each: (at: number) => string) =>
  stages.reduceRight(
    (rest, _, at) => (rest === "" ? each(at) : `${subject} == ${at} ? ${each(at)} : ${rest}`),
    "",
  );

/** Where the controls stand at first: a number, how far it is followed back, and the channel. */
export interface Start {
  /** @default {the last one} */
  readonly layer?: string;
  readonly map: number;
  readonly row?: number;
  readonly column?: number;
  readonly back: number;
  readonly channel: number;
}

/** The controls that say which number is looked at, and how far it is followed back. The pointer moves them as well. */
export function selectionSignals(
  stages: readonly Stage[],
  paper: Grid,
  start: Start,
  hasTour = false,
): object[] {
  const names = stages.map(({ name }) => name);
  const most = (of: (stage: Stage) => number) => Math.max(...stages.map(of)) - 1;
  const last = stages.length - 1;
  const [picture] = stages as readonly [Stage];
  const { back, channel } = start;
  const inTour = followerOf(hasTour);
  const named = hasTour ? `${onPage} && isNumber(${ofPage}.channel) ? ${ofPage}.channel : ` : "";
  const sizes = stages.map(({ maps, rows, columns }) => [maps, rows, columns]);
  const place = (name: "row" | "column", axis: "x" | "y", length: number) => {
    const [from, pitch, count] = axis === "y" ? ["top", "pitchY", "rows"] : ["left", "pitchX", "columns"];
    const control = slider(name, `its ${name}`, start[name] ?? 0, [0, Math.max(0, length)]);
    const clicked = movable(
      movable(control, onMaps, squareAt(axis, from, pitch, count)),
      onPart,
      `datum.from${name}`,
    );
    const own = name === "row" ? picture.rows : picture.columns;
    const painted = penEvents.map((events) => ({ events, update: penPlace(paper, axis, own) }));
    return inTour({ ...clicked, on: [...clicked.on, ...painted] });
  };
  const layer = choice("layer", "layer", start.layer ?? (names[last] as string), names);
  return [
    { name: "layerNames", value: names },
    { name: "sizes", value: sizes },
    inTour(
      movable(
        movable(
          movable(layer, onMaps, "layerNames[datum.stage]"),
          onPart,
          "datum.from < 0 ? layer : layerNames[shown - 1]",
        ),
        onBar,
        `layerNames[${last}]`,
      ),
    ),
    inTour(
      movable(
        movable(
          movable(
            slider("map", "its map or unit", start.map, [0, most(({ maps }) => maps)]),
            onMaps,
            `min(${mapAt}, datum.maps - 1)`,
          ),
          onPart,
          "datum.frommap",
        ),
        onBar,
        "datum.map",
      ),
    ),
    place(
      "row",
      "y",
      most(({ rows }) => rows),
    ),
    place(
      "column",
      "x",
      most(({ columns }) => columns),
    ),
    inTour(movable(slider("back", "steps back", back, [0, last]), anything, "0")),
    movable(
      movable(
        slider("channel", "channel shown", channel, [0, most(({ maps }) => maps)]),
        tapped("channelBar"),
        "datum.channel",
      ),
      { signal: "largestPart" },
      `${named}largestPart == null ? channel : largestPart.channel`,
    ),
    computed("at", "indexof(layerNames, layer)"),
    computed("size", "sizes[at]"),
    computed("chosenMap", "min(map, size[0] - 1)"),
    computed("chosenRow", "min(row, size[1] - 1)"),
    computed("chosenColumn", "min(column, size[2] - 1)"),
    computed("chosen", "(chosenMap * size[1] + chosenRow) * size[2] + chosenColumn"),
    computed("shown", "max(0, at - back)"),
  ];
}
