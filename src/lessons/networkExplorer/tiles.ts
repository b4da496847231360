import { computed } from "../explorer/signals.js";
import { filter, formula } from "../explorer/transforms.js";
import type { Parts } from "./forward.js";
import { type Grid, groundPath, placeOn } from "./layout.js";
import { lookOf, palettes, stepOf, zeroStep } from "./palettes.js";
import type { Pictures } from "./pictureList.js";
import type { Stage } from "./stage.js";

// Maps are drawn as one path for each step of colour and layer: thousands of squares would be slow to draw.

const value = (of: unknown) => ({ value: of });
const signal = (expression: string) => ({ signal: expression });

/** A square on a grid as a piece of a path. They overlap by a hair, so that no ground shines through. */
function square(grid: Grid, name: string): string {
  const { x, y } = placeOn(name);
  const side = Number((grid.cell + (grid.rows * grid.columns === 1 ? -0.5 : 0.2)).toFixed(2));
  const tidy = (expression: string) => `round(100 * (${expression})) / 100`;
  return `'M' + ${tidy(x)} + ',' + ${tidy(y)} + 'h${side}v${side}h-${side}z'`;
}

const joinedBy = (field: string) => [
  { type: "aggregate", groupby: ["step"], fields: ["step"], ops: ["values"], as: ["squares"] },
  formula("path", `join(pluck(datum.squares, '${field}'), '')`),
];

/** For each layer its squares above the ground, near (on the sheet) and far (enlarged), and the paths of both. */
export function tileParts(
  stages: readonly Stage[],
  sheet: readonly Grid[],
  enlarged: readonly Grid[],
  { black, white }: Pictures,
): Parts {
  const tables = stages.flatMap((stage, at) => {
    const near = sheet[at];
    const table = {
      name: `e${at}`,
      source: `v${at}`,
      transform: [
        ...(near === undefined ? [] : [formula("near", square(near, `grids[${at}]`))]),
        formula("far", square(enlarged[at] as Grid, `largeGrids[${at}]`)),
        formula("stage", String(at)),
        formula("step", stepOf(stage, "datum.v", `top${at}`, black, white)),
        filter(at === 0 && stage.maps === 3 ? "false" : `datum.step != ${zeroStep(stage)}`),
      ],
    };
    const path = { name: `n${at}`, source: `e${at}`, transform: joinedBy("near") };
    return near === undefined ? [table] : [table, path];
  });
  const large = {
    name: "enlarged",
    source: stages.map((_, at) => `e${at}`),
    transform: [filter("datum.stage == shown"), ...joinedBy("far")],
  };
  return {
    signals: [
      { name: "palettes", value: palettes },
      { name: "looks", value: stages.map(lookOf) },
      { name: "grids", value: sheet },
      { name: "largeGrids", value: enlarged },
      { name: "grounds", value: enlarged.map(groundPath) },
      { name: "zeros", value: stages.map(zeroStep) },
      ...stages.map((_, at) =>
        computed(`top${at}`, `max(1e-9, abs(extent(A${at})[0]), abs(extent(A${at})[1]))`),
      ),
    ],
    data: [...tables, large],
  };
}

/** A path of colour; `update` says which. */
const pathMark = (path: object, fill: object, more: object = {}) => ({
  type: "path",
  interactive: false,
  ...more,
  encode: { update: { path, fill } },
});

/** The maps of a layer on the sheet. */
export function nearTiles(stage: Stage, at: number, grid: Grid): object[] {
  const colors = `palettes.${lookOf(stage)}`;
  return [
    pathMark(value(groundPath(grid)), value(palettes[lookOf(stage)][zeroStep(stage)])),
    pathMark(signal("datum.path"), signal(`${colors}[datum.step]`), { from: { data: `n${at}` } }),
  ];
}

/** The maps of the shown layer, enlarged. */
export const largeTiles: readonly object[] = [
  pathMark(signal("grounds[shown]"), signal("palettes[looks[shown]][zeros[shown]]")),
  pathMark(signal("datum.path"), signal("palettes[looks[shown]][datum.step]"), {
    from: { data: "enlarged" },
  }),
];

/** A picture in colour as squares, at both sizes. */
export function colorTiles(grids: readonly [near: Grid, large: Grid], { black, white }: Pictures): object[] {
  const share = (plane: string) => `round(255 * clamp((A0[${plane}] - ${black}) / ${white - black}, 0, 1))`;
  const [near] = grids;
  const plane = near.rows * near.columns;
  const color = `rgb(${[0, 1, 2].map((channel) => share(`datum.index + ${channel * plane}`)).join(", ")})`;
  return grids.map(({ left, top, cell }, large) => ({
    type: "rect",
    interactive: false,
    from: { data: "pixels" },
    encode: {
      update: {
        x: signal(`${left} + ${cell} * datum.column`),
        y: signal(`${top} + ${cell} * datum.row`),
        width: value(cell + 0.2),
        height: value(cell + 0.2),
        fill: signal(color),
        opacity: signal(large === 1 ? "shown == 0 ? 1 : 0" : "1"),
      },
    },
  }));
}
