import { isDark, onDark, onPale } from "../../charts/color.js";
import { text } from "../explorer/marks.js";
import type { MatrixLayout } from "./matrixLayout.js";

/** Squares smaller than this cannot be hit by a finger: those with images take taps around them. */
const fingertip = 18;
const value = (of: unknown) => ({ value: of });
const signal = (expression: string) => ({ signal: expression });

/** Colours of the mistakes: on a square-root scale, so that few are seen beside many. What is right is gray and drowns nothing. */
export const mistakeScale = (most: number) => ({
  name: "mistakes",
  type: "sqrt",
  domain: [0, Math.max(1, most)],
  range: ["#fff3e0", "#fdae6b", "#d94801", "#7f2704"],
});

/** The matrix: a square for each pair of classes, the names beside it, a frame around the one that is open. */
export function matrixMarks(classes: number, layout: MatrixLayout): object[] {
  const { cell, left, top } = layout;
  const side = classes * cell;
  const square = (grown: number) => ({
    x: signal(`${left} + ${cell} * datum.column - ${grown}`),
    y: signal(`${top} + ${cell} * datum.row - ${grown}`),
    width: value(cell + 2 * grown),
    height: value(cell + 2 * grown),
  });
  const tip =
    "names[datum.row] + (datum.right ? ' answered right: ' : ' taken for ' + names[datum.column] + ': ') + format(datum.count, ',')" +
    " + ' of ' + format(totals[datum.row], ',') + ' (' + format(datum.count / totals[datum.row], '.1%') + ')'";
  const taps = { cursor: value("pointer"), tooltip: signal(tip) };
  const color = "scale('mistakes', datum.count)";
  const ends = Array.from({ length: classes + 1 }, (_, index) => index * cell);
  const grid = ends.map((at) => `M${at},0v${side}M0,${at}h${side}`).join("");
  const grown = Math.max(0, (fingertip - cell) / 2);
  return [
    {
      type: "rect",
      name: "ground",
      encode: {
        update: {
          ...{ x: value(left), y: value(top), width: value(side), height: value(side) },
          fill: value("transparent"),
          cursor: value("pointer"),
        },
      },
    },
    {
      type: "path",
      interactive: false,
      encode: {
        update: {
          ...{ x: value(left), y: value(top), path: value(grid) },
          stroke: value(cell < 12 ? "#88888833" : "#88888855"),
          strokeWidth: value(1),
        },
      },
    },
    {
      type: "rect",
      name: "around",
      from: { data: "cells" },
      encode: { update: { ...square(grown), fill: value("transparent"), ...taps } },
    },
    {
      type: "rect",
      name: "cell",
      from: { data: "cells" },
      encode: { update: { ...square(0), fill: signal(`datum.right ? '#d9d9d9' : ${color}`), ...taps } },
    },
    ...(cell < 18
      ? []
      : [
          {
            ...text("format(datum.count, ',')", 0, 0, {
              x: signal(`${left} + ${cell} * (datum.column + 0.5)`),
              y: signal(`${top} + ${cell} * (datum.row + 0.5)`),
              align: value("center"),
              baseline: value("middle"),
              fontSize: signal(`min(11, ${1.7 * cell} / max(3, length(format(datum.count, ','))))`),
              fill: signal(`!datum.right && ${isDark(color)} ? '${onDark}' : '${onPale}'`),
            }),
            from: { data: "cells" },
          },
        ]),
    ...openFrame(layout),
    ...nameMarks(layout),
  ];
}

/** Around the open square: white on black, seen on every colour. */
function openFrame({ cell, left, top }: MatrixLayout): object[] {
  const around = (out: number, stroke: string, strokeWidth: number) => ({
    type: "rect",
    interactive: false,
    encode: {
      update: {
        x: signal(`${left - out} + ${cell} * column`),
        y: signal(`${top - out} + ${cell} * row`),
        ...{ width: value(cell + 2 * out), height: value(cell + 2 * out) },
        ...{ stroke: value(stroke), strokeWidth: value(strokeWidth) },
      },
    },
  });
  return [around(1.5, "#1b1b1b", 4.5), around(1.5, "#ffd43b", 2)];
}

/** The names beside rows and columns; those of the open square stand out. */
function nameMarks({ cell, left, top, font, upright, room, every }: MatrixLayout): object[] {
  const shown = (chosen: string) =>
    `datum.at == ${chosen} || (datum.at % ${every} == 0 && abs(datum.at - ${chosen}) * ${cell} >= ${every > 1 ? font : 0})`;
  const middle = `${cell} * (datum.at + 0.5)`;
  const look = (chosen: string) => ({
    fontSize: value(font),
    baseline: value("middle"),
    limit: value(room - 4),
    fontWeight: signal(`datum.at == ${chosen} ? 'bold' : 'normal'`),
    opacity: signal(`${shown(chosen)} ? 1 : 0`),
  });
  const column = upright
    ? { x: signal(`${left} + ${middle}`), y: value(top - 4), angle: value(-90), align: value("left") }
    : { x: signal(`${left} + ${middle}`), y: value(top - 8), align: value("center") };
  return [
    {
      ...text("names[datum.at]", 0, 0, {
        ...{ x: value(left - 4), y: signal(`${top} + ${middle}`), align: value("right") },
        ...look("row"),
      }),
      from: { data: "classes" },
    },
    { ...text("names[datum.at]", 0, 0, { ...column, ...look("column") }), from: { data: "classes" } },
  ];
}
