import { textWidth } from "../../charts/drawing/textwidth.js";

// Where the parts stand, in CSS pixels. On a narrow screen they stand one below the other.

/** The matrix with the names beside it. */
export const matrix = { top: 38, size: 300 };
/** Small pictures: the wide form has four rows of five, the narrow one three of seven. */
export const tile = { side: 40, pitchX: 46, pitchY: 66, page: 20 };
export const panel = { left: 342, top: 38, across: 5, below: matrix.top + matrix.size + 16, acrossNarrow: 7 };
/** From the panel's upper edge to its pictures. */
export const panelHead = 50;
export const large = { side: 96, top: panel.top + panelHead + 4 * tile.pitchY + 2 };
export const largeNarrow = panel.below + panelHead + 3 * tile.pitchY + 8;
/** From the upper edge of the large picture to the words. */
export const toWords = large.side + 20;
export const sizes = {
  wide: [572, large.top + toWords + 52],
  narrow: [324, largeNarrow + toWords + 52],
} as const;

/** How the names of the classes and the squares share the room of the matrix. */
export interface MatrixLayout {
  readonly cell: number;
  readonly left: number;
  readonly top: number;
  readonly font: number;
  /** Names above the columns stand upright where they are wider than a square. */
  readonly upright: boolean;
  /** Pixels for a name beside a row, and above a column. */
  readonly room: number;
  /** Every name, or every second: they would overlap. */
  readonly every: number;
}

const longest = 84;

export function matrixLayout(names: readonly string[]): MatrixLayout {
  const squares = (room: number) => Math.floor((2 * (matrix.size - room)) / names.length) / 2;
  const widestAt = (font: number) => Math.max(...names.map((name) => textWidth(name, font, "bold")));
  const font = Math.round(Math.min(11, Math.max(9, squares(longest))));
  const room = Math.min(longest, Math.ceil(widestAt(font)) + 6);
  const cell = Math.min(44, squares(Math.max(16, room)));
  const upright = widestAt(font) > cell;
  const every = Math.ceil((font + 1) / cell);
  return {
    cell,
    left: Math.max(16, room),
    top: matrix.top + (upright ? room : 16),
    font,
    upright,
    room,
    every,
  };
}
