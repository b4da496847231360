import type { Matrix } from "../../arithmetic/matrix.js";
import type { Figure } from "../../charts/figure.js";
import { vegaFigure } from "../../charts/figures/vega.js";
import { short } from "../../charts/format.js";
import { drawableSize } from "../../charts/matrix.js";
import { choice, slider } from "../explorer/inputs.js";
import { above, components, largest, passes, peak, pixels } from "./thresholdData.js";
import { mapPicture, maskPicture, panel, pitch, scenePicture, texts } from "./thresholdMarks.js";

/** A scene, a map of it, and where its object is. */
export interface MappedScene {
  readonly name: string;
  /** Square, 0 to 255. */
  readonly image: Matrix;
  /** Square, smaller than the image; its side divides the image's. */
  readonly map: Matrix;
  readonly truth: {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  };
}

/**
 * From a map to a box, with the threshold on a slider: the scene with both boxes, the map, what of the enlarged map is above the
 * threshold with its largest piece marked, and the intersection over union. Computed inside the specification: enlarging, pieces
 * that touch at edges or corners, box, overlap. It needs no kernel.
 *
 * @see notebooks/09-class-activation-maps.ipynb
 */
export function thresholdExplorer(scenes: readonly MappedScene[]): Figure {
  const [first] = scenes;
  if (first === undefined) {
    throw new RangeError("Cannot explore thresholds: there is no scene. Pass at least one.");
  }
  const side = drawableSize(first.image, "explore thresholds").height;
  const small = drawableSize(first.map, "explore thresholds").height;
  for (const { name, image, map } of scenes) {
    const [tall, low] = [image, map].map((each) => drawableSize(each, "explore thresholds"));
    if (tall?.height !== side || tall.width !== side || low?.height !== small || low.width !== small) {
      throw new RangeError(
        `Cannot explore ${name}: scenes are ${side}x${side} with maps of ${small}x${small}. Give squares of one size.`,
      );
    }
  }
  if (side % small !== 0 || small < 2) {
    throw new RangeError(
      `Cannot enlarge maps of ${small}x${small} to ${side}x${side}. Give maps whose side, 2 or more, divides the scene's.`,
    );
  }
  const names = scenes.map(({ name }) => name);
  const spec = {
    width: 3 * pitch,
    height: panel + 66,
    padding: 5,
    signals: [
      choice("scene", "scene", first.name, names),
      slider("threshold", "threshold, share of the map's maximum", 0.2, [0, 0.95, 0.01]),
      { name: "number", update: `indexof(${JSON.stringify(names)}, scene)` },
      { name: "side", value: side },
      { name: "small", value: small },
      { name: "pixel", value: panel / side },
      { name: "images", value: scenes.map(({ image }) => image.flat()) },
      { name: "maps", value: scenes.map(({ map }) => map.flat().map((value) => Number(value.toFixed(4)))) },
      { name: "truths", value: scenes.map(({ truth }) => truth) },
      { name: "truth", update: "truths[number]" },
      { name: "map", update: "maps[number]" },
    ],
    data: [pixels, peak, above, ...passes, components, largest],
    marks: [scenePicture, mapPicture, maskPicture, ...texts],
  };
  const most = Math.max(...first.map.flat());
  return vegaFigure(
    spec,
    `A threshold on a slider, from 0 to 0.95 of the map's maximum, as drawn 0.2, for ${names.join(", ")}. ` +
      `${first.name}: the map of ${small} x ${small} reaches ${short(most)}; above the threshold the largest piece gives the box, ` +
      `beside the true one, rows ${first.truth.top} to ${first.truth.bottom - 1}, columns ${first.truth.left} to ${first.truth.right - 1}.`,
  );
}
