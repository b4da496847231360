import { crossCorrelate } from "../../arithmetic/correlate.js";
import { classicalKernels } from "../../arithmetic/kernels.js";
import type { Figure } from "../../charts/figure.js";
import { digitGrid } from "../../charts/figures/digits.js";
import { responseMaps } from "../../charts/figures/responses.js";
import { digitsFrom } from "../../images/digits/digits.js";
import { grayPhotograph } from "../../images/photographs/photograph.js";
import { weightSum } from "./kernelGallery.js";

const scale = 2;
const columns = 3;

/**
 * What designed kernels make of a photograph of a cat, 96x96. Kernels whose weights add up to 1 give gray pictures; those whose
 * weights add up to 0 give answers that may be negative, blue below zero and red above.
 *
 * @param names of `classicalKernels`, all of one kind
 * @throws {RangeError} if there is none, or they are of both kinds
 * @see notebooks/03-convolution.ipynb
 */
export function photographThrough(names: readonly (keyof typeof classicalKernels)[]): Figure {
  const sums = [...new Set(names.map((name) => weightSum(classicalKernels[name])))];
  if (sums.length !== 1) {
    throw new RangeError(
      `Cannot send the photograph through ${names.join(", ") || "no kernel"}: give kernels whose weights all add up to 1, or all to 0.`,
    );
  }
  const maps = names.map((name) => crossCorrelate(grayPhotograph(), classicalKernels[name]));
  if (sums[0] === 0) return responseMaps(maps, { captions: names, scale, columns });
  const pictures = maps.map((map) => map.map((row) => row.map((sum) => Math.min(255, Math.max(0, sum)))));
  const description = `A cat through the kernels ${names.join(", ")}.`;
  return digitGrid(digitsFrom(pictures, new Array<number>(names.length).fill(0)), {
    captions: names,
    ...{ scale, columns, description },
  });
}
