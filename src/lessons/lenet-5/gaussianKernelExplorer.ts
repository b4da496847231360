import type { Figure } from "../../charts/figure.js";
import { vegaFigure } from "../../charts/figures/vega.js";
import { choice, slider } from "../explorer/inputs.js";
import { kernelData } from "./gaussianKernelData.js";
import { kernelMarks, panel } from "./gaussianKernelMarks.js";
import { leastErrorsOfALine, mixedClasses } from "./gaussianKernelPoints.js";

const names = Object.keys(mixedClasses);

/**
 * Two classes that no straight line separates. Left the plane, right the same points by how close they are to two prototypes,
 * exp(-distance² / 2σ²): there one line is enough, if the width σ suits. The line has a fixed slope and the best place for it.
 * Computed inside the specification.
 *
 * @see notebooks/07-lenet-5.ipynb
 */
export function gaussianKernelExplorer(): Figure {
  const straight = Object.fromEntries(
    Object.entries(mixedClasses).map(([name, { points }]) => [name, leastErrorsOfALine(points)]),
  );
  const spec = {
    width: 2 * panel + 90,
    height: panel + 90,
    padding: 5,
    signals: [
      choice("classes", "classes", names[0] as string, names),
      slider("sigma", "width σ of the kernel", 0.8, [0.05, 4, 0.05]),
    ],
    data: kernelData(mixedClasses, straight),
    marks: kernelMarks,
  };
  return vegaFigure(
    spec,
    "Two mixed classes in the plane, and the same points by their closeness to two prototypes, with a choice of classes and a slider " +
      `for the width. As drawn (${names[0]}, σ = 0.8) one line in the closenesses separates all 60 points; the best straight ` +
      `line in the plane leaves ${straight[names[0] as string]} on the wrong side.`,
  );
}
