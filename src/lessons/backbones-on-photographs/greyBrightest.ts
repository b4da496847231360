import type { Box } from "../../arithmetic/maps/boxes.js";
import { requireOptions } from "../../arithmetic/options.js";
import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { mean } from "../../arithmetic/statistics/statistics.js";
import { requireWhole } from "../../arithmetic/whole.js";
import {
  classifyPhotograph,
  type PhotographAnswer,
} from "../../networks/models/efficientnet/classifyPhotograph.js";
import type { EfficientNetLite0 } from "../../networks/models/efficientnet/efficientnet.js";
import { controlBoxes } from "../whatIf/controlBoxes.js";
import { paintOver } from "../whatIf/paintOver.js";
import { boxInPhotograph } from "../whatIf/seenPart.js";

const action = "grey the brightest square";

/** What the network says before and after. */
export interface GreyedAnswers {
  readonly before: PhotographAnswer;
  /** `the brightest`, then the controls `elsewhere 1`, `elsewhere 2`, …: for `whatIf`. */
  readonly after: Readonly<Record<string, PhotographAnswer>>;
}

/**
 * Paints over the square where the map of a class is strongest on average, and squares of the same size elsewhere as controls, one at a
 * time, and asks again each time.
 *
 * @param network as `openBackbone` gives it
 * @param options.places squares of the map a side of what is painted over. @default {3}
 * @param options.controls how many squares elsewhere, at places drawn at random; there must be room beside the first. @default {2}
 * @param options.seed of their places. @default {1}
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there is no such class, or no room
 * @example
 * const network = await efficientNetLite0();
 * const { before, after } = greyBrightest(network, await photograph("astronaut"), "football helmet");
 * show(whatIf(before, after, { className: "football helmet" }));
 * network.dispose();
 */
export function greyBrightest(
  network: EfficientNetLite0,
  photograph: PixelImage,
  className: string,
  options: { readonly places?: number; readonly controls?: number; readonly seed?: number } = {},
): GreyedAnswers {
  requireOptions(action, options, ["places", "controls", "seed"]);
  const { places = 3, controls = 2, seed = 1 } = options;
  requireWhole(action, { places }, { from: 1, to: network.side / 32 });
  requireWhole(action, { controls }, { from: 0 });
  const before = classifyPhotograph(network, photograph);
  const square = strongestSquare(before.mapOf(className), places, network.side);
  const box = boxInPhotograph(square, photograph, before.seen);
  const others = controls === 0 ? {} : controlBoxes(photograph, box, { count: controls, seed });
  const after = Object.entries({ "the brightest": box, ...others }).map(
    ([name, each]) => [name, classifyPhotograph(network, paintOver(photograph, each))] as const,
  );
  return { before, after: Object.fromEntries(after) };
}

/** Of all squares of so many places of the map a side, the one with the largest mean, in pixels of what the network saw. */
export function strongestSquare(map: readonly (readonly number[])[], places: number, side: number): Box {
  const starts = Array.from({ length: map.length - places + 1 }, (_, at) => at);
  const squares = starts.flatMap((row) => starts.map((column) => ({ row, column })));
  const evidence = squares.map(({ row, column }) =>
    mean(map.slice(row, row + places).flatMap((line) => line.slice(column, column + places))),
  );
  const { row, column } = squares[evidence.indexOf(Math.max(...evidence))] as (typeof squares)[number];
  const step = side / map.length;
  return {
    top: row * step,
    left: column * step,
    bottom: (row + places) * step,
    right: (column + places) * step,
  };
}
