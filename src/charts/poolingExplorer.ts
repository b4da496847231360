import type { Figure } from "./figure.js";
import { drawableSize, type Matrix } from "./matrix.js";
import { vegaFigure } from "./vega.js";

const panel = 196;
const [columnGap, rowGap, head] = [34, 36, 18];
const marked = "#e8762c";

const slider = (name: string, label: string, value: number, min: number, max: number) => ({
  name,
  value,
  bind: { input: "range", min, max, step: 1, name: `${label} ` },
});

const formula = (as: string, expr: string) => ({ type: "formula", as, expr });

/** The pixel at `y`, `x` of the digit moved down and right; what comes in from outside is background. */
const movedPixel =
  "datum.y >= down && datum.x >= right ? image[(datum.y - down) * side + datum.x - right] : 0";

const pooled = {
  name: "pooled",
  transform: [
    { type: "sequence", start: 0, stop: { signal: "places * places * size * size" } },
    formula("place", "floor(datum.data / (size * size))"),
    formula("row", "floor(datum.place / places)"),
    formula("column", "datum.place % places"),
    formula("y", "datum.row * stride + floor(datum.data % (size * size) / size)"),
    formula("x", "datum.column * stride + datum.data % size"),
    formula("value", "image[datum.y * side + datum.x]"),
    formula("moved", movedPixel),
    {
      type: "aggregate",
      groupby: ["row", "column"],
      fields: ["value", "value", "moved", "moved"],
      ops: ["max", "mean", "max", "mean"],
      as: ["most", "mean", "movedMost", "movedMean"],
    },
    formula("value", "keep == 'maximum' ? datum.most : datum.mean"),
    formula("moved", "keep == 'maximum' ? datum.movedMost : datum.movedMean"),
    formula("changed", "abs(datum.value - datum.moved) > 1e-9 ? 1 : 0"),
    formula("spotted", "datum.row == spotRow && datum.column == spotColumn ? 1 : 0"),
  ],
};

const pixels = {
  name: "pixels",
  transform: [
    { type: "sequence", start: 0, stop: { signal: "side * side" } },
    formula("y", "floor(datum.data / side)"),
    formula("x", "datum.data % side"),
    formula("value", "image[datum.data]"),
    formula("moved", movedPixel),
    formula("changed", "datum.value != datum.moved ? 1 : 0"),
  ],
};

/** What the column of text says, in order; `datum` is one row of sums over all pixels or all places. */
const sentences: readonly (readonly [from: string, text: string])[] = [
  ["placeSums", "'' + side + ' x ' + side + ' = ' + side * side + ' pixels'"],
  ["placeSums", "places + ' x ' + places + ' = ' + datum.count + ' numbers stay'"],
  ["placeSums", "'that is ' + format(datum.count / (side * side), '.1%')"],
  ["placeSums", "unseen == 0 ? 'every pixel is seen' : unseen + ' pixels are seen by no window'"],
  ["placeSums", "''"],
  ["placeSums", "'The window that is marked:'"],
  ["spotted", "keep + ' ' + format(datum.value, '.1~f') + ', moved ' + format(datum.moved, '.1~f')"],
  ["placeSums", "''"],
  ["placeSums", "'After the move of the digit:'"],
  ["pixelSums", "datum.changed + ' of ' + datum.count + ' pixels change'"],
  ["placeSums", "datum.changed + ' of ' + datum.count + ' numbers change'"],
  ["pixelSums", "'mean change of a pixel ' + format(datum.difference, '.1f')"],
  ["placeSums", "'mean change of a number ' + format(datum.difference, '.1f')"],
];

const sums = (name: string, source: string) => ({
  name,
  source,
  transform: [
    formula("difference", "abs(datum.value - datum.moved)"),
    {
      type: "aggregate",
      fields: ["changed", "difference", "value"],
      ops: ["sum", "mean", "count"],
      as: ["changed", "difference", "count"],
    },
  ],
});

const signals = [
  slider("size", "window, pixels a side:", 2, 1, 7),
  slider("stride", "stride, pixels:", 2, 1, 7),
  {
    name: "keep",
    value: "maximum",
    bind: { input: "radio", options: ["maximum", "average"], name: "of each window keep the " },
  },
  slider("right", "move the digit right, pixels:", 1, 0, 4),
  slider("down", "move the digit down, pixels:", 0, 0, 4),
];

const at = (column: number, row: number) => ({
  x: { value: column * (panel + columnGap) },
  y: { value: head + row * (panel + rowGap) },
});

/** One picture of rectangles with its title above. `cell` is the side of a rectangle in CSS pixels, an expression. */
function picture(
  title: string,
  place: { x: object; y: object },
  cells: { data: string; y: string; x: string; value: string; cell: string; name: string },
  extra: readonly object[] = [],
): object {
  const { data, y, x, value, cell, name } = cells;
  return {
    type: "group",
    encode: { enter: { ...place, width: { value: panel }, height: { value: panel } } },
    marks: [
      {
        type: "text",
        style: "guide-title",
        encode: { enter: { y: { value: -6 }, fontSize: { value: 12 } }, update: { text: { signal: title } } },
      },
      {
        type: "rect",
        name,
        from: { data },
        encode: {
          update: {
            x: { signal: `datum.${x} * ${cell}` },
            y: { signal: `datum.${y} * ${cell}` },
            width: { signal: cell },
            height: { signal: cell },
            fill: { scale: "ink", field: value },
            stroke: { scale: "ink", field: value },
            strokeWidth: { value: 0.5 },
            tooltip: {
              signal: `'row ' + datum.${y} + ', column ' + datum.${x} + ': ' + format(datum.${value}, '.1~f')`,
            },
          },
        },
      },
      ...extra,
    ],
  };
}

