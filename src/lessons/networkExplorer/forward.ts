import { computed } from "../explorer/signals.js";
import { counting, formula } from "../explorer/transforms.js";
import { bent } from "./bends.js";
import { numberList } from "./numberText.js";
import { countOf, type Stage, seesAll } from "./stage.js";
import { bordered, hasBorder, stepsInWindow } from "./taps.js";

/** Parts of a specification. */
export interface Parts {
  readonly signals: readonly object[];
  readonly data: readonly object[];
}

// A stage is a table with a row for each number, and the list of its values. Sums are written out, so that they are quick.
// An expression of more terms would not be compiled to machine code by browsers, and be a hundred times as slow.
const termsAtOnce = 96;

/** Halves of halves: a long chain of additions would be too deep to be read. */
export function added(terms: readonly string[]): string {
  if (terms.length < 4) return terms.join("+");
  const half = terms.length >> 1;
  return `(${added(terms.slice(0, half))}+${added(terms.slice(half))})`;
}

/** Steps that join very many terms, the last one into the field `name`. */
export function joined(
  name: string,
  terms: readonly string[],
  join: (terms: readonly string[]) => string,
): object[] {
  const pieces = Math.ceil(terms.length / termsAtOnce);
  return Array.from({ length: pieces }, (_, piece) => {
    const part = terms.slice(piece * termsAtOnce, (piece + 1) * termsAtOnce);
    const before = piece === 0 ? [] : [`datum.part${piece}`];
    return formula(piece === pieces - 1 ? name : `part${piece + 1}`, join([...before, ...part]));
  });
}

/** The sum, largest or average of the window of each row, as the field `z`. */
function windowSteps(stage: Stage, below: Stage, at: number): object[] {
  const { rule, weights, biases, kernel, around, stride } = stage;
  const list = hasBorder(stage) ? `Q${at}` : `A${at - 1}`;
  const values = stepsInWindow(stage, below).map((step) => `${list}[datum.b+${step}]`);
  const weight = (index: number) => `W${at}[datum.k+${index}]`;
  const plusBias = biases.length > 0 ? `B${at}[datum.map]+` : "";
  const { rows, columns } = bordered(stage, below);
  const own = seesAll(stage) ? "" : `datum.map * ${rows * columns} + `;
  const places = [
    formula("b", `${own}datum.row * ${stride[0] * columns} + datum.column * ${stride[1]}`),
    formula("k", `datum.map * ${weights.length / stage.maps}`),
  ];
  if (rule === "max") return [...places, ...joined("z", values, (terms) => `max(${terms.join(",")})`)];
  if (rule === "average") {
    const inside = (axis: 0 | 1, place: string, length: number) => {
      const first = `datum.${place} * ${stride[axis]} - ${around[axis]}`;
      return `(min(${first} + ${kernel[axis]}, ${length}) - max(${first}, 0))`;
    };
    const count = `${inside(0, "row", below.rows)} * ${inside(1, "column", below.columns)}`;
    return [
      ...places,
      formula("count", count),
      ...joined("sum", values, added),
      formula("z", "datum.sum / datum.count"),
    ];
  }
  const products = values.map((value, index) => {
    if (rule !== "distance") return `${weight(index)}*${value}`;
    return `-(${value}-${weight(index)})*(${value}-${weight(index)})`;
  });
  return [...places, ...joined("sum", products, added), formula("z", `${plusBias}datum.sum`)];
}

/** The bent sum as the field `v`. */
function bendSteps({ bend }: Stage): object[] {
  if (bend !== "softmax") return [formula("v", bent(bend, "datum.z"))];
  const groupby = ["row", "column"];
  return [
    { type: "joinaggregate", groupby, fields: ["z"], ops: ["max"], as: ["largest"] },
    formula("power", "exp(datum.z - datum.largest)"),
    { type: "joinaggregate", groupby, fields: ["power"], ops: ["sum"], as: ["powers"] },
    formula("v", "datum.power / datum.powers"),
  ];
}

/** Map, row and column of the numbers of a stage. */
export const mapPlaces = ({ rows, columns }: Pick<Stage, "rows" | "columns">) => [
  formula("map", `floor(datum.index / ${rows * columns})`),
  formula("row", `floor(datum.index % ${rows * columns} / ${columns})`),
  formula("column", `datum.index % ${columns}`),
];

/** The table of a stage, `v` and its number, from the stage below; the list of its values is `A` and the number. */
export function stageParts(stage: Stage, below: Stage, at: number): Parts {
  const { weights, biases, scaling, source, rule } = stage;
  const [factor, shift, nowhere] = scaling;
  const move = [
    formula("source", source),
    formula("z", `datum.source < 0 ? ${nowhere} : ${factor} * A${at - 1}[datum.source] + ${shift}`),
  ];
  const list = weights.length > 0 ? numberList(`W${at}`, weights) : { signals: [], data: [] };
  const table = {
    name: `v${at}`,
    transform: [
      counting(countOf(stage), "index"),
      ...mapPlaces(stage),
      ...(rule === "move" ? move : windowSteps(stage, below, at)),
      ...bendSteps(stage),
    ],
  };
  const border = hasBorder(stage) ? borderParts(stage, below, at) : { signals: [], data: [] };
  const biasText = biases.map((bias) => Number(bias.toPrecision(9)));
  return {
    signals: [
      ...list.signals,
      ...(biases.length > 0 ? [computed(`B${at}`, JSON.stringify(biasText))] : []),
      ...border.signals,
      computed(`A${at}`, `pluck(data('v${at}'), 'v')`),
    ],
    data: [...list.data, ...border.data, table],
  };
}

/** The maps below with their border, in the list `Q` and the number of the stage. */
function borderParts(stage: Stage, below: Stage, at: number): Parts {
  const sizes = bordered(stage, below);
  const [top, left] = stage.around;
  const [row, column] = [`(datum.row - ${top})`, `(datum.column - ${left})`];
  const inside = `${row} >= 0 && ${row} < ${below.rows} && ${column} >= 0 && ${column} < ${below.columns}`;
  const from = `datum.map * ${below.rows * below.columns} + ${row} * ${below.columns} + ${column}`;
  // Next to the largest of a window a border never wins.
  const nothing = stage.rule === "max" ? -1e30 : 0;
  const table = {
    name: `q${at}`,
    transform: [
      counting(countOf(sizes), "index"),
      ...mapPlaces(sizes),
      formula("from", `${inside} ? ${from} : -1`),
      formula("v", `datum.from < 0 ? ${nothing} : A${at - 1}[datum.from]`),
    ],
  };
  return { signals: [computed(`Q${at}`, `pluck(data('q${at}'), 'v')`)], data: [table] };
}
