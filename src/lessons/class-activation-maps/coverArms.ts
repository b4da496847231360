import type { Box } from "../../arithmetic/maps/boxes.js";
import { peakOf } from "../../arithmetic/maps/boxFromMap.js";
import { requireOptions } from "../../arithmetic/options.js";
import { mean } from "../../arithmetic/statistics/statistics.js";
import { requireWhole } from "../../arithmetic/whole.js";
import type { Arm } from "../../charts/comparison.js";
import type { Digits } from "../../images/digits/digits.js";
import { sceneSet } from "../../images/scenes/sceneSet.js";
import type { LayersModel } from "../../networks/tf.js";
import { inkiestElsewhere, squareAround } from "./coverPlaces.js";
import { leadsOf } from "./leadsOf.js";
import { mappedAnswers } from "./sceneMaps.js";

/** The name of the control: the square of that size with most ink that does not touch the first one. */
export const elsewhere = "most ink elsewhere";

/**
 * What covering does to a network's answer, in draws of scenes: for each map the square around its brightest place is painted black, and
 * the lead of the digit, its logit less the mean of all ten, is taken again. A control covers as large a square elsewhere, where
 * there is most ink. An arm for each: one number a draw, the share of the mean lead that is lost.
 *
 * @param network what is asked, before and after
 * @param maps by their names, networks whose map of the digit that is there tells where to cover; the control keeps clear of the first
 * @param options.draws how many draws of scenes. @default {10}
 * @param options.scenes how many a draw. @default {30}
 * @param options.side pixels a side of the square. @default {20}
 * @param options.seed of the first draw. @default {1}
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if a number is no whole one from 1
 * @see notebooks/11-class-activation-maps.ipynb
 */
export function coverArms(
  network: LayersModel,
  digits: Digits,
  maps: Readonly<Record<string, LayersModel>>,
  options: {
    readonly draws?: number;
    readonly scenes?: number;
    readonly side?: number;
    readonly seed?: number;
  } = {},
): Arm[] {
  requireOptions("cover scenes", options, ["draws", "scenes", "side", "seed"]);
  const { draws = 10, scenes: number = 30, side = 20, seed = 1 } = options;
  requireWhole("cover scenes", { draws, scenes: number, side }, { from: 1 });
  const values = new Map<string, number[]>();
  for (let draw = 0; draw < draws; draw++) {
    const { scenes } = sceneSet({ digits, number, seed: 700 + seed + draw });
    const before = mean(leadsOf(network, scenes));
    const squares = squaresOf(scenes, maps, side);
    for (const [name, boxes] of Object.entries(squares)) {
      const lost = 1 - mean(leadsOf(network, covered(scenes, boxes))) / before;
      values.set(name, [...(values.get(name) ?? []), lost]);
    }
  }
  return [...values].map(([name, shares]) => ({ name, values: shares }));
}

function squaresOf(
  scenes: Digits,
  maps: Readonly<Record<string, LayersModel>>,
  side: number,
): Record<string, Box[]> {
  const size = { height: scenes.height, width: scenes.width };
  const peaks = Object.entries(maps).map(([name, model]) => {
    const answers = mappedAnswers(model, scenes, { classes: scenes.labels });
    return [name, answers.map(({ map }) => squareAround(peakOf(map), side, size))] as const;
  });
  const first = peaks[0]?.[1] ?? [];
  const control = first.map((box, index) => inkiestElsewhere(scenes, index, box));
  return { ...Object.fromEntries(peaks), [elsewhere]: control };
}

/** The same scenes with one box of each painted black. */
export function covered(scenes: Digits, boxes: readonly Box[]): Digits {
  const pixels = Uint8Array.from(scenes.pixels);
  for (const [index, { top, left, bottom, right }] of boxes.entries()) {
    for (let row = top; row < bottom; row++) {
      const start = (index * scenes.height + row) * scenes.width;
      pixels.fill(0, start + left, start + right);
    }
  }
  return { ...scenes, pixels };
}
