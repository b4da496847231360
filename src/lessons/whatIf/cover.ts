import { choice, computed, slider } from "../explorer/signals.js";
import { counting, formula, rowAndColumn } from "../explorer/transforms.js";
import type { Parts } from "../networkExplorer/forward.js";
import type { Grid } from "../networkExplorer/layout.js";
import { dragged, onPaper, pointer } from "../networkExplorer/painting.js";
import type { MapSizes } from "../networkExplorer/stage.js";

// What is painted over is a bit for each pixel. The bits before each of the last strokes are kept as those of one number, so
// that strokes can be taken back; and all can be moved, so that the same cover can be tried elsewhere.

/** What a stroke or a drag does. */
export const brushes = ["moves the cover", "covers", "restores", "restores everything"] as const;
const [moves, covers, restores, clears] = brushes;

/** How many strokes can be taken back. */
const most = 24;

/** A square to begin with: its middle and how many pixels it has a side. */
export interface Dab {
  readonly row: number;
  readonly column: number;
  readonly size: number;
}

/** From -half to half of the length: what leaves on one side comes back on the other. */
const wrapped = (place: string, length: number) => {
  const half = Math.floor(length / 2);
  return `((${place} + ${half}) % ${length} + ${length}) % ${length} - ${half}`;
};

/** Whether the brush is at another place than where it last was. */
const elsewhere = "!(act.x1 == column && act.y1 == row)";
const brushing = `(brush == '${covers}' || brush == '${restores}')`;

/** The controls of the cover and what follows: `act` is the last thing done, and `n` its number. */
export function coverSignals({ rows, columns }: MapSizes, paper: Grid, { row, column, size }: Dab): object[] {
  const here = pointer(paper);
  const x = `clamp(round(${here.x}), 0, ${columns - 1})`;
  const y = `clamp(round(${here.y}), 0, ${rows - 1})`;
  const pressed = "@paper:pointerdown";
  const next = "n: act.n + 1";
  const begins = `${next}, begins: true, back: back, size: size`;
  const to = `x1: ${x}, y1: ${y}`;
  const grabbed = `{kind: 'grabs', n: act.n, x0: ${x}, y0: ${y}, down: down, right: right}`;
  const begun = `{kind: brush == '${restores}' ? brush : '${covers}', ${begins}, x0: ${x}, y0: ${y}, ${to}}`;
  const drawn = `{kind: act.kind, ${next}, begins: false, back: 0, size: act.size, x0: act.x1, y0: act.y1, ${to}}`;
  const still = `act.kind == 'grabs' || act.kind == '${clears}' || (act.x1 == ${x} && act.y1 == ${y})`;
  // One by one: of several signals Vega makes a signal of its own, which comes later than those it moves.
  const led = `${brushing} && ${elsewhere} ? {kind: brush, ${begins}, x0: isNumber(act.x1) ? act.x1 : column, y0: isNumber(act.y1) ? act.y1 : row, x1: column, y1: row} : act`;
  const dabbed = `${brushing} && ${elsewhere} ? {kind: brush, ${begins}, x0: column, y0: row, x1: column, y1: row} : act`;
  const chosen = `brush == '${clears}' ? {kind: brush, ${begins}} : ${dabbed}`;
  const place = (name: "row" | "column", length: number, value: number, at: string) => ({
    ...slider(name, `its ${name}`, value, [0, Math.max(1, length - 1)]),
    on: [pressed, dragged].map((events) => ({ events, update: `brush == '${moves}' ? ${name} : ${at}` })),
  });
  const moved = (name: "down" | "right", length: number, at: string, from: string) => {
    const half = Math.floor(length / 2);
    return {
      ...slider(name, `cover moved ${name}`, 0, [-half, Math.max(1, length - 1 - half)]),
      on: [
        {
          events: dragged,
          update: `act.kind == 'grabs' ? ${wrapped(`act.${name} + ${at} - act.${from}`, length)} : ${name}`,
        },
        { events: { signal: "brush" }, update: `brush == '${clears}' ? 0 : ${name}` },
      ],
    };
  };
  return [
    {
      ...choice("brush", "brush", moves, brushes),
      on: [{ events: pressed, update: `brush == '${clears}' ? '${covers}' : brush` }],
    },
    slider("size", "its width, pixels", size, [1, Math.max(2, Math.ceil(Math.max(rows, columns) / 2))]),
    place("row", rows, row, y),
    place("column", columns, column, x),
    moved("down", rows, y, "y0"),
    moved("right", columns, x, "x0"),
    {
      ...slider("back", "strokes taken back", 0, [0, most]),
      on: [{ events: { signal: "act" }, update: "act.begins ? 0 : back" }],
    },
    {
      name: "act",
      value: { kind: covers, n: 1, begins: true, back: 0, size, x0: column, y0: row, x1: column, y1: row },
      on: [
        { events: pressed, update: `brush == '${moves}' ? ${grabbed} : ${begun}` },
        { events: dragged, update: `${still} ? act : ${drawn}` },
        { events: { signal: "row" }, update: led },
        { events: { signal: "column" }, update: led },
        { events: { signal: "brush" }, update: chosen },
        { events: onPaper, update: "act" },
      ],
    },
  ];
}

