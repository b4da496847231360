import { squashHeight, squashSlope } from "../../arithmetic/scaledTanh.js";
import { computed } from "../explorer/signals.js";
import { counting, formula } from "../explorer/transforms.js";
import { added, joined, mapPlaces, type Parts } from "../networkExplorer/forward.js";
import { type Bend, countOf, type MapSizes, type Stage } from "../networkExplorer/stage.js";
import type { Tail } from "./tail.js";

// How the logit of the chosen class (signal `classAt`) changes with each number of the last maps, back from the answer.

/** How a bent sum changes with the sum, from the bent sum `v`. */
const bendSlopes: Readonly<Record<Exclude<Bend, "softmax">, (v: string) => string>> = {
  linear: () => "1",
  relu: (v) => `(${v} > 0 ? 1 : 0)`,
  relu6: (v) => `(${v} > 0 && ${v} < 6 ? 1 : 0)`,
  tanh: (v) => `(1 - ${v} * ${v})`,
  scaledTanh: (v) => `${squashHeight * squashSlope} * (1 - pow(${v} / ${squashHeight}, 2))`,
  sigmoid: (v) => `${v} * (1 - ${v})`,
  elu: (v) => `(${v} > 0 ? 1 : ${v} + 1)`,
  softplus: (v) => `(1 - exp(-${v}))`,
};

/** From the slope `g` at the bent numbers to `d` at the sums of a row. */
function throughBend({ bend }: Stage, at: number): object[] {
  const v = `A${at}[datum.index]`;
  if (bend !== "softmax") return [formula("d", `datum.g * ${bendSlopes[bend](v)}`)];
  return [
    formula("weighted", `datum.g * ${v}`),
    { type: "joinaggregate", fields: ["weighted"], ops: ["sum"], as: ["all"] },
    formula("d", `${v} * (datum.g - datum.all)`),
  ];
}

/** Which weight of the one window of `above` a number below meets, and whether the window reaches it. */
function tapSteps({ kernel, around: [top, left], dilation }: Stage): object[] {
  const whole = (field: string) => `datum.${field} == floor(datum.${field})`;
  return [
    formula("down", `(datum.row + ${top}) / ${dilation[0]}`),
    formula("across", `(datum.column + ${left}) / ${dilation[1]}`),
    formula(
      "seen",
      `datum.down < ${kernel[0]} && datum.across < ${kernel[1]} && ${whole("down")} && ${whole("across")}`,
    ),
    formula("tap", `datum.down * ${kernel[1]} + datum.across`),
  ];
}

/** The slope `g` at the numbers below a row, from the slopes `D` at its sums. */
function throughLayer(above: Stage, below: MapSizes, at: number): object[] {
  const { rule, kernel, weights, maps, scaling, around } = above;
  const { rows, columns } = below;
  const [d, w] = [`D${at}`, `W${at}`];
  if (rule === "move") {
    const flat = `(datum.row * ${columns} + datum.column) * ${below.maps} + datum.map`;
    const index = rows * columns > 1 ? flat : "datum.index";
    return [formula("g", `${scaling[0]} * ${d}[${index}]`)];
  }
  const seen = (slope: string) => [...tapSteps(above), formula("g", `datum.seen ? ${slope} : 0`)];
  const area = kernel[0] * kernel[1];
  if (rule === "each") return seen(`${d}[datum.map] * ${w}[datum.map * ${area} + datum.tap]`);
  if (rule === "average") {
    const inside = Math.min(kernel[0] - around[0], rows) * Math.min(kernel[1] - around[1], columns);
    return seen(`${d}[datum.map] / ${inside}`);
  }
  if (rule === "max") {
    return [
      ...tapSteps(above),
      formula("hit", `datum.seen && A${at - 1}[datum.index] == A${at}[datum.map] ? 1 : 0`),
      { type: "joinaggregate", groupby: ["map"], fields: ["hit"], ops: ["sum"], as: ["hits"] },
      formula("g", `datum.hit > 0 ? ${d}[datum.map] / datum.hits : 0`),
    ];
  }
  const share = weights.length / maps;
  const terms = Array.from({ length: maps }, (_, unit) => {
    const weight = `${w}[datum.at+${unit * share}]`;
    return rule === "sum"
      ? `${d}[${unit}]*${weight}`
      : `-2*${d}[${unit}]*(A${at - 1}[datum.index]-${weight})`;
  });
  return [
    ...tapSteps(above),
    formula("at", `datum.seen ? datum.map * ${area} + datum.tap : 0`),
    ...joined("slope", terms, added),
    formula("g", "datum.seen ? datum.slope : 0"),
  ];
}

/** The slopes layer by layer, and the map of the chosen class, `mapNow`, with `row`, `column` and `value`. */
export function slopeParts(stages: readonly Stage[], { at, squashed, scale }: Tail): Parts {
  const last = stages.length - 1;
  const through = (index: number) =>
    throughLayer(stages[index + 1] as Stage, stages[index] as Stage, index + 1);
  const rows = Array.from({ length: last - at }, (_, back) => last - back);
  const tables = rows.map((index) => {
    const stage = stages[index] as Stage;
    const chosen = [formula("g", "datum.index == classAt ? 1 : 0")];
    const bend = index === last && squashed ? [formula("d", "datum.g")] : throughBend(stage, index);
    return {
      name: `d${index}`,
      transform: [
        counting(countOf(stage), "index"),
        ...mapPlaces(stage),
        ...(index === last ? chosen : through(index)),
        ...bend,
      ],
    };
  });
  const maps = stages[at] as Stage;
  const evidence = {
    name: "evidence",
    transform: [
      counting(countOf(maps), "index"),
      ...mapPlaces(maps),
      ...through(at),
      formula("part", `${scale} * datum.g * A${at}[datum.index]`),
    ],
  };
  const sums = {
    type: "aggregate",
    groupby: ["row", "column"],
    fields: ["part"],
    ops: ["sum"],
    as: ["value"],
  };
  return {
    signals: [
      computed("logits", `pluck(data('v${last}'), '${squashed ? "z" : "v"}')`),
      ...rows.map((index) => computed(`D${index}`, `pluck(data('d${index}'), 'd')`)),
      computed("mapValues", "pluck(data('mapNow'), 'value')"),
    ],
    data: [...tables, evidence, { name: "mapNow", source: "evidence", transform: [sums] }],
  };
}
