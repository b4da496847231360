import { pointed } from "../explorer/style.js";
import { filter, formula } from "../explorer/transforms.js";
import type { Grid } from "../networkExplorer/layout.js";

/** The edge around what is covered, as a table with one `path`; `place` is where a pixel has its corner. */
export function edgeParts({ left, top, cell, rows, columns }: Grid): object {
  const side = Number(cell.toFixed(2));
  const x = `(${left} + ${cell} * datum.column)`;
  const y = `(${top} + ${cell} * datum.row)`;
  const line = (x: string, y: string, to: string) => `'M' + (${x}) + ',' + (${y}) + '${to}'`;
  const open = (inside: string, neighbour: number) => `(${inside} && C[datum.index + ${neighbour}] == 1)`;
  const edges = [
    `(${open("datum.row > 0", -columns)} ? '' : ${line(x, y, `h${side}`)})`,
    `(${open(`datum.row < ${rows - 1}`, columns)} ? '' : ${line(x, `${y} + ${cell}`, `h${side}`)})`,
    `(${open("datum.column > 0", -1)} ? '' : ${line(x, y, `v${side}`)})`,
    `(${open(`datum.column < ${columns - 1}`, 1)} ? '' : ${line(`${x} + ${cell}`, y, `v${side}`)})`,
  ];
  return {
    name: "edges",
    source: "cover",
    transform: [
      filter("C[datum.index] == 1"),
      formula("edge", edges.join(" + ")),
      { type: "aggregate", fields: ["edge"], ops: ["values"], as: ["all"] },
      formula("path", "join(pluck(datum.all, 'edge'), '')"),
    ],
  };
}

/** The paper with its cover and the brush; a drag on it paints or moves. */
export function paperMarks({ left, top, cell, width, height }: Grid): object[] {
  const signal = (expression: string) => ({ signal: expression });
  const box = (x: string, y: string, wide: string, high: string, more: object) => ({
    encode: { update: { x: signal(x), y: signal(y), width: signal(wide), height: signal(high), ...more } },
  });
  const corner = (from: number, at: string) => `${from} + ${cell} * (${at} - floor((size - 1) / 2))`;
  const side = `${cell} * size`;
  const brush = box(corner(left, "column"), corner(top, "row"), side, side, {
    stroke: { value: pointed },
    strokeDash: { value: [3, 3] },
    opacity: signal("brush == 'covers' || brush == 'restores' ? 1 : 0"),
  });
  const paper = {
    fill: { value: "transparent" },
    cursor: signal("brush == 'moves the cover' ? 'move' : 'crosshair'"),
  };
  return [
    {
      type: "path",
      interactive: false,
      from: { data: "edges" },
      encode: { update: { path: { field: "path" }, stroke: { value: pointed }, strokeWidth: { value: 2 } } },
    },
    { type: "group", interactive: false, clip: true, ...box(`${left}`, `${top}`, `${width}`, `${height}`, {}),
      marks: [{ type: "rect", interactive: false, ...brush, encode: { update: { ...brush.encode.update, x: signal(`${corner(left, "column")} - ${left}`), y: signal(`${corner(top, "row")} - ${top}`) } } }] },
    { type: "rect", name: "paper", ...box(`${left}`, `${top}`, `${width}`, `${height}`, paper) },
  ]; // biome-ignore format: a mark a line
}
