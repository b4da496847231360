import { edgeColor } from "../explorer/style.js";
import { filter, formula } from "../explorer/transforms.js";
import { type Grid, groundPath } from "../networkExplorer/layout.js";
import { type palettes, steps } from "../networkExplorer/palettes.js";

// One map or gray picture, as one path for each step of colour: hundreds of squares would be slow to draw.

/** Squares reach over one another by so many pixels, or the ground would shine through where edges lie between pixels. */
const overlap = 0.6;

const signal = (expression: string) => ({ signal: expression });

/** What is drawn where. */
export interface Squares {
  /** Of the table that is made, and of the one it is made from, which has `row` and `column`. */
  readonly name: string;
  readonly source: string;
  readonly grid: Grid;
  /** The step of colour, an expression of Vega. */
  readonly step: string;
  readonly palette: keyof typeof palettes;
}

const isDiverging = ({ palette }: Squares) => palette === "diverging";
const groundStep = (squares: Squares) => (isDiverging(squares) ? steps / 2 : 0);

/** The step for a number around zero, up to `top`. */
export const aroundZero = (value: string, top: string) =>
  `round(${steps / 2} + ${steps / 2} * clamp(${value} / ${top}, -1, 1))`;

/** The step for a number between black and white. */
export const grayStep = (value: string, black: number, white: number) =>
  `round(${steps} * clamp((${value} - ${black}) / ${white - black}, 0, 1))`;

/** The paths as a table with `step` and `path`. */
export function squareParts(squares: Squares): object {
  const { name, source, grid, step } = squares;
  const x = `${grid.left} + datum.column * ${grid.cell}`;
  const y = `${grid.top} + datum.row * ${grid.cell}`;
  const side = Number((grid.cell + overlap).toFixed(2));
  const tidy = (expression: string) => `round(100 * (${expression})) / 100`;
  return {
    name,
    source,
    transform: [
      formula("step", step),
      filter(`datum.step != ${groundStep(squares)}`),
      formula("square", `'M' + ${tidy(x)} + ',' + ${tidy(y)} + 'h${side}v${side}h-${side}z'`),
      { type: "aggregate", groupby: ["step"], fields: ["step"], ops: ["values"], as: ["squares"] },
      formula("path", "join(pluck(datum.squares, 'square'), '')"),
    ],
  };
}

/** The ground and the paths above it. */
export function squareMarks(squares: Squares): object[] {
  const { name, grid, palette } = squares;
  const path = (from: object | undefined, at: object, fill: string, more: object = {}) => ({
    type: "path",
    interactive: false,
    ...(from === undefined ? {} : { from }),
    encode: { update: { path: at, fill: signal(fill), ...more } },
  });
  return [
    // With an edge, or the white of zero would be lost on a white page.
    path(undefined, { value: groundPath(grid) }, `palettes.${palette}[${groundStep(squares)}]`, {
      stroke: { value: edgeColor },
    }),
    path({ data: name }, { field: "path" }, `palettes.${palette}[datum.step]`),
  ];
}

/** A picture in colour: a square for each pixel. `list` holds the channels one after another. */
export function colorSquares(
  { left, top, cell, rows, columns }: Grid,
  list: string,
  black: number,
  white: number,
) {
  const plane = rows * columns;
  const share = (channel: number) =>
    `round(255 * clamp((${list}[datum.index + ${channel * plane}] - ${black}) / ${white - black}, 0, 1))`;
  return {
    type: "rect",
    interactive: false,
    from: { data: "cover" },
    encode: {
      update: {
        x: signal(`${left} + ${cell} * datum.column`),
        y: signal(`${top} + ${cell} * datum.row`),
        width: { value: cell + overlap },
        height: { value: cell + overlap },
        fill: signal(`rgb(${[0, 1, 2].map(share).join(", ")})`),
      },
    },
  };
}
