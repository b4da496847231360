import { type Places, wide } from "./places.js";
import type { MapSizes, Stage } from "./stage.js";

/** How the maps of a layer are laid out: so many a line, each number a square of `cell`. */
export interface Grid extends MapSizes {
  readonly stage: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly across: number;
  readonly cell: number;
  readonly pitchX: number;
  readonly pitchY: number;
}

interface Room {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The largest side of a square. */
  readonly largest: number;
}

/** The grid with the largest squares that fits. Squares of more than two pixels end on halves. */
export function gridIn(room: Room, { maps, rows, columns }: MapSizes, stage: number): Grid {
  const gap = rows * columns === 1 ? 0 : 3;
  const sideOf = (across: number) => {
    const lines = Math.ceil(maps / across);
    const wide = (room.width - (across - 1) * gap) / (across * columns);
    const high = (room.height - (lines - 1) * gap) / (lines * rows);
    const side = Math.min(wide, high, room.largest);
    return side > 2 ? Math.floor(2 * side) / 2 : Math.floor(20 * side) / 20;
  };
  const choices = Array.from({ length: maps }, (_, index) => index + 1);
  const across = choices.reduce((best, each) => (sideOf(each) > sideOf(best) ? each : best), 1);
  const cell = Math.max(0.05, sideOf(across));
  const [pitchX, pitchY] = [columns * cell + gap, rows * cell + gap];
  const sizes = { width: across * pitchX - gap, height: Math.ceil(maps / across) * pitchY - gap };
  return {
    stage,
    maps,
    rows,
    columns,
    ...{ left: room.left, top: room.top },
    ...sizes,
    across,
    cell,
    pitchX,
    pitchY,
  };
}

/** Whether a layer is a row of numbers. */
export const isRow = ({ rows, columns }: MapSizes) => rows * columns === 1;

/** The grids of the sheet, one for each layer that is no bars. */
export function sheetGrids(stages: readonly Stage[], { sheet }: Places = wide): Grid[] {
  const drawn = isRow(stages.at(-1) as Stage) ? stages.slice(0, -1) : stages;
  const shares = drawn.map((stage) =>
    Math.min(120, Math.max(30, Math.sqrt(stage.maps * stage.rows * stage.columns))),
  );
  const total = shares.reduce((sum, share) => sum + share, 0);
  const free = sheet.width - sheet.between * (drawn.length - 1);
  let left: number = sheet.left;
  return drawn.map((stage, index) => {
    const sizes = index === 0 ? { ...stage, maps: 1 } : stage; // a picture in colour is one picture
    const room = {
      left: Math.round(left),
      top: sheet.top,
      width: (free * (shares[index] as number)) / total,
    };
    left += room.width + sheet.between;
    return gridIn({ ...room, height: sheet.height, largest: 7 }, sizes, index);
  });
}

/** The grids of the lower left, one for each layer. */
export const detailGrids = (stages: readonly Stage[], { detail }: Places = wide): Grid[] =>
  stages.map((stage, index) => {
    const room = { left: 0, top: detail.top, width: detail.size, height: detail.size, largest: 26 };
    return gridIn(room, index === 0 ? { ...stage, maps: 1 } : stage, index);
  });

/** Left and upper edge of a square on a grid, expressions of Vega from the fields `map`, `row` and `column` of `of`. */
export function placeOn(grid: string, of = "datum"): { x: string; y: string } {
  const map = `${of}.map`;
  return {
    x: `${grid}.left + (${map} % ${grid}.across) * ${grid}.pitchX + ${of}.column * ${grid}.cell`,
    y: `${grid}.top + floor(${map} / ${grid}.across) * ${grid}.pitchY + ${of}.row * ${grid}.cell`,
  };
}

/** The squares of all maps of a grid as one path. */
export function groundPath({ maps, rows, columns, across, cell, left, top, pitchX, pitchY }: Grid): string {
  const [wide, high] = [columns * cell, rows * cell];
  const squares = Array.from({ length: maps }, (_, map) => {
    const x = left + (map % across) * pitchX;
    const y = top + Math.floor(map / across) * pitchY;
    return `M${tidy(x)},${tidy(y)}h${tidy(wide)}v${tidy(high)}h${tidy(-wide)}z`;
  });
  return squares.join("");
}

const tidy = (value: number) => Number(value.toFixed(2));
