import { countRange } from "../../charts/color.js";
import { image } from "./receptiveFieldExplorerImage.js";
import { depth } from "./receptiveFieldExplorerLayers.js";
import { layerRow, top } from "./receptiveFieldExplorerStack.js";

/** How the receptive field explorer looks. */

export const fieldMarks: readonly object[] = [
  ...top,
  ...Array.from({ length: depth + 1 }, (_, index) => layerRow(depth - index)).flat(),
  image,
];

export const fieldScales: readonly object[] = [
  { name: "ways", type: "linear", domain: [0, 1], range: countRange.slice(2, 8) },
];
