import { choice, computed, movable, over, slider, tapped } from "../explorer/signals.js";
import { counting, formula, rowAndColumn } from "../explorer/transforms.js";
import {
  brightest,
  channelNames,
  colourImages,
  filtersByName,
  kernelsByName,
  switchedOn,
} from "./channelSumChoices.js";

/** Pixels along each side of an image, and numbers along each side of the map. */
export const [side, places] = [6, 4];

const first = { image: "a cherry among leaves", filter: "red, not green", kernel: "all 1" };

/** One expression of Vega for each channel, as a list. */
const each = (expression: (channel: number) => string) =>
  `[${channelNames.map((_, channel) => expression(channel)).join(", ")}]`;

/** The nine products of one channel at a place, added up. */
const partAt = (channel: number, row: string, column: string) =>
  Array.from({ length: 9 }, (_, at) => {
    const pixel = `planes[${channel}][${row} + ${Math.floor(at / 3)}][${column} + ${at % 3}]`;
    return `${pixel} * weights[${channel}][${at}]`;
  }).join(" + ");

/** A new filter brings its own kernel, another channel the kernel that it has. */
const kernel = movable(
  movable(
    choice("kernel", "to", first.kernel, Object.keys(kernelsByName)),
    { signal: "filter" },
    "filters[filter][at]",
  ),
  { signal: "at" },
  "chosen[at]",
);

/** What the reader moves, and what follows from it: the part sums and their sum with the bias. */
export const signals = [
  { name: "images", value: colourImages },
  { name: "kernels", value: kernelsByName },
  { name: "filters", value: filtersByName },
  { name: "channelNames", value: channelNames },
  { name: "switchedOn", value: switchedOn },
  choice("image", "image", first.image, Object.keys(colourImages)),
  choice("filter", "start from filter", first.filter, Object.keys(filtersByName)),
  movable(
    choice("channel", "change the kernel of", "red", channelNames),
    tapped("kernelCells"),
    "channelNames[datum.channel]",
  ),
  computed("at", "indexof(channelNames, channel)"),
  kernel,
  {
    name: "chosen",
    value: filtersByName[first.filter],
    on: [
      { events: { signal: "filter" }, update: "filters[filter]" },
      {
        events: { signal: "kernel" },
        update: each((channel) => `at == ${channel} ? kernel : chosen[${channel}]`),
      },
    ],
  },
  movable(
    choice("on", "channels switched on", "all three", switchedOn),
    tapped("planeCells"),
    "switchedOn[indexof(switchedOn, on) ^ pow(2, datum.channel)]",
  ),
  computed(
    "isOn",
    each((channel) => `(indexof(switchedOn, on) & ${2 ** channel}) > 0`),
  ),
  movable(slider("row", "row of the map", 2, [0, places - 1]), over("mapCells"), "datum.row"),
  movable(slider("column", "column of the map", 2, [0, places - 1]), over("mapCells"), "datum.column"),
  slider("bias", "bias", 1, [-12, 12]),
  computed("planes", "images[image]"),
  computed(
    "weights",
    each((channel) => `kernels[isOn[${channel}] ? chosen[${channel}] : 'all 0']`),
  ),
  computed(
    "parts",
    each((channel) => partAt(channel, "row", "column")),
  ),
  computed("sum", "parts[0] + parts[1] + parts[2] + bias"),
];

/** A row for each number of three squares, one a channel. */
const stackOf = (name: string, length: number, value: string) => ({
  name,
  transform: [
    counting(3 * length * length, "index"),
    formula("channel", `floor(datum.index / ${length * length})`),
    formula("inChannel", `datum.index % ${length * length}`),
    ...rowAndColumn("inChannel", length),
    formula("value", value),
  ],
});

/** A row for each number of one square. */
const squareOf = (name: string, length: number, field: string, value: string) => ({
  name,
  transform: [
    counting(length * length, "index"),
    ...rowAndColumn("index", length),
    formula(field, value),
    ...(field === "value" ? [{ type: "extent", field, signal: "sums" }] : []),
  ],
});

const level = (channel: number) => `round(${255 / brightest} * planes[${channel}][datum.row][datum.column])`;
const underWindow = "planes[datum.channel][row + datum.row][column + datum.column]";
const mapValue = channelNames.map((_, channel) => partAt(channel, "datum.row", "datum.column")).join(" + ");

/** What is drawn: three planes, kernels and squares of products, three part sums, the picture in colour, and the map. */
export const data = [
  stackOf("plane", side, "planes[datum.channel][datum.row][datum.column]"),
  stackOf("kernel", 3, "kernels[chosen[datum.channel]][datum.inChannel]"),
  stackOf("product", 3, `${underWindow} * weights[datum.channel][datum.inChannel]`),
  stackOf("part", 1, "parts[datum.channel]"),
  squareOf("colour", side, "color", `'rgb(' + ${[0, 1, 2].map(level).join(" + ', ' + ")} + ')'`),
  squareOf("map", places, "value", `${mapValue} + bias`),
];

/** A number of a sum behind another: ` + 3`, ` − 3`. */
const added = (value: string) => `(${value} < 0 ? ' − ' : ' + ') + format(abs(${value}), 'd')`;
/** The three part sums added up, and the bias with the sum. */
export const partsText = `format(parts[0], 'd') + ${added("parts[1]")} + ${added("parts[2]")}`;
export const biasText = `${added("bias")} + ' = ' + format(sum, 'd')`;

/** `1·1 + 3·(−1)`: pixel times weight, nine times, in the channel whose kernel can be changed. */
const products = Array.from({ length: 9 }, (_, at) => {
  const weight = `weights[at][${at}]`;
  const pixel = `planes[at][row + ${Math.floor(at / 3)}][column + ${at % 3}]`;
  return `${pixel} + '·' + (${weight} < 0 ? '(−' + -${weight} + ')' : ${weight})`;
}).join(" + ' + ' + ");
const part = (channel: number) =>
  `'${channelNames[channel]} ' + format(parts[${channel}], 'd') + (isOn[${channel}] ? '' : ' (off)')`;

/** What is shown, as lines of text. */
export const words = [
  "channel + ', kernel ' + chosen[at] + (isOn[at] ? '' : ', switched off') + ':'",
  `${products} + ' = ' + format(parts[at], 'd')`,
  `'Part sums: ' + ${[0, 1, 2].map(part).join(" + ', ' + ")} + '. With the bias: ' + ${partsText} + ${biasText} + ','`,
  "'the one number at row ' + row + ', column ' + column + ' of the map.'",
];
