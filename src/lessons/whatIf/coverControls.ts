import { choice, slider } from "../explorer/signals.js";
import type { Grid } from "../networkExplorer/layout.js";
import { dragged, onPaper, pointer } from "../networkExplorer/painting.js";
import type { MapSizes } from "../networkExplorer/stage.js";

/** What a stroke or a drag does. */
export const brushes = ["moves the cover", "covers", "restores", "restores everything"] as const;
export const [moves, covers, restores, clears] = brushes;

/** How many strokes can be taken back. */
export const most = 24;

/** A square to begin with: its middle and how many pixels it has a side. */
export interface Dab {
  readonly row: number;
  readonly column: number;
  readonly size: number;
}

/** The stroke that covers this square. */
export const firstAct = ({ row, column, size }: Dab) => ({
  ...{ kind: covers, n: 1, begins: true, back: 0, size },
  ...{ x0: column, y0: row, x1: column, y1: row },
});

/** From -half to half of the length: what leaves on one side comes back on the other. */
const wrapped = (place: string, length: number) => {
  const half = Math.floor(length / 2);
  return `((${place} + ${half}) % ${length} + ${length}) % ${length} - ${half}`;
};

/** Whether the brush is at another place than where it last was. */
const elsewhere = "!(act.x1 == column && act.y1 == row)";
const brushing = `(brush == '${covers}' || brush == '${restores}')`;

/** The controls of the cover and what follows: `act` is the last thing done, and `n` its number. */
export function coverSignals({ rows, columns }: MapSizes, paper: Grid, dab: Dab): object[] {
  const { row, column, size } = dab;
  const here = pointer(paper);
  const x = `clamp(round(${here.x}), 0, ${columns - 1})`;
  const y = `clamp(round(${here.y}), 0, ${rows - 1})`;
  const pressed = "@paper:pointerdown";
  const next = "n: act.n + 1";
  const begins = `${next}, begins: true, back: back, size: size`;
  const to = `x1: ${x}, y1: ${y}`;
  const grabbed = `{kind: 'grabs', n: act.n, x0: ${x}, y0: ${y}, down: down, right: right, x1: column, y1: row}`;
  const begun = `{kind: brush == '${restores}' ? brush : '${covers}', ${begins}, x0: ${x}, y0: ${y}, ${to}}`;
  const drawn = `{kind: act.kind, ${next}, begins: false, back: 0, size: act.size, x0: act.x1, y0: act.y1, ${to}}`;
  const still = `act.kind == 'grabs' || act.kind == '${clears}' || (act.x1 == ${x} && act.y1 == ${y})`;
  // One by one: of several signals Vega makes a signal of its own, which comes later than those it moves.
  const led = `${brushing} && ${elsewhere} ? {kind: brush, ${begins}, x0: isNumber(act.x1) ? act.x1 : column, y0: isNumber(act.y1) ? act.y1 : row, x1: column, y1: row} : act`;
  const dabbed = `${brushing} && ${elsewhere} ? {kind: brush, ${begins}, x0: column, y0: row, x1: column, y1: row} : act`;
  const chosen = `brush == '${clears}' ? {kind: brush, ${begins}, x1: column, y1: row} : ${dabbed}`;
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
      value: firstAct(dab),
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
