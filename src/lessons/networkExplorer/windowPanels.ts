import { text } from "../explorer/marks.js";
import { panelMark } from "../explorer/panels.js";
import { computed } from "../explorer/signals.js";
import { pointed } from "../explorer/style.js";
import { filter, formula } from "../explorer/transforms.js";
import type { Parts } from "./forward.js";
import { detail } from "./layout.js";
import { lookOf } from "./palettes.js";
import { byStage } from "./selection.js";
import { type Stage, seesAll } from "./stage.js";

const value = (of: unknown) => ({ value: of });
const signal = (expression: string) => ({ signal: expression });

/** Side of a panel, and where the second one and the second row stand. */
const side = 70;
const [secondLeft, secondTop] = [detail.window + 92, detail.top + 94];

const fields = ["windowRow", "windowColumn", "frommap", "fromrow", "fromcolumn", "channel"];

/** The same rows with another number as their value. */
const showing = (name: string, field: string) => ({
  name,
  source: "window",
  transform: [
    {
      type: "project",
      fields: [field, "gridRow", "gridColumn", ...fields],
      as: ["value", "row", "column", ...fields],
    },
  ],
});

/** The window of the shown number: its values, its weights, their products, and the sum of each channel. */
export function windowParts(stages: readonly Stage[]): Parts {
  const below = (at: number) => stages[at - 1] ?? (stages[0] as Stage);
  const wide = stages.map(({ kernel }) => Math.max(...kernel));
  const channels = stages.map((stage, at) => (seesAll(stage) ? below(at).maps : 1));
  const sides = wide.map((width, at) => (width > 1 ? width : Math.ceil(Math.sqrt(channels[at] as number))));
  const tables = [
    {
      name: "parts",
      source: stages.slice(1).map((_, index) => `p${index + 1}`),
      transform: [
        filter("datum.stage == shown"),
        {
          type: "window",
          sort: { field: ["size", "part"], order: ["descending", "ascending"] },
          ops: ["row_number"],
          as: ["rank"],
        },
      ],
    },
    {
      name: "sums",
      source: "parts",
      transform: [
        { type: "aggregate", fields: ["product", "part"], ops: ["sum", "count"], as: ["sum", "count"] },
      ],
    },
    {
      name: "channels",
      source: "parts",
      transform: [
        { type: "aggregate", groupby: ["channel"], fields: ["product"], ops: ["sum"], as: ["sum"] },
        { type: "collect", sort: { field: "channel" } },
        formula("away", "abs(datum.sum)"),
        { type: "joinaggregate", fields: ["away"], ops: ["max"], as: ["furthest"] },
      ],
    },
    {
      name: "window",
      source: "parts",
      transform: [
        filter("widths[shown] == 1 || datum.channel == shownChannel"),
        formula("gridRow", "widths[shown] > 1 ? datum.windowRow : floor(datum.channel / windowSide)"),
        formula("gridColumn", "widths[shown] > 1 ? datum.windowColumn : datum.channel % windowSide"),
      ],
    },
    showing("patch", "value"),
    showing("kernel", "weight"),
    showing("product", "product"),
  ];
  return {
    signals: [
      { name: "widths", value: wide },
      { name: "channelCounts", value: channels },
      { name: "windowSides", value: sides },
      { name: "everyChannel", value: stages.map(seesAll) },
      computed("windowSide", "windowSides[shown]"),
      computed("lowerMap", `[0, ${stages.slice(1).map((_, index) => `m${index}`)}][shown]`),
      computed("shownChannel", "everyChannel[shown] ? min(channel, channelCounts[shown] - 1) : lowerMap"),
      computed(
        "belowTop",
        byStage(stages, "shown", (at) => `top${Math.max(0, at - 1)}`),
      ),
      { name: "belowLooks", value: stages.map((_, at) => lookOf(below(at))) },
      computed(
        "weightTop",
        "max(1e-9, abs(extent(pluck(data('window'), 'weight'))[0]), abs(extent(pluck(data('window'), 'weight'))[1]))",
      ),
      computed(
        "productTop",
        "max(1e-9, abs(extent(pluck(data('window'), 'product'))[0]), abs(extent(pluck(data('window'), 'product'))[1]))",
      ),
    ],
    data: tables,
  };
}

/** Colours of the three panels, in the steps of the maps. */
export function windowScales(black: number, white: number): object[] {
  const signed = (name: string, top: string) => ({
    name,
    type: "quantize",
    domain: signal(`[-${top}, ${top}]`),
    range: signal("palettes.diverging"),
  });
  const look = "belowLooks[shown]";
  const domain = `${look} == 'gray' ? [${black}, ${white}] : ${look} == 'diverging' ? [-belowTop, belowTop] : [0, belowTop]`;
  return [
    { name: "patch", type: "quantize", domain: signal(domain), range: signal(`palettes[${look}]`) },
    signed("weights", "weightTop"),
    signed("products", "productTop"),
  ];
}

const panel = (name: string, title: string, left: number, top: number, scale: string) => ({
  ...panelMark({
    name,
    title,
    left,
    top,
    size: side,
    cells: "windowSide",
    scale,
    dark: `luminance(scale('${scale}', datum.value)) < 0.19`,
  }),
});

/** Vertical bars, one for each channel, up for what it adds and down for what it takes away. */
const channelBars = {
  type: "group",
  encode: { update: { x: value(secondLeft), y: value(secondTop) } },
  marks: [
    text("length(data('channels')) > 0 ? 'each channel' : ''", 0, -8, {
      fontWeight: value("bold"),
      fontSize: value(13),
    }),
    {
      type: "rect",
      name: "channelBar",
      from: { data: "channels" },
      encode: {
        update: {
          x: signal(`datum.channel * ${side} / channelCounts[shown]`),
          width: signal(`max(1, ${side} / channelCounts[shown] - 1)`),
          y: signal(`${side / 2} - ${side / 2 - 1} * max(0, datum.sum) / max(1e-9, datum.furthest)`),
          y2: signal(`${side / 2} - ${side / 2 - 1} * min(0, datum.sum) / max(1e-9, datum.furthest) + 1`),
          fill: signal(
            `datum.channel == shownChannel ? '${pointed}' : datum.sum < 0 ? '#4393c3' : '#d6604d'`,
          ),
          cursor: value("pointer"),
          tooltip: signal("'channel ' + datum.channel + ' adds ' + format(datum.sum, '.4f')"),
        },
      },
    },
  ],
};

/** The three panels and the bars of the channels. */
export const windowMarks: readonly object[] = [
  panel("patch", "values", detail.window, detail.top, "patch"),
  panel("kernel", "weights", secondLeft, detail.top, "weights"),
  panel("product", "parts", detail.window, secondTop, "products"),
  channelBars,
];
