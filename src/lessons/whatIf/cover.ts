import { computed } from "../explorer/signals.js";
import { counting, formula, rowAndColumn } from "../explorer/transforms.js";
import type { Parts } from "../networkExplorer/forward.js";
import type { MapSizes } from "../networkExplorer/stage.js";
import { clears, covers, most } from "./coverControls.js";

// What is painted over is a bit for each pixel. The bits before each of the last strokes are kept as those of one number, so
// that strokes can be taken back; and all can be moved, so that the same cover can be tried elsewhere.

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
