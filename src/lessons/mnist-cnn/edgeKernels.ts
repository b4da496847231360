import type { Figure } from "../../charts/figure.js";
import { kernelGrid } from "../../charts/figures/kernels.js";
import { kernelSurface } from "../../charts/figures/surface.js";
import { table } from "../../charts/figures/table.js";
import { percent } from "../../charts/format.js";
import { kernelsOf } from "../../networks/models/inspect.js";
import type { LayersModel } from "../../networks/tf.js";
import { planeShare } from "./planeShare.js";

/** The first convolution's kernels, before training and after, and how much of each is an edge. */
export interface EdgeKernels {
  /** How many of the learned kernels a tilted plane explains to more than a half. */
  readonly mostly: number;
  /** Every learned kernel, under it the share that a plane explains. */
  picture(): Figure;
  /** How many kernels are edges, to more than a half and a quarter: before training and after. */
  counts(): Figure;
  /** The learned kernel that is most of an edge, as a landscape. */
  steepest(): Figure;
}

/**
 * How many kernels of the layer `conv1` are edges, weights that rise in one direction, beside those it began with.
 *
 * @param before the network with its first weights
 * @throws {RangeError} if a network has no convolution of that name, or all weights of a kernel are equal
 * @example
 * edgeKernels(mnistCnn({ seed: 1 }), await loadTrained("mnist-cnn")).mostly // 2
 */
export function edgeKernels(before: LayersModel, after: LayersModel): EdgeKernels {
  const kernels = kernelsOf(after, "conv1");
  const sets = {
    "before training": kernelsOf(before, "conv1").map(planeShare),
    learned: kernels.map(planeShare),
  };
  const above = (shares: readonly number[], least: number) => shares.filter((share) => share > least).length;
  const captions = sets.learned.map((share) => `${Math.round(100 * share)}%`);
  return {
    mostly: above(sets.learned, 0.5),
    picture: () => kernelGrid(kernels, { captions, columns: 8, scale: 9 }),
    counts: () =>
      table(
        Object.entries(sets).map(([name, shares]) => ({
          kernels: name,
          "in all": shares.length,
          "an edge to more than a half": above(shares, 0.5),
          "to more than a quarter": above(shares, 0.25),
        })),
      ),
    steepest() {
      const share = Math.max(...sets.learned);
      const at = sets.learned.indexOf(share);
      return kernelSurface(kernels[at] as number[][], {
        title: `Kernel ${at + 1} of ${kernels.length}, an edge to ${percent(share)}`,
      });
    },
  };
}
