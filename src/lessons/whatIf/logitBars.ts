import { heading, text } from "../explorer/marks.js";
import { computed } from "../explorer/signals.js";
import { pointed } from "../explorer/style.js";
import { filter, formula } from "../explorer/transforms.js";
import type { Parts } from "../networkExplorer/forward.js";
import { bars, width } from "./places.js";

const value = (of: unknown) => ({ value: of });
const signal = (expression: string) => ({ signal: expression });
const { left, top, pitch, most, names: nameWidth, bar: barWidth } = bars;
const barLeft = left + nameWidth;
/** Right edges of the columns of numbers. */
const columns = { before: barLeft + barWidth + 46, after: width - 50, change: width };

/** A change with its sign; what rounds to nothing has none. */
export const signed = (number: string) => `(abs(${number}) < 0.005 ? '0.00' : format(${number}, '+.2f'))`;

/** The logits as table `answer`, in order, or of many the largest of both pictures and the chosen one. */
export function logitParts(before: readonly number[], names: readonly string[]): Parts {
  const few = names.length <= most;
  const table = {
    name: "answer",
    values: names.map((name, map) => ({ name, map, before: before[map] ?? 0 })),
    transform: [
      formula("after", "logits[datum.map]"),
      formula("change", "datum.after - datum.before"),
      formula("size", "abs(datum.change)"),
      formula("kept", "kept == null ? datum.before : kept.logits[datum.map]"),
      formula("chosen", "datum.map == classAt"),
      formula("rank", "max(datum.before, datum.after) + (datum.chosen ? 1e9 : 0)"),
      {
        type: "window",
        sort: { field: ["rank", "map"], order: ["descending", "ascending"] },
        ops: ["row_number"],
        as: ["place"],
      },
      formula("slot", few ? "datum.map" : "datum.place - 1"),
    ],
  };
  const first = (name: string, field: string) => ({
    name,
    source: "answer",
    transform: [
      { type: "window", sort: { field: [field, "map"], order: ["descending", "ascending"] }, ops: ["row_number"], as: [`${name}Place`] }, // biome-ignore format: a step a line
      filter(`datum.${name}Place == 1`),
    ],
  });
  return {
    signals: [
      computed("lowest", "min(0, extent(pluck(data('answer'), 'before'))[0], extent(logits)[0])"),
      computed("highest", "max(1e-9, extent(pluck(data('answer'), 'before'))[1], extent(logits)[1])"),
      computed("chosenBefore", "beforeLogits[classAt]"),
      computed("chosenAfter", "logits[classAt]"),
      computed("leading", "data('leader')[0]"),
      computed("moving", "data('mover')[0]"),
    ],
    data: [
      table,
      first("leader", "after"),
      first("mover", "size"),
      { name: "drawn", source: "answer", transform: [filter(`datum.slot < ${most}`)] },
    ],
  };
}

const across = (number: string) => `${barLeft} + ${barWidth} * (${number} - lowest) / (highest - lowest)`;

/** A bar from zero, so many pixels below the upper edge of its row. */
const barMark = (field: string, down: number, height: number, fill: object) => ({
  type: "rect",
  interactive: false,
  from: { data: "drawn" },
  encode: {
    update: {
      x: signal(across(`min(0, datum.${field})`)),
      x2: signal(across(`max(0, datum.${field})`)),
      y: signal(`${top} + ${pitch} * datum.slot + ${down}`),
      height: value(height),
      fill,
    },
  },
});

const column = (expression: string, x: number, more: object = {}) => ({
  ...text(expression, x, 0, {
    y: signal(`${top} + ${pitch} * (datum.slot + 0.5)`),
    baseline: value("middle"),
    align: value("right"),
    fontSize: value(11),
    fontWeight: signal("datum.chosen ? 'bold' : 'normal'"),
    ...more,
  }),
  from: { data: "drawn" },
});

/** The logits of both pictures, and a mark at those that were kept; a click chooses a class. */
export const logitMarks: readonly object[] = [
  heading("logits", left, top - 10),
  ...(["before", "after", "change"] as const).map((what) =>
    text(`'${what}'`, columns[what], top - 10, { align: value("right"), fontSize: value(11) }),
  ),
  barMark("before", 3, 4, value("#9a9a9a")),
  barMark("after", 8, 6, signal(`datum.chosen ? '${pointed}' : '#3b8ee0'`)),
  {
    type: "rect",
    interactive: false,
    from: { data: "drawn" },
    encode: {
      update: {
        x: signal(`${across("datum.kept")} - 1`),
        width: value(2),
        y: signal(`${top} + ${pitch} * datum.slot + 1`),
        height: value(pitch - 2),
        fill: value("#2ca089"),
        opacity: signal("kept == null ? 0 : 1"),
      },
    },
  },
  column("datum.name", left, { align: value("left"), limit: value(nameWidth - 4) }),
  column("format(datum.before, '.2f')", columns.before),
  column("format(datum.after, '.2f')", columns.after),
  column(signed("datum.change"), columns.change),
  {
    type: "rect",
    name: "bar",
    from: { data: "drawn" },
    encode: {
      update: {
        x: value(left),
        width: value(width - left),
        y: signal(`${top} + ${pitch} * datum.slot`),
        height: value(pitch),
        fill: value("transparent"),
        cursor: value("pointer"),
        tooltip: signal(
          "datum.name + ': ' + format(datum.before, '.4f') + ' before, ' + format(datum.after, '.4f') + ' after'",
        ),
      },
    },
  },
];
