import { frame, text } from "../explorer/marks.js";
import { computed } from "../explorer/signals.js";
import { pointed } from "../explorer/style.js";
import { counting, filter, formula } from "../explorer/transforms.js";
import { answerPlace } from "./answerBars.js";
import type { Parts } from "./forward.js";
import { type Grid, isRow, placeOn } from "./layout.js";
import { type Places, wide } from "./places.js";
import { type Stage, seesAll } from "./stage.js";

const value = (of: unknown) => ({ value: of });
const signal = (expression: string) => ({ signal: expression });

/** Rows and columns of a layer that the shown number sees: `[top, left, bottom, right]`, or null above it. */
function seenBox(stages: readonly Stage[], at: number): object {
  const above = stages[at + 1];
  const here = `shown == ${at} ? [r${at}, c${at}, r${at}, c${at}]`;
  if (above === undefined) return computed(`box${at}`, `${here} : null`);
  const { rows, columns } = stages[at] as Stage;
  const { stride, kernel, dilation, around } = above;
  const whole = `[0, 0, ${rows - 1}, ${columns - 1}]`;
  const laidOut = isRow(above) && !isRow({ maps: 1, rows, columns }) && above.rule === "move";
  const from = (place: number, axis: 0 | 1) =>
    `max(0, box${at + 1}[${place}] * ${stride[axis]} - ${around[axis]})`;
  const to = (place: number, axis: 0 | 1, length: number) =>
    `min(${length - 1}, box${at + 1}[${place}] * ${stride[axis]} - ${around[axis]} + ${(kernel[axis] - 1) * dilation[axis]})`;
  const window = `[${from(0, 0)}, ${from(1, 1)}, ${to(2, 0, rows)}, ${to(3, 1, columns)}]`;
  const seen = laidOut ? `shown == ${at + 1} ? [r${at}, c${at}, r${at}, c${at}] : ${whole}` : window;
  return computed(`box${at}`, `${here} : shown < ${at} ? null : ${seen}`);
}

/** The way back through the sheet, and what the shown number sees of the layer below and of the picture. */
export function sheetParts(stages: readonly Stage[], grids: readonly Grid[], places: Places = wide): Parts {
  const list = (name: string) => `[${stages.map((_, at) => `${name}${at}`).join(", ")}]`;
  const { x, y } = placeOn("datum.grid");
  const onBars = grids.length < stages.length;
  const bars = answerPlace(stages.at(-1) as Stage, stages.length - 1, places);
  const isBar = onBars ? `datum.stage == ${stages.length - 1}` : "false";
  const way = {
    name: "way",
    transform: [
      counting(stages.length, "stage"),
      formula("index", `${list("t")}[datum.stage]`),
      filter("datum.index >= 0"),
      formula("map", `datum.stage == 0 ? 0 : ${list("m")}[datum.stage]`),
      formula("row", `${list("r")}[datum.stage]`),
      formula("column", `${list("c")}[datum.stage]`),
      formula("grid", `grids[min(datum.stage, ${grids.length - 1})]`),
      formula("x", `${isBar} ? ${bars.x} : ${x} + datum.grid.cell / 2`),
      formula("y", `${isBar} ? ${bars.y} : ${y} + datum.grid.cell / 2`),
    ],
  };
  const sees = stages.map((stage) => seesAll(stage));
  const seen = {
    name: "seen",
    transform: [
      counting("shown == 0 ? 0 : sizes[shown - 1][0] + (shown > 1 ? 1 : 0)", "count"),
      // The last row is the picture, where what is seen grows from layer to layer.
      formula("stage", "datum.count == sizes[shown - 1][0] ? 0 : shown - 1"),
      formula("map", "datum.stage == 0 ? 0 : datum.count"),
      filter(`datum.stage == 0 || seesEvery[shown] || datum.map == ${list("m")}[datum.stage]`),
      formula("box", `${list("box")}[datum.stage]`),
      formula("grid", "grids[datum.stage]"),
      filter("isArray(datum.box) && datum.grid.rows * datum.grid.columns > 1"),
      formula("row", "datum.box[0]"),
      formula("column", "datum.box[1]"),
      formula("x", x),
      formula("y", y),
    ],
  };
  return {
    signals: [{ name: "seesEvery", value: sees }, ...stages.map((_, at) => seenBox(stages, at))],
    data: [{ name: "stages", values: grids }, way, seen],
  };
}

/** Names and sizes above the layers, what can be clicked, the windows seen and the way back. */
export function sheetMarks(
  stages: readonly Stage[],
  grids: readonly Grid[],
  { sheet }: Places = wide,
): object[] {
  const titles = grids.map((grid, at) => {
    const next = grids[at + 1]?.left ?? sheet.left + sheet.width + sheet.between;
    const limit = value(Math.max(18, next - grid.left - 4));
    const { maps, rows, columns } = stages[at] as Stage;
    const size = rows * columns === 1 ? `${maps}` : `${maps} ${rows}x${columns}`;
    const bold = signal(`shown == ${at} ? 'bold' : 'normal'`);
    const name = (stages[at] as Stage).name;
    return [
      text(JSON.stringify(name), grid.left, sheet.top - 17, { limit, fontWeight: bold, fontSize: value(11) }),
      text(JSON.stringify(size), grid.left, sheet.top - 5, { limit, fontSize: value(9) }),
    ];
  });
  const target = {
    type: "rect",
    name: "stage",
    from: { data: "stages" },
    encode: {
      update: {
        ...Object.fromEntries(
          [["x", "left"], ["y", "top"], ["width", "width"], ["height", "height"]].map(([to, from]) => [to, { field: from }]),
        ), // biome-ignore format: pairs
        fill: value("transparent"),
        cursor: value("pointer"),
      },
    },
  };
  const windows = frame(
    "datum.x - 1",
    "datum.y - 1",
    "(datum.box[3] - datum.box[1] + 1) * datum.grid.cell + 2",
    {
      height: signal("(datum.box[2] - datum.box[0] + 1) * datum.grid.cell + 2"),
      strokeWidth: value(1),
    },
    "seen",
  );
  const way = {
    type: "line",
    interactive: false,
    from: { data: "way" },
    encode: {
      update: { x: { field: "x" }, y: { field: "y" }, stroke: value(pointed), strokeWidth: value(1.5) },
    },
  };
  const stops = {
    type: "symbol",
    interactive: false,
    from: { data: "way" },
    encode: {
      update: {
        x: { field: "x" },
        y: { field: "y" },
        shape: value("circle"),
        size: signal("datum.stage == shown ? 60 : 26"),
        fill: signal(`datum.stage == shown ? '${pointed}' : '#ffffff'`),
        stroke: value(pointed),
        strokeWidth: value(2),
      },
    },
  };
  return [...titles.flat(), windows, way, stops, target];
}
