import type { Figure } from "../../charts/figure.js";
import { vegaFigure } from "../../charts/figures/vega.js";
import { fieldData } from "./receptiveFieldExplorerData.js";
import { fieldSignals } from "./receptiveFieldExplorerLayers.js";
import { fieldMarks, fieldScales } from "./receptiveFieldExplorerMarks.js";

/**
 * A stack of up to five layers to build, and what one number on top sees of the input, along one axis through all layers
 * and on the image itself. A darker pixel reaches the number on more ways. Computed inside the specification, so it needs no
 * kernel.
 *
 * @see notebooks/03-padding-and-stride.ipynb
 */
export function receptiveFieldExplorer(): Figure {
  const spec = {
    width: 680,
    height: 640,
    padding: 8,
    signals: fieldSignals,
    data: fieldData,
    scales: fieldScales,
    marks: fieldMarks,
  };
  return vegaFigure(
    spec,
    "A stack of layers to choose, and what one number on top sees of the input. As drawn, on 24 pixels without padding: 5x5, then " +
      "5x5 with stride 2, then 3x3. A number of the three layers sees 5, 9 and 13 pixels, and its neighbour sees them 1, 2 and " +
      "2 pixels further on. The output has 6 places along each axis.",
  );
}
