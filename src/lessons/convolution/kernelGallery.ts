import { crossCorrelate } from "../../arithmetic/correlate.js";
import { classicalKernels } from "../../arithmetic/kernels.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import type { Figure } from "../../charts/figure.js";
import { kernelGrid } from "../../charts/figures/kernels.js";
import { short } from "../../charts/format.js";

const wallGray = 100;
const wall: Matrix = Array.from({ length: 3 }, () => [wallGray, wallGray, wallGray]);

/** What the weights of a kernel add up to. */
export function weightSum(kernel: Matrix): number {
  return Number(
    kernel
      .flat()
      .reduce((sum, weight) => sum + weight, 0)
      .toFixed(6),
  );
}

/**
 * The eight kernels that people designed, each coloured by its own largest weight; below each the sum of its weights and what it
 * answers to a wall that is gray all over, every pixel 100.
 *
 * @see notebooks/03-convolution.ipynb
 */
export function kernelGallery(): Figure {
  const kernels = Object.entries(classicalKernels);
  const scaled = kernels.map(([, kernel]) => {
    const most = Math.max(...kernel.flat().map(Math.abs));
    return kernel.map((row) => row.map((weight) => weight / most));
  });
  const captions = kernels.map(([name, kernel]) => {
    const answer = Number((crossCorrelate(wall, kernel)[0]?.[0] ?? 0).toFixed(6));
    return `${name}\nsum ${short(weightSum(kernel))}, wall ${short(answer)}`;
  });
  const description = `Eight kernels of 3x3, each by its own largest weight: ${captions.join("; ").replaceAll("\n", ", ")}.`;
  return kernelGrid(scaled, { captions, columns: 4, scale: 30, description });
}
