import { pointed, text } from "../explorer/style.js";

/** The bars of the head explorer: a logit for each head, and how it comes about. */

export const heads = ["Flatten", "GAP", "global max"];
/** Where the bars begin, and how high they are together, in CSS pixels. */
export const [barTop, barHeight] = [268, 114];

const onBar = (shift: number) => ({ scale: "head", field: "head", offset: shift });

export const bars = {
  type: "rect",
  name: "bars",
  from: { data: "heads" },
  encode: {
    update: {
      x: { scale: "logit", value: 0 },
      x2: { scale: "logit", field: "logit" },
      y: onBar(4),
      height: { value: 14 },
      fill: { scale: "color", field: "head" },
      tooltip: { signal: "datum.head + ': ' + (datum.answers ? format(datum.logit, '.3f') : 'no answer')" },
    },
  },
};

/** Where every logit stood when the head was trained. */
export const ticks = {
  type: "rule",
  interactive: false,
  encode: {
    update: {
      x: { scale: "logit", value: 6 },
      y: { value: barTop },
      y2: { value: barTop + barHeight },
      stroke: { value: pointed },
      strokeDash: { value: [4, 3] },
    },
  },
};

const line = (field: string, x: object, shift: number, more: object = {}) => ({
  ...text(`datum.${field}`, 0, 0, { x, y: onBar(shift), ...more }),
  from: { data: "heads" },
});
export const names = line("head", { value: 0 }, 16, { fontWeight: { value: "bold" } });
export const ways = line("way", { value: 90 }, 32);
