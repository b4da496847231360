import { divergingRange } from "../../charts/color.js";
import type { Figure } from "../../charts/figure.js";
import { explorerFigure } from "../explorer/explorerFigure.js";
import { frame, heading, text, wordsAt } from "../explorer/marks.js";
import { panelMark } from "../explorer/panels.js";
import { edgeColor } from "../explorer/style.js";
import { brightest, channelNames } from "./channelSumChoices.js";
import { biasText, data, partsText, places, side, signals, words } from "./channelSumRules.js";

/** Where the three channels begin, one below the other, and how far apart, in CSS pixels. */
const [top, pitch, height] = [36, 126, 108];
/** Where what stands in a channel's row begins, and the right column. */
const lefts = { plane: 0, kernel: 134, product: 240, part: 362, right: 436 } as const;
const cell = { plane: height / side, kernel: 26, product: 30, part: 44 } as const;
const mapSize = 128;

const sumBound = `max(1, abs(sums[0]), abs(sums[1]), ${[0, 1, 2].map((at) => `abs(parts[${at}])`).join(", ")})`;
const bounds = { weight: "2", product: `${brightest}`, sum: sumBound };
const signed = (name: keyof typeof bounds) => ({
  name,
  type: "linear",
  domain: { signal: `[-${bounds[name]}, ${bounds[name]}]` },
  range: { scheme: divergingRange },
});
const scales = [
  { name: "level", type: "linear", domain: [0, brightest], range: ["#000000", "#ffffff"] },
  signed("weight"),
  signed("product"),
  signed("sum"),
];

/** White numbers on the dark ends of a map of signed numbers. */
const darkIn = (name: keyof typeof bounds) => `abs(datum.value) > 0.6 * ${bounds[name]}`;

/** How far a square of so many pixels lies below the start of its row, to stand in the middle. */
const middle = (size: number) => (height - size) / 2;

/** Three squares of numbers, one below the other; a channel that is off is pale. */
function stack(name: keyof typeof cell, length: number, scale: string, dark: string): object[] {
  const size = cell[name];
  const y = `${top + middle(length * size)} + datum.channel * ${pitch} + datum.row * ${size}`;
  const x = `${lefts[name]} + datum.column * ${size}`;
  const opacity = { signal: "isOn[datum.channel] ? 1 : 0.25" };
  const told = `channelNames[datum.channel] + ', row ' + datum.row + ', column ' + datum.column + ': ' + datum.value`;
  const cells = {
    type: "rect",
    name: `${name}Cells`,
    from: { data: name },
    encode: {
      update: {
        x: { signal: x },
        y: { signal: y },
        width: { value: size },
        height: { value: size },
        fill: { scale, field: "value" },
        stroke: { value: edgeColor },
        strokeWidth: { value: 0.5 },
        tooltip: { signal: told },
        opacity,
      },
    },
  };
  const look = {
    align: { value: "center" },
    baseline: { value: "middle" },
    fontSize: { value: Math.min(14, Math.round(size * 0.62)) },
    fill: { signal: `${dark} ? '#ffffff' : '#222222'` },
    opacity,
  };
  const centre = (place: string) => ({ signal: `${place} + ${size / 2}` });
  const numbers = text("format(datum.value, 'd')", centre(x), centre(y), look);
  return [cells, { ...numbers, from: { data: name } }];
}

/** Names and signs along the row of one channel. */
const labels = channelNames.flatMap((name, channel) => {
  const y = top + channel * pitch;
  const signs = { "×": 118, "=": 222, "→": 338 };
  return [
    text(`'${name}' + (isOn[${channel}] ? '' : ', off')`, lefts.plane, y - 5),
    text(`chosen[${channel}]`, lefts.kernel, y + middle(3 * cell.kernel) - 5),
    ...Object.entries(signs).map(([sign, x]) => heading(sign, x, y + height / 2 + 4)),
    ...(channel === 0 ? [] : [heading("+", lefts.part + cell.part / 2 - 4, y - (pitch - height) / 2 + 4)]),
  ];
});

const titles = [
  heading("three channels", lefts.plane, 12),
  heading("their kernels", lefts.kernel, 12),
  heading("products", lefts.product, 12),
  heading("part sums", lefts.part - 12, 12),
  heading("in colour", lefts.right, 12),
];

const picture = {
  type: "rect",
  from: { data: "colour" },
  encode: {
    update: {
      x: { signal: `${lefts.right} + datum.column * ${cell.plane}` },
      y: { signal: `${top} + datum.row * ${cell.plane}` },
      width: { value: cell.plane },
      height: { value: cell.plane },
      fill: { signal: "datum.color" },
      stroke: { value: edgeColor },
      strokeWidth: { value: 0.5 },
    },
  },
};

/** The window on every channel, on the picture, and the kernel that can be changed. */
const windowAt = (left: number, y: number) =>
  frame(`${left} + column * ${cell.plane}`, `${y} + row * ${cell.plane}`, `${3 * cell.plane}`);
const kernelTop = top + middle(3 * cell.kernel);
const frames = [
  ...channelNames.map((_, channel) => windowAt(lefts.plane, top + channel * pitch)),
  windowAt(lefts.right, top),
  frame(`${lefts.kernel}`, `${kernelTop} + at * ${pitch}`, `${3 * cell.kernel}`),
];

const below = top + 2 * pitch + height;
const map = panelMark({
  name: "map",
  title: "map: point at it",
  left: lefts.right,
  top: below - mapSize,
  size: mapSize,
  cells: `${places}`,
  scale: "sum",
  dark: darkIn("sum"),
  window: ["row", "column", 1],
});

const marks = [
  ...titles,
  ...labels,
  ...stack("plane", side, "level", `datum.value < ${brightest / 2}`),
  ...stack("kernel", 3, "weight", darkIn("weight")),
  ...stack("product", 3, "product", darkIn("product")),
  ...stack("part", 1, "sum", darkIn("sum")),
  picture,
  ...frames,
  heading("part sums and bias", lefts.right, top + height + 30),
  text(partsText, lefts.right, top + height + 50),
  text(biasText, lefts.right, top + height + 68, { fontWeight: { value: "bold" } }),
  map,
  wordsAt(0, below + 24, 18),
];

/**
 * One filter at one place of a small image in colour: three channels with the window on each, the kernel of each, nine products a
 * channel, three part sums, the bias, and the one number that stands in the map. The reader moves the window, changes the kernel of a
 * channel, switches channels off, and sets the bias. Computed inside the specification, so it needs no kernel of a notebook.
 *
 * @see notebooks/05-channels-and-parameters.ipynb
 */
export function channelSumExplorer(): Figure {
  return explorerFigure(
    { width: 568, height: below + 84, signals, data, scales, marks },
    {
      about:
        "One filter over the three channels of an image of 6x6 pixels, with inputs for the image, the filter, the kernel of one " +
        "channel at a time, the channels that are switched on, the place in the map, and the bias.",
      asDrawn:
        "a red cherry among green leaves and the filter for red, not green; at row 2, column 2 of the map the part sums are red 36, " +
        "green -11 and blue 0, and with the bias 1 they come to 26.",
      words,
    },
  );
}
