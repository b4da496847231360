import { computed } from "../explorer/signals.js";
import { counting, filter, formula } from "../explorer/transforms.js";
import type { Parts } from "./forward.js";
import { partsOf, type Stage, seesAll } from "./stage.js";

// The way back from the chosen number: at each layer below the number whose part is largest. Signal `t` and the number of the
// layer is its index in that layer's list, -1 where the way does not lead; table `p` and the number holds all its parts.

const count = (stage: Stage) => stage.rows * stage.columns;

/** Signals of the number on the way in one layer. */
function numberOnTheWay(stage: Stage, at: number, last: number): object[] {
  const followed = `length(data('f${at + 1}')) > 0 && isObject(data('f${at + 1}')[0].most) ? data('f${at + 1}')[0].most.from : -1`;
  const below = at === last ? "-1" : `at < ${at} ? -1 : ${followed}`;
  return [
    computed(`t${at}`, `at == ${at} ? chosen : ${below}`),
    computed(`m${at}`, `floor(max(0, t${at}) / ${count(stage)})`),
    computed(`r${at}`, `floor(max(0, t${at}) % ${count(stage)} / ${stage.columns})`),
    computed(`c${at}`, `max(0, t${at}) % ${stage.columns}`),
  ];
}

/** The parts of the number on the way: where each comes from, its value, its weight and their product. */
function partsTable(stage: Stage, below: Stage, at: number): object {
  const { kernel, stride, dilation, around, rule, weights } = stage;
  const places = kernel[0] * kernel[1];
  const many = partsOf(stage, below);
  const plane = below.rows * below.columns;
  const perMap = weights.length / stage.maps;
  const moves = rule === "move";
  const window = [
    formula("channel", seesAll(stage) ? `floor(datum.part / ${places})` : `m${at}`),
    formula("windowRow", `floor(datum.part % ${places} / ${kernel[1]})`),
    formula("windowColumn", `datum.part % ${kernel[1]}`),
    formula("placeRow", `r${at} * ${stride[0]} - ${around[0]} + datum.windowRow * ${dilation[0]}`),
    formula("placeColumn", `c${at} * ${stride[1]} - ${around[1]} + datum.windowColumn * ${dilation[1]}`),
    formula(
      "from",
      `datum.placeRow >= 0 && datum.placeRow < ${below.rows} && datum.placeColumn >= 0 && datum.placeColumn < ${below.columns}` +
        ` ? datum.channel * ${plane} + datum.placeRow * ${below.columns} + datum.placeColumn : -1`,
    ),
  ];
  const move = [
    formula("index", `t${at}`),
    formula("map", `m${at}`),
    formula("row", `r${at}`),
    formula("column", `c${at}`),
    formula("windowRow", "0"),
    formula("windowColumn", "0"),
    formula("from", stage.source),
    formula("channel", `floor(max(0, datum.from) / ${plane})`),
  ];
  return {
    name: `p${at}`,
    transform: [
      counting(`t${at} < 0 ? 0 : ${many}`, "part"),
      formula("stage", String(at)),
      ...(moves ? move : window),
      ...(rule === "average" || rule === "max" ? [filter("datum.from >= 0")] : []),
      formula("value", `datum.from < 0 ? 0 : A${at - 1}[datum.from]`),
      ...weighting(stage, at, perMap),
      formula("size", "datum.from < 0 ? -1 : abs(datum.product)"),
      formula("frommap", `floor(max(0, datum.from) / ${plane})`),
      formula("fromrow", `floor(max(0, datum.from) % ${plane} / ${below.columns})`),
      formula("fromcolumn", `max(0, datum.from) % ${below.columns}`),
    ],
  };
}

/** Weight and product of each part. Of a maximum the first of the largest has the weight 1, the others none. */
function weighting({ rule, scaling }: Stage, at: number, perMap: number): object[] {
  const product = formula("product", "datum.weight * datum.value");
  if (rule === "move") return [formula("weight", String(scaling[0])), product];
  if (rule === "average") return [formula("weight", `1 / data('v${at}')[t${at}].count`), product];
  if (rule === "max") {
    return [
      formula("order", `datum.value == data('v${at}')[t${at}].z ? datum.part : 1e9`),
      { type: "joinaggregate", fields: ["order"], ops: ["min"], as: ["winner"] },
      formula("weight", "datum.order < 1e9 && datum.order == datum.winner ? 1 : 0"),
      product,
    ];
  }
  const weight = formula("weight", `W${at}[m${at} * ${perMap} + datum.part]`);
  return rule === "distance"
    ? [weight, formula("product", "-pow(datum.value - datum.weight, 2)")]
    : [weight, product];
}

/** The ways back through all layers. */
export function trailParts(stages: readonly Stage[]): Parts {
  const last = stages.length - 1;
  const numbers = stages.map((stage, at) => numberOnTheWay(stage, at, last));
  const tables = stages.slice(1).map((stage, index) => [
    partsTable(stage, stages[index] as Stage, index + 1),
    {
      name: `f${index + 1}`,
      source: `p${index + 1}`,
      transform: [{ type: "aggregate", ops: ["argmax"], fields: ["size"], as: ["most"] }],
    },
  ]);
  // From the last layer down: Vega orders a table anew with all that follows from it, by every path there is so far.
  return { signals: numbers.flat(), data: tables.reverse().flat() };
}
