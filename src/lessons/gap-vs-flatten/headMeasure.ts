import type { Result } from "../results/result.js";

/** The places on larger canvases that were measured: side of the canvas, and where the digit begins along both axes. */
const canvases = [[28, 0], [56, 12], [84, 28], [112, 40], [56, 14], [56, 16]] as const; // biome-ignore format: pairs
/** How many rings of places around the digit's old field were given to the head. */
const rings = [0, 1, 2, 3, 4, 7];

/**
 * What was measured of a trained head, always a share: on all test digits, on digits kept aside, in training less in the test, on
 * digits moved by 0 to 4 pixels, on a canvas (28, 56, 84 or 112 pixels a side; on 56 the digit begins `at` 12, 14 or 16), or with
 * the maps of a canvas of 84 cut to the 7x7 places of the digit's old field and 0, 1, 2, 3, 4 or 7 rings around them.
 */
export type HeadMeasure =
  | "testAccuracy"
  | "keptAccuracy"
  | "training less test"
  | { readonly movedBy: number }
  | { readonly canvas: number; readonly at?: number }
  | { readonly rings: number };

/**
 * The number of a row that a measure asks for; nothing where the head takes one size of images only.
 *
 * @throws {RangeError} if it was not measured at all
 */
export function measuredIn(result: Result, measure: HeadMeasure): number | undefined {
  if (measure === "training less test") return Number(result.trainAccuracy) - Number(result.testAccuracy);
  if (typeof measure === "string") return numberOf(result[measure], measure);
  const [list, index] = placeOf(measure);
  const values = result[list];
  if (values === undefined && list !== "shiftedAccuracy") return undefined;
  return numberOf(Array.isArray(values) ? values[index] : undefined, measureWords(measure));
}

/** A measure in words, as in "gap on 56 pixels": "moved by 2", "with 3 rings". */
export function measureWords(measure: HeadMeasure): string {
  if (typeof measure === "string") return measure;
  if ("movedBy" in measure) return `moved by ${measure.movedBy}`;
  if ("rings" in measure)
    return measure.rings === 0 ? "with none" : `with ${measure.rings} ring${measure.rings === 1 ? "" : "s"}`;
  return measure.at === undefined ? `on ${measure.canvas} pixels` : `at place ${measure.at}`;
}

function placeOf(measure: Exclude<HeadMeasure, string>): [list: string, index: number] {
  if ("movedBy" in measure) return ["shiftedAccuracy", measure.movedBy];
  if ("rings" in measure) return ["ringAccuracy", rings.indexOf(measure.rings)];
  const { canvas, at } = measure;
  return [
    "canvasAccuracy",
    canvases.findIndex(([side, place]) => side === canvas && (at === undefined || place === at)),
  ];
}

function numberOf(value: unknown, words: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new RangeError(
    `Cannot compare heads ${words}: that was not measured. Heads were measured moved by 0 to 4 pixels, on canvases of ${[...new Set(canvases.map(([side]) => side))].join(", ")} pixels, and with ${rings.join(", ")} rings.`,
  );
}
