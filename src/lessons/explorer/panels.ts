import { frame, heading } from "./marks.js";
import { edgeColor } from "./style.js";

/** A square of cells with numbers in them, and the window's frame. */
export interface Panel {
  /** Name of the data set, with `row`, `column` and `value`. Its cells are the mark of that name and `Cells`. */
  readonly name: string;
  readonly title: string;
  readonly left: number;
  readonly top: number;
  /** CSS pixels along each side. */
  readonly size: number;
  /** Cells along each side, in Vega's language, as is all that follows. */
  readonly cells: string;
  readonly scale: string;
  /** Whether a cell is so dark that its number is to be white. */
  readonly dark: string;
  /** Row, column and cells along each side of the frame; none draws no frame. */
  readonly window?: readonly [row: string, column: string, cells: number];
}

/** The panel as a group of Vega marks. */
export function panelMark({ name, title, left, top, size, cells, scale, dark, window }: Panel): object {
  const cell = `(${size} / (${cells}))`;
  const at = (index: string, shift = 0) => `(${index} + ${shift}) * ${cell}`;
  // In a small cell there is room for one decimal; the tooltip has four.
  const number = `format(datum.value, ${cell} < 26 ? '.1~f' : '.3~r')`;
  return {
    type: "group",
    encode: { enter: { x: { value: left }, y: { value: top } } },
    marks: [
      heading(title, 0, -8),
      {
        type: "rect",
        name: `${name}Cells`,
        from: { data: name },
        encode: {
          update: {
            x: { signal: at("datum.column") },
            y: { signal: at("datum.row") },
            width: { signal: cell },
            height: { signal: cell },
            fill: { scale, field: "value" },
            stroke: { value: edgeColor },
            strokeWidth: { value: 0.5 },
            tooltip: {
              signal: `'row ' + datum.row + ', column ' + datum.column + ': ' + format(datum.value, '.4~f')`,
            },
          },
        },
      },
      {
        type: "text",
        interactive: false,
        from: { data: name },
        encode: {
          update: {
            x: { signal: at("datum.column", 0.5) },
            y: { signal: at("datum.row", 0.5) },
            align: { value: "center" },
            baseline: { value: "middle" },
            fontSize: { signal: `min(14, ${cell} * (length(${number}) > 3 ? 0.32 : 0.42))` },
            text: { signal: number },
            opacity: { signal: `${cell} < 15 ? 0 : 1` },
            fill: { signal: `${dark} ? '#ffffff' : '#222222'` },
          },
        },
      },
      ...(window === undefined ? [] : [windowFrame(window, at, cell)]),
    ],
  };
}

function windowFrame(
  [row, column, across]: readonly [string, string, number],
  at: (index: string) => string,
  cell: string,
): object {
  return frame(at(column), at(row), `${across} * ${cell}`, { strokeWidth: { value: 3 } });
}