const along =
  "((datum.c - act.x0) * (act.x1 - act.x0) + (datum.r - act.y0) * (act.y1 - act.y0))" +
  " / max(0.000001, pow(act.x1 - act.x0, 2) + pow(act.y1 - act.y0, 2))";
const away = (at: string, from: string, to: string) =>
  `abs(datum.${at} - act.${from} - datum.along * (act.${to} - act.${from}) - (act.size % 2 == 0 ? 0.5 : 0))`;
/** The bits as they were `back` strokes ago; the lowest of `h` is the bit before the last stroke. */
const bits = (back: string) => `(${back} == 0 ? datum.m : floor(datum.h / pow(2, ${back} - 1)) % 2)`;
const isNew = "datum.done != act.n";

/** The bits, as table `bits`; `cover` has a row for each pixel and whether it is `on`, and the list of these is `C`. */
export function coverParts({ rows, columns }: MapSizes): Parts {
  const table = {
    name: "bits",
    transform: [
      counting(rows * columns, "index"),
      ...rowAndColumn("index", columns),
      formula("r", `(datum.row + down + ${2 * rows}) % ${rows}`),
      formula("c", `(datum.column + right + ${2 * columns}) % ${columns}`),
      formula("along", `isNumber(act.x1) ? clamp(${along}, 0, 1) : 0`),
      formula(
        "under",
        `isNumber(act.x1) && max(${away("c", "x0", "x1")}, ${away("r", "y0", "y1")}) <= act.size / 2 - 0.25`,
      ),
      formula("m", "isNumber(datum.m) ? datum.m : 0"),
      formula("h", "isNumber(datum.h) ? datum.h : 0"),
      formula("base", `act.begins ? ${bits("act.back")} : datum.m`),
      formula(
        "h",
        `${isNew} && act.begins ? (2 * floor(datum.h / pow(2, act.back)) + datum.base) % ${2 ** most} : datum.h`,
      ),
      formula(
        "m",
        `${isNew} ? (act.kind == '${clears}' ? 0 : datum.under ? (act.kind == '${covers}' ? 1 : 0) : datum.base) : datum.m`,
      ),
      formula("done", "act.n"),
      formula("shown", bits("back")),
    ],
  };
  const from = `((datum.row - down + ${2 * rows}) % ${rows}) * ${columns} + (datum.column - right + ${2 * columns}) % ${columns}`;
  const cover = {
    name: "cover",
    transform: [
      counting(rows * columns, "index"),
      ...rowAndColumn("index", columns),
      formula("on", `shownBits[${from}]`),
    ],
  };
  const sums = { type: "aggregate", fields: ["on"], ops: ["sum"], as: ["sum"] };
  return {
    signals: [
      computed("shownBits", "pluck(data('bits'), 'shown')"),
      computed("C", "pluck(data('cover'), 'on')"),
      computed("covered", "data('coverSums')[0].sum"),
    ],
    data: [table, cover, { name: "coverSums", source: "cover", transform: [sums] }],
  };
}
