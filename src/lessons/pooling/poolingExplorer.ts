import type { Matrix } from "../../arithmetic/matrix.js";
import type { Figure } from "../../charts/figure.js";
import { drawableSize } from "../../charts/matrix.js";
import { explorerFigure } from "../explorer/explorerFigure.js";
import { box, type Cells, cells, frame, wordsAt } from "../explorer/marks.js";
import { computed, movable, over, radio, slider } from "../explorer/signals.js";
import { filter } from "../explorer/transforms.js";
import { pixels, pooled, sums } from "./poolingRules.js";

/** The window that is marked, along one axis of a digit of so many pixels. */
const spot = (name: string, axis: "row" | "column", first: number, side: number) =>
  movable(
    slider(name, `window: ${axis}`, first, [0, side - 1]),
    over("pooled-value", "pooled-moved"),
    `datum.${axis}`,
  );

const controls = (side: number) => [
  slider("size", "window, pixels", 2, [1, 7]),
  slider("stride", "stride, pixels", 2, [1, 7]),
  radio("keep", "of each keep the", "maximum", ["maximum", "average"]),
  slider("right", "digit right, pixels", 1, [0, 4]),
  slider("down", "digit down, pixels", 0, [0, 4]),
  spot("markedRow", "row", 4, side),
  spot("markedColumn", "column", 6, side),
];

/** Side of a picture in CSS pixels, the gaps between pictures, and the height of their titles. */
const panel = 168; // whole pixels for a digit of 28
const [columnGap, rowGap, head] = [26, 36, 18];

/** What a picture shows: `value` is the field that its squares are filled with. */
interface Shown extends Cells {
  readonly at: readonly [row: string, column: string];
  readonly value: string;
}

/** One picture of squares with its title above, by column and row. */
function picture(
  title: string,
  [column, row]: readonly [number, number],
  shown: Shown,
  frames: object,
): object {
  const [y, x] = shown.at;
  const ink = { scale: "ink", field: shown.value };
  return {
    type: "group",
    encode: { enter: box(column * (panel + columnGap), head + row * (panel + rowGap), panel, panel) },
    marks: [
      {
        type: "text",
        style: "guide-title",
        encode: { enter: { y: { value: -6 }, fontSize: { value: 12 } }, update: { text: { signal: title } } },
      },
      cells(shown, {
        fill: ink,
        stroke: ink,
        strokeWidth: { value: 0.5 },
        tooltip: {
          signal: `'row ' + datum.${y} + ', column ' + datum.${x} + ': ' + format(datum.${shown.value}, '.1~f')`,
        },
      }),
      frames,
    ],
  };
}

const onDigit = (value: string): Shown => ({
  data: "pixels",
  at: ["y", "x"],
  value,
  cell: "pixel",
  name: `digit-${value}`,
});
const onPooled = (value: string): Shown => ({
  data: "pooled",
  at: ["row", "column"],
  value,
  cell: "cell",
  name: `pooled-${value}`,
});

/** The frame of the marked window on a digit. */
const windowFrame = frame("spotColumn * stride * pixel", "spotRow * stride * pixel", "size * pixel");

/** Frames around the pooled numbers for which `when` holds. */
const pooledFrames = (when: string, width: number) => {
  const look = { strokeWidth: { value: width }, strokeOpacity: { signal: `${when} ? 1 : 0` } };
  return frame("datum.column * cell + 1", "datum.row * cell + 1", "cell - 2", look, "pooled");
};

const [inPlaces, inPixels, spotted] = ["placeSums", "pixelSums", "spotted"].map(
  (name) => `data('${name}')[0]`,
);
const mean = (sums: string | undefined) => `'by ' + format(${sums}.difference, '.1f') + ' of 255 on average'`;

const space = "'\u200b'"; // a line without any character takes no room

/** The column of text on the right of the pictures. */
const words = [
  "side + ' x ' + side + ' = ' + side * side + ' pixels'",
  `places + ' x ' + places + ' = ' + ${inPlaces}.count + ' numbers stay'`,
  `'that is ' + format(${inPlaces}.count / (side * side), '.1%')`,
  "unseen == 0 ? 'every pixel is seen' : unseen + ' pixels in no window'",
  space,
  "'The window of row ' + spotRow + ', column ' + spotColumn + ':'",
  `keep + ' ' + format(${spotted}.value, '.1~f') + ','`,
  `'after the move ' + format(${spotted}.moved, '.1~f')`,
  space,
  "'The digit moves ' + right + ' right, ' + down + ' down:'",
  `${inPixels}.changed + ' of ' + ${inPixels}.count + ' pixels change,'`,
  mean(inPixels),
  `${inPlaces}.changed + ' of ' + ${inPlaces}.count + ' numbers change,'`,
  mean(inPlaces),
];

/**
 * A digit and what pooling leaves of it, once as it stands and once moved by some pixels: sliders for window, stride and
 * move, maximum or average, and one window marked, by the pointer or by sliders. Windows stay inside the image. Computed inside the
 * specification, so it needs no kernel.
 *
 * @param digit a square image, 0 to 255
 * @throws {RangeError} if the digit is no square of 8 pixels a side or more
 * @see notebooks/06-pooling.ipynb
 */
export function poolingExplorer(digit: Matrix): Figure {
  const { height: side, width } = drawableSize(digit, "explore pooling");
  if (side !== width || side < 8) {
    throw new RangeError(
      `Cannot explore pooling on ${side}x${width} pixels. Give a square of 8 a side or more.`,
    );
  }
  const left = Math.floor((side - 2) / 2) + 1;
  const spec = {
    width: 566,
    height: head + 2 * panel + rowGap,
    signals: [
      ...controls(side),
      { name: "image", value: digit.flat() },
      { name: "side", value: side },
      computed("places", "floor((side - size) / stride) + 1"),
      computed("pixel", `${panel} / side`),
      computed("cell", `${panel} / places`),
      // Per axis the windows see every pixel up to the last one's end, or with gaps only their own.
      computed("seen", "stride < size ? (places - 1) * stride + size : places * size"),
      computed("unseen", "side * side - seen * seen"),
      computed("spotRow", "min(markedRow, places - 1)"),
      computed("spotColumn", "min(markedColumn, places - 1)"),
    ],
    scales: [{ name: "ink", type: "linear", domain: [0, 255], range: ["#000000", "#ffffff"] }],
    data: [
      pooled,
      pixels,
      sums("placeSums", "pooled"),
      sums("pixelSums", "pixels"),
      { name: "spotted", source: "pooled", transform: [filter("datum.spotted == 1")] },
    ],
    marks: [
      picture("'The digit'", [0, 0], onDigit("value"), windowFrame),
      picture(
        "'Pooled, ' + places + ' x ' + places",
        [1, 0],
        onPooled("value"),
        pooledFrames("datum.spotted", 2),
      ),
      picture("'Moved by ' + right + ' right, ' + down + ' down'", [0, 1], onDigit("moved"), windowFrame),
      picture("'Then pooled, changes framed'", [1, 1], onPooled("moved"), pooledFrames("datum.changed", 1)),
      wordsAt(2 * (panel + columnGap) - 4, head + 12, 19),
    ],
  };
  return explorerFigure(spec, {
    about:
      "A digit and what pooling leaves of it, as it stands and moved by some pixels, with sliders for window, stride and move, a " +
      "choice of maximum or average, and sliders for the window that is marked.",
    asDrawn:
      `window 2, stride 2, maximum, moved right by 1. ${side} x ${side} = ${side * side} pixels become ` +
      `${left} x ${left} = ${left * left} numbers.`,
    words,
  });
}
