import type { Figure } from "../../charts/figure.js";
import { vegaFigure } from "../../charts/figures/vega.js";
import { paddingMarks, paddingScales } from "./paddingExplorerMarks.js";
import { paddingData, paddingSignals } from "./paddingExplorerRules.js";

/**
 * A window that slides along one axis and along two, with sliders for length, kernel, stride, dilation and padding: which
 * pixels each window takes, what is padded on which side, how often each pixel is used, which ones no window sees, and the
 * formula with its numbers. Pointing at an output marks its window. Computed inside the specification, so it needs no kernel.
 *
 * @see notebooks/03-padding-and-stride.ipynb
 */
export function paddingExplorer(): Figure {
  const spec = {
    width: 680,
    height: 645,
    padding: 8,
    signals: paddingSignals,
    data: paddingData,
    scales: paddingScales,
    marks: paddingMarks,
  };
  return vegaFigure(
    spec,
    "Sliders for length, kernel, stride, dilation and padding of a sliding window. As drawn: 8 pixels, kernel 3, stride 1, " +
      "dilation 1, padding same: 1 zero before, 1 after, floor((8 + 1 + 1 - 3) / 1) + 1 = 8 outputs. Along one axis the " +
      "pixels are used 2, 3, 3, 3, 3, 3, 3, 2 times; on two axes a corner 4 times, an edge 6 times, the inside 9 times.",
  );
}
