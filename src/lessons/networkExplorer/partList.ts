import { text } from "../explorer/marks.js";
import { computed } from "../explorer/signals.js";
import { filter, formula } from "../explorer/transforms.js";
import type { Parts } from "./forward.js";
import { type Places, wide } from "./places.js";
import { byStage } from "./selection.js";
import type { Stage } from "./stage.js";

const value = (of: unknown) => ({ value: of });
const signal = (expression: string) => ({ signal: expression });

/** As many parts are written out; the others as one. */
const most = 7;

/** The place of a number in words, from the layer, and its map, row and column. */
export const placeSaid = (layer: string, map: string, row: string, column: string) =>
  `(sizes[${layer}][1] * sizes[${layer}][2] == 1 ? 'unit ' + ${map} : 'map ' + ${map} + ' (' + ${row} + ', ' + ${column} + ')')`;

/** The largest parts of the shown number, and the sum they are parts of. */
export function partListParts(stages: readonly Stage[]): Parts {
  const tOf = `[${stages.map((_, at) => `t${at}`).join(", ")}][shown]`;
  const entry = (at: number) => `data('v${at}')[max(0, t${at})]`;
  const biases = stages.map(({ biases }, at) => (biases.length > 0 ? `B${at}[m${at}]` : "0"));
  return {
    signals: [
      computed("shownIndex", tOf),
      computed("shownMap", `[${stages.map((_, at) => `m${at}`)}][shown]`),
      computed("shownRow", `[${stages.map((_, at) => `r${at}`)}][shown]`),
      computed("shownColumn", `[${stages.map((_, at) => `c${at}`)}][shown]`),
      computed(
        "shownValue",
        byStage(stages, "shown", (at) => `${entry(at)}.v`),
      ),
      computed(
        "shownSum",
        byStage(stages, "shown", (at) => (at === 0 ? "0" : `${entry(at)}.z`)),
      ),
      computed("shownBias", `[${biases.join(", ")}][shown]`),
      { name: "distances", value: stages.map(({ rule }) => rule === "distance") },
      { name: "bends", value: stages.map(({ bend }) => bend) },
      { name: "shifts", value: stages.map(({ scaling }) => scaling[1]) },
      computed("partSum", "length(data('sums')) > 0 && data('sums')[0].count > 0 ? data('sums')[0].sum : 0"),
      computed("partCount", "length(data('parts'))"),
      computed(
        "listedSum",
        "length(data('listedSums')) > 0 && isNumber(data('listedSums')[0].sum) ? data('listedSums')[0].sum : 0",
      ),
      computed("largestPart", `length(data('largestParts')) > 0 ? data('largestParts')[0] : null`),
    ],
    data: [
      {
        name: "listed",
        source: "parts",
        transform: [filter(`datum.rank <= ${most}`), formula("line", "datum.rank - 1")],
      },
      {
        name: "listedSums",
        source: "listed",
        transform: [{ type: "aggregate", fields: ["product"], ops: ["sum"], as: ["sum"] }],
      },
      { name: "largestParts", source: "parts", transform: [filter("datum.rank == 1")] },
    ],
  };
}

const number = (expression: string) => `format(${expression}, '+.3f')`;
const small = { fontSize: value(11) };

/** The list of the largest parts; a click follows one back. */
export function partListMarks({ parts: { left, heading, pitch }, width }: Places = wide): object[] {
  const row = (line: string) => signal(`${heading + 18} + ${pitch} * ${line}`);
  const listed = (expression: string, x: number, more: object = {}) => ({
    ...text(expression, left + x, 0, { y: row("datum.line"), ...small, ...more }),
    from: { data: "listed" },
  });
  /** Lines below the list: what is missing to the number. */
  const closing = (line: number, amount: string, words: string) => {
    const visible = { opacity: signal("shown == 0 ? 0 : 1") };
    return [
      text(number(amount), left + 46, row(String(line)), { ...small, ...visible, align: value("right") }),
      text(words, left + 52, row(String(line)), { ...small, ...visible }),
    ];
  };
  return [
    text(
      "shown == 0 ? 'paint on the picture' : 'largest parts, of ' + layerNames[shown - 1]",
      left,
      heading,
      {
        fontWeight: value("bold"),
        fontSize: value(13),
        limit: value(width - left),
      },
    ),
    {
      type: "rect",
      name: "part",
      from: { data: "listed" },
      encode: {
        update: {
          x: value(left),
          width: value(width - left),
          y: row("(datum.line - 0.75)"),
          height: value(pitch),
          fill: signal("datum.product < 0 ? '#4393c3' : '#d6604d'"),
          fillOpacity: signal(
            `datum.size <= 0 ? 0 : 0.25 * datum.size / max(1e-9, largestPart == null ? 1 : largestPart.size)`,
          ),
          cursor: value("pointer"),
          tooltip: signal(
            `format(datum.value, '.4f') + ' × ' + format(datum.weight, '.4f') + ' = ' + format(datum.product, '.4f')`,
          ),
        },
      },
    },
    listed(number("datum.product"), 46, { align: value("right") }),
    listed(
      "distances[shown] ? '= −(' + format(datum.value, '.2f') + ' − ' + format(datum.weight, '.2f') + ')²' : '= ' + format(datum.value, '.3f') + ' × ' + format(datum.weight, '.3f')",
      52,
    ),
    listed(
      `datum.from < 0 ? 'the border' : ${placeSaid("(shown - 1)", "datum.frommap", "datum.fromrow", "datum.fromcolumn")}`,
      width - left,
      { align: value("right") },
    ),
    ...closing(most, "partSum - listedSum", "format(max(0, partCount - 7), ',') + ' other parts'"),
    ...closing(most + 1, "shownBias + shifts[shown]", "'bias'"),
    ...closing(
      most + 2,
      "shownSum",
      "bends[shown] == 'linear' ? 'sum' : 'sum; ' + bends[shown] + ': ' + format(shownValue, '.3f')",
    ),
  ];
}