/** The frame of the marked window on a digit. */
const frame = {
  type: "rect",
  interactive: false,
  encode: {
    update: {
      x: { signal: "spotColumn * stride * pixel" },
      y: { signal: "spotRow * stride * pixel" },
      width: { signal: "size * pixel" },
      height: { signal: "size * pixel" },
      stroke: { value: marked },
      strokeWidth: { value: 2 },
    },
  },
};

/** Frames around the pooled numbers for which `when` holds. */
const frames = (when: string, width: number) => ({
  type: "rect",
  interactive: false,
  from: { data: "pooled" },
  encode: {
    update: {
      x: { signal: "datum.column * cell + 1" },
      y: { signal: "datum.row * cell + 1" },
      width: { signal: "cell - 2" },
      height: { signal: "cell - 2" },
      stroke: { value: marked },
      strokeWidth: { value: width },
      strokeOpacity: { signal: `${when} ? 1 : 0` },
    },
  },
});

/**
 * A digit and what pooling leaves of it, once as it stands and once moved by some pixels: sliders for window, stride and
 * move, maximum or average, and the window under the pointer marked. Windows stay inside the image. Computed inside the
 * specification, so it needs no kernel.
 *
 * @param digit a square image, 0 to 255
 *
 * @see notebooks/05-pooling.ipynb
 */
export function poolingExplorer(digit: Matrix): Figure {
  const { height: side, width } = drawableSize(digit, "explore pooling");
  if (side !== width || side < 8) {
    throw new RangeError(
      `Cannot explore pooling on ${side}x${width} pixels. Give a square of 8 a side or more.`,
    );
  }
  const onDigit = (value: string) => ({
    data: "pixels",
    y: "y",
    x: "x",
    value,
    cell: "pixel",
    name: `digit-${value}`,
  });
  const onPooled = (value: string) => ({
    data: "pooled", y: "row", x: "column", value, cell: "cell", name: `pooled-${value}`,
  }); // biome-ignore format: one line
  const left = Math.floor((side - 2) / 2) + 1;
  const spec = {
    width: 2 * panel + columnGap + 220,
    height: head + 2 * panel + rowGap,
    padding: 5,
    signals: [
      ...signals,
      { name: "image", value: digit.flat() },
      { name: "side", value: side },
      { name: "places", update: "floor((side - size) / stride) + 1" },
      { name: "pixel", update: `${panel} / side` },
      { name: "cell", update: `${panel} / places` },
      // Per axis the windows see every pixel up to the last one's end, or with gaps only their own.
      { name: "seen", update: "stride < size ? (places - 1) * stride + size : places * size" },
      { name: "unseen", update: "side * side - seen * seen" },
      {
        name: "spot",
        value: { row: 4, column: 6 },
        on: ["value", "moved"].map((value) => ({
          events: `@pooled-${value}:pointerover`,
          update: "{row: datum.row, column: datum.column}",
        })),
      },
      { name: "spotRow", update: "min(spot.row, places - 1)" },
      { name: "spotColumn", update: "min(spot.column, places - 1)" },
    ],
    scales: [{ name: "ink", type: "linear", domain: [0, 255], range: ["#000000", "#ffffff"] }],
    data: [
      pooled,
      pixels,
      sums("placeSums", "pooled"),
      sums("pixelSums", "pixels"),
      { name: "spotted", source: "pooled", transform: [{ type: "filter", expr: "datum.spotted == 1" }] },
    ],
    marks: [
      picture("'The digit'", at(0, 0), onDigit("value"), [frame]),
      picture("'Pooled, ' + places + ' x ' + places", at(1, 0), onPooled("value"), [
        frames("datum.spotted", 2),
      ]),
      picture("'Moved by ' + right + ' right, ' + down + ' down'", at(0, 1), onDigit("moved"), [frame]),
      picture("'Then pooled, changes framed'", at(1, 1), onPooled("moved"), [
        frames("datum.changed", 1),
      ]),
      ...sentences.map(([data, text], index) => ({
        type: "text",
        style: "guide-label",
        from: { data },
        encode: {
          enter: {
            x: { value: 2 * (panel + columnGap) },
            y: { value: head + 12 + 19 * index },
            fontSize: { value: 12 },
          },
          update: { text: { signal: text } },
        },
      })),
    ],
  };
  return vegaFigure(
    spec,
    "Sliders for window, stride and a move of the digit, and a choice of maximum or average. As drawn (window 2, stride 2, " +
      `maximum, moved right by 1): ${side} x ${side} = ${side * side} pixels become ${left} x ${left} = ${left * left} numbers.`,
  );
}
