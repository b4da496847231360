import type { Matrix } from "../../arithmetic/matrix.js";
import type { Figure } from "../../charts/figure.js";
import { vegaFigure } from "../../charts/figures/vega.js";
import { drawableSize } from "../../charts/matrix.js";
import { slider } from "../explorer/inputs.js";
import { pixels, pooled, sums } from "./poolingData.js";
import { at, columnGap, frame, frames, head, panel, picture, rowGap, texts } from "./poolingMarks.js";

const signals = [
  slider("size", "window, pixels a side", 2, [1, 7]),
  slider("stride", "stride, pixels", 2, [1, 7]),
  {
    name: "keep",
    value: "maximum",
    bind: { input: "radio", options: ["maximum", "average"], name: "of each window keep the " },
  },
  slider("right", "move the digit right, pixels", 1, [0, 4]),
  slider("down", "move the digit down, pixels", 0, [0, 4]),
];

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
      picture("'Then pooled, changes framed'", at(1, 1), onPooled("moved"), [frames("datum.changed", 1)]),
      ...texts,
    ],
  };
  return vegaFigure(
    spec,
    "Sliders for window, stride and a move of the digit, and a choice of maximum or average. As drawn (window 2, stride 2, " +
      `maximum, moved right by 1): ${side} x ${side} = ${side * side} pixels become ${left} x ${left} = ${left * left} numbers.`,
  );
}
