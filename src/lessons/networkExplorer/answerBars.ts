import { text } from "../explorer/marks.js";
import { computed } from "../explorer/signals.js";
import { pointed } from "../explorer/style.js";
import { filter, formula } from "../explorer/transforms.js";
import type { Parts } from "./forward.js";
import { type Places, wide } from "./places.js";
import type { Stage } from "./stage.js";

const value = (of: unknown) => ({ value: of });
const signal = (expression: string) => ({ signal: expression });

/** As many bars as there is room for: all in order, or of more the largest. */
const most = 10;
const pitchOf = ({ maps }: Stage, { answers }: Places) => Math.min(17, answers.height / Math.min(most, maps));

/** Where the way back begins at a bar, expressions of Vega. */
export function answerPlace(stage: Stage, at: number, places: Places = wide) {
  const { answers } = places;
  const place = `indexof(pluck(data('answer'), 'map'), m${at})`;
  const slot = stage.maps > most ? `(${place} < 0 ? ${most - 1} : data('answer')[${place}].slot)` : `m${at}`;
  return { x: String(answers.left - 6), y: `${answers.top} + ${pitchOf(stage, places)} * (0.5 + ${slot})` };
}

/** The answer as bars, and which are the two largest. */
export function answerParts(stage: Stage, at: number, names: readonly string[]): Parts {
  const table = {
    name: "answer",
    source: `v${at}`,
    transform: [
      {
        type: "window",
        sort: { field: ["v", "map"], order: ["descending", "ascending"] },
        ops: ["row_number"],
        as: ["place"],
      },
      formula("slot", stage.maps > most ? "datum.place - 1" : "datum.map"),
      filter(`datum.slot < ${most}`),
      formula("name", "names[datum.map]"),
    ],
  };
  const probable = stage.bend === "softmax" || stage.bend === "sigmoid";
  const said = probable ? "format(datum.v, '.1%')" : "format(datum.v, '.2f')";
  const ranked = {
    name: "ranked",
    source: "answer",
    transform: [formula("said", said), filter("datum.place <= 2")],
  };
  const order = {
    name: "order",
    source: "ranked",
    transform: [{ type: "collect", sort: { field: "place" } }],
  };
  return {
    signals: [
      { name: "names", value: names },
      computed("answerLow", `min(0, extent(A${at})[0])`),
      computed("answerHigh", `max(1e-9, extent(A${at})[1], 0)`),
      computed("leading", "data('order')[0]"),
      computed("following", "length(data('order')) > 1 ? data('order')[1] : null"),
    ],
    data: [table, ranked, order],
  };
}

/** The bars with their names and numbers; a click chooses one. */
export function answerMarks(stage: Stage, at: number, places: Places = wide): object[] {
  const { answers } = places;
  const left = answers.left + answers.names;
  const pitch = pitchOf(stage, places);
  const across = (number: string) =>
    `${left} + ${answers.bar} * (${number} - answerLow) / (answerHigh - answerLow)`;
  const middle = signal(`${answers.top} + ${pitch} * (datum.slot + 0.5)`);
  const line = (expression: string, x: number, more: object) => ({
    ...text(expression, x, 0, {
      y: middle,
      baseline: value("middle"),
      fontSize: value(11),
      fontWeight: signal("datum.place == 1 ? 'bold' : 'normal'"),
      ...more,
    }),
    from: { data: "answer" },
  });
  return [
    text(JSON.stringify(stage.name), answers.left, answers.top - 17, {
      limit: value(120),
      fontSize: value(11),
      fontWeight: signal(`shown == ${at} ? 'bold' : 'normal'`),
    }),
    text(
      JSON.stringify(stage.bend === "linear" ? `${stage.maps}` : `${stage.maps}, ${stage.bend}`),
      answers.left,
      answers.top - 5,
      {
        fontSize: value(9),
      },
    ),
    {
      type: "rect",
      interactive: false,
      from: { data: "answer" },
      encode: {
        update: {
          x: signal(across("min(0, datum.v)")),
          x2: signal(across("max(0, datum.v)")),
          y: signal(`${answers.top} + ${pitch} * datum.slot + 2`),
          height: value(pitch - 4),
          fill: signal(`datum.place == 1 ? '${pointed}' : '#6f8fa8'`),
        },
      },
    },
    line("datum.name", answers.left, { limit: value(answers.names - 4) }),
    line(
      stage.bend === "softmax" || stage.bend === "sigmoid"
        ? "format(datum.v, '.1%')"
        : "format(datum.v, '.2f')",
      answers.right,
      {
        align: value("right"),
      },
    ),
    {
      type: "rect",
      name: "bar",
      from: { data: "answer" },
      encode: {
        update: {
          x: value(answers.left),
          width: value(answers.right - answers.left),
          y: signal(`${answers.top} + ${pitch} * datum.slot`),
          height: value(pitch),
          fill: value("transparent"),
          cursor: value("pointer"),
          tooltip: signal("datum.name + ': ' + format(datum.v, '.4f')"),
        },
      },
    },
  ];
}
