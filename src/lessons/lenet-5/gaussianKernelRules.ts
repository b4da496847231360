import { counting, filter, formula } from "../explorer/transforms.js";
import type { MixedClasses } from "./gaussianKernelPoints.js";

// What the explorer of the Gaussian kernel computes, in Vega's language, from the signals `classes` and `sigma`.

/** Half a side of the plane that is shown. */
export const reach = 2.3;
/** Squares along a side of it. */
export const steps = 46;

const closeness = (axis: "u" | "v") => {
  const p = axis === "u" ? 0 : 1;
  const distance = `(pow(datum.x - prototypes[0].place[${p}][0], 2) + pow(datum.y - prototypes[0].place[${p}][1], 2))`;
  return formula(
    axis,
    `exp(-${distance} / (2 * sigma * sigma))`.replaceAll("prototypes", "data('prototypes')"),
  );
};
const closenesses = [closeness("u"), closeness("v"), formula("both", "datum.u + datum.v")];
const chosen = filter("datum.classes == classes");
const inside = "data('best')[0].chosen.threshold";

export const kernelData = (
  classes: Readonly<Record<string, MixedClasses>>,
  straight: Readonly<Record<string, number>>,
): readonly object[] => [
  {
    name: "prototypes",
    values: Object.entries(classes).map(([name, { prototypes }]) => ({
      classes: name,
      place: prototypes,
      straight: straight[name],
    })),
    transform: [chosen],
  },
  {
    name: "points",
    // As text: a notebook writes each number of a list on a line of its own.
    values: Object.entries(classes)
      .flatMap(([name, { points }]) => points.map(({ x, y, kind }) => [name, x, y, kind].join(",")))
      .reduce((rows, row) => `${rows}\n${row}`, "classes,x,y,kind"),
    format: { type: "csv", parse: { x: "number", y: "number" } },
    transform: [chosen, ...closenesses],
  },
  {
    // Each place between two neighbours along u + v, and how many points lie on the wrong side of it.
    name: "places",
    source: "points",
    transform: [
      formula("insideHere", "datum.kind == 'inside' ? 1 : 0"),
      { type: "joinaggregate", ops: ["sum"], fields: ["insideHere"], as: ["allInside"] },
      { type: "joinaggregate", ops: ["count"], as: ["all"] },
      {
        type: "window",
        sort: { field: "both" },
        ops: ["sum", "count", "lead"],
        fields: ["insideHere", null, "both"],
        as: ["insideBelow", "below", "next"],
        frame: [null, 0],
      },
      formula("threshold", "(datum.both + (datum.next == null ? datum.both : datum.next)) / 2"),
      formula("room", "datum.next == null ? 0 : datum.next - datum.both"),
      formula(
        "errors",
        "datum.insideBelow + (datum.all - datum.allInside) - (datum.below - datum.insideBelow)",
      ),
    ],
  },
  {
    name: "best",
    source: "places",
    transform: [{ type: "aggregate", ops: ["argmin"], fields: ["errors"], as: ["chosen"] }],
  },
  {
    name: "judged",
    source: "points",
    transform: [
      formula("called", `datum.both > ${inside} ? 'inside' : 'outside'`),
      formula("wrong", "datum.called == datum.kind ? 0 : 1"),
    ],
  },
  {
    name: "summary",
    source: "judged",
    transform: [
      { type: "aggregate", ops: ["sum", "count"], fields: ["wrong", null], as: ["wrong", "all"] },
      formula("straight", "data('prototypes')[0].straight"),
      formula("threshold", inside),
      // How far the line is from the nearest points of both sides, added up: what a support vector machine makes large.
      formula("room", "datum.wrong > 0 ? 0 : data('best')[0].chosen.room / sqrt(2)"),
    ],
  },
  {
    name: "regions",
    transform: [
      counting(steps * steps),
      formula("column", `datum.data % ${steps}`),
      formula("row", `floor(datum.data / ${steps})`),
      formula("x", `${reach} * ((2 * datum.column + 1) / ${steps} - 1)`),
      formula("y", `${reach} * (1 - (2 * datum.row + 1) / ${steps})`),
      ...closenesses,
      formula("called", `datum.both > ${inside} ? 'inside' : 'outside'`),
    ],
  },
  {
    name: "line",
    source: "summary",
    transform: [
      formula("end", "sequence(2)"),
      { type: "flatten", fields: ["end"] },
      formula("u", "datum.end == 0 ? max(0, datum.threshold - 1.1) : min(1.1, datum.threshold)"),
      formula("v", "datum.threshold - datum.u"),
    ],
  },
  {
    name: "marks",
    source: "prototypes",
    transform: [
      formula("p", "datum.place"),
      { type: "flatten", fields: ["p"] },
      formula("x", "datum.p[0]"),
      formula("y", "datum.p[1]"),
      ...closenesses,
    ],
  },
];
