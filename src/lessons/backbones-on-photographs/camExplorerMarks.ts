import { sequentialRange } from "../../charts/color.js";
import { heading, pointed, text } from "../explorer/style.js";

/** CSS pixels of a side of the photograph. */
export const photoSide = 336;
const barsLeft = photoSide + 150;
const barsWidth = 110;
const barPitch = 24;

/** Colours of the map, and places and lengths of the bars. */
export function camScales(names: readonly string[]): object[] {
  return [
    { name: "color", type: "linear", domain: [0, 1], range: sequentialRange, clamp: true },
    { name: "place", type: "point", domain: names, range: [34, 34 + barPitch * (names.length - 1)] },
    { name: "length", type: "linear", domain: { data: "classes", field: "logit" }, zero: true, range: [0, barsWidth] },
  ]; // biome-ignore format: a scale a line
}

/** The photograph, the map's squares on it, the bars of the logits and the lines of text. */
export function camMarks(size: { height: number; width: number }, url: string): object[] {
  const across = photoSide / size.width;
  const down = photoSide / size.height;
  const place = {
    x: { signal: `datum.column * ${across}` },
    y: { signal: `20 + datum.row * ${down}` },
    width: { value: across },
    height: { value: down },
  };
  return [
    heading("What the network saw, and the map over it", 0, 10),
    {
      type: "image",
      encode: {
        enter: {
          url: { value: url }, y: { value: 20 }, width: { value: photoSide }, height: { value: photoSide }, aspect: { value: false },
        }, // biome-ignore format: one line
      },
    },
    {
      type: "rect",
      name: "cell",
      from: { data: "cells" },
      encode: {
        update: {
          ...place,
          fill: { scale: "color", field: "share" },
          fillOpacity: { signal: "cover / 100 * (0.15 + 0.85 * datum.share)" },
          tooltip: {
            signal: "{'row': datum.row, 'column': datum.column, 'evidence': format(datum.value, '.2f')}",
          },
        },
      },
    },
    {
      type: "rect",
      name: "frame",
      interactive: false,
      from: { data: "cells" },
      encode: {
        update: {
          ...place,
          stroke: { value: "#ffffff" },
          strokeWidth: { signal: "datum.above ? 1.5 : 0" },
        },
      },
    },
    heading("Logits: click one", photoSide + 24, 10),
    {
      type: "rect",
      name: "bar",
      from: { data: "classes" },
      encode: {
        update: {
          x: { signal: `${barsLeft} + min(scale('length', 0), scale('length', datum.logit))` },
          width: { signal: "max(1, abs(scale('length', datum.logit) - scale('length', 0)))" },
          yc: { scale: "place", field: "name" },
          height: { value: barPitch - 8 },
          fill: { signal: `datum.name == chosen ? '${pointed}' : '#3b8ee0'` },
          cursor: { value: "pointer" },
        },
      },
    },
    {
      ...text("datum.name", barsLeft - 6, 0, {
        y: { scale: "place", field: "name" },
        align: { value: "right" },
        baseline: { value: "middle" },
        fontWeight: { signal: "datum.name == chosen ? 'bold' : 'normal'" },
        cursor: { value: "pointer" },
      }),
      name: "barLabel",
      from: { data: "classes" },
      interactive: true,
    },
    {
      ...text("format(datum.logit, '.2f')", 0, 0, {
        x: { signal: `${barsLeft} + max(scale('length', 0), scale('length', datum.logit)) + 5` },
        y: { scale: "place", field: "name" },
        baseline: { value: "middle" },
      }),
      from: { data: "classes" },
    },
    ...lines.map((expression, index) =>
      text(expression, photoSide + 24, { signal: `34 + ${barPitch} * length(data('classes')) + ${20 + 19 * index}` }),
    ), // biome-ignore format: one line
  ];
}

const total = "data('totals')[0]";

/** What the picture says, in numbers. */
const lines: readonly string[] = [
  `'mean of the map ' + format(${total}.mean, '.2f') + (${total}.bias < 0 ? ' - ' : ' + ') + format(abs(${total}.bias), '.2f')`,
  `'= logit ' + format(${total}.mean + ${total}.bias, '.2f')`,
  `'maximum ' + format(${total}.most, '.2f')`,
  `${total}.above + ' of ' + length(data('cells')) + ' squares reach the threshold'`,
];
