import { turned } from "../../../arithmetic/correlate.js";
import type { Matrix } from "../../../arithmetic/matrix.js";
import { sameMatrix } from "../../exercise/answers/compare.js";
import type { ExerciseContent } from "../../exercise/content.js";
import { pocketNetwork } from "../../pocket/pocket.js";
import { kernelIn, mirrored, negated, transposed, upsideDown } from "./matrices.js";

/** The kernel of the pocket network, as the broken cell has it. */
const { kernel } = pocketNetwork;

const mistakes: readonly (readonly [wrong: Matrix, message: string])[] = [
  [kernel, "That is the kernel as it was. `convolve` turns it before it lays it on. What must go in, so that the right one is laid on?"],
  [mirrored(kernel), "Left and right are exchanged, but `convolve` turns by 180 degrees: top and bottom change as well."],
  [upsideDown(kernel), "Top and bottom are exchanged, but `convolve` turns by 180 degrees: left and right change as well."],
  [transposed(kernel), "Rows have become columns: that is another thing than turning. Reverse the rows, then each row."],
  [turned(transposed(kernel)), "Rows have become columns, and then it was turned. Turning alone will do."],
  [negated(kernel), "Only the signs are changed. That happens to work for Sobel's kernels, where turning changes nothing but signs. Not for this one."],
  [mirrored(transposed(kernel)), "That is turned by 90 degrees. `convolve` turns by 180."],
  [upsideDown(transposed(kernel)), "That is turned by 90 degrees. `convolve` turns by 180."],
]; // biome-ignore format: pairs

export const flippedKernel: ExerciseContent = {
  title: "Repair: the corner that was not found",
  check(answer) {
    const given = kernelIn(answer);
    if ("message" in given) return given;
    if (sameMatrix(given, turned(kernel))) return true;
    const known = mistakes.find(([wrong]) => sameMatrix(given, wrong));
    if (known !== undefined) return { message: known[1] };
    const sorted = (matrix: Matrix) => matrix.flat().sort((a, b) => a - b);
    const sameWeights = sameMatrix([sorted(given)], [sorted(kernel)]);
    return {
      message: sameWeights
        ? "The nine weights are there, but not where they belong: the last becomes the first, the one before it the second, and so on."
        : "The weights themselves must stay what they are; only their places change.",
    };
  },
  because:
    "Turned twice is not turned at all, so `convolve` now lays on what was meant. Libraries differ in this, and only a kernel that is not symmetric shows it.",
  hints: [
    "`convolve` turns the kernel by 180 degrees before it multiplies. What happens to a kernel that was turned by 180 degrees before?",
    "Reverse the order of the rows, and in each row the order of the numbers.",
  ],
  solution:
    "`[[0, 1, -1], [0, 1, 1], [0, -1, 0]]`, or in code `[...kernel].reverse().map((row) => [...row].reverse())`. The other mend is to call `crossCorrelate`.",
};
