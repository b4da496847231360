import { computed } from "../explorer/signals.js";
import { filter, formula } from "../explorer/transforms.js";
import type { Parts } from "./forward.js";
import { lookOf } from "./palettes.js";
import { byStage } from "./selection.js";
import { type Stage, seesAll } from "./stage.js";

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
