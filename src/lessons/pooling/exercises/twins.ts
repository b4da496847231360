import { averagePool, maxPool } from "../../../arithmetic/pool.js";
import type { ExerciseContent } from "../../exercise/content.js";
import { matrixIn, matrixText, sameMatrix, squareFault } from "../../exercise/matrices.js";

export const twinImages: ExerciseContent = {
  title: "Two images that pooling cannot tell apart",
  check(answer) {
    const { first, second } = answer as { first?: unknown; second?: unknown };
    const [a, b] = [matrixIn(first), matrixIn(second)];
    if (a === undefined || b === undefined) {
      return { message: "Pass two images, rows of numbers: `{ first: [[…], …], second: [[…], …] }`." };
    }
    const fault = squareFault({ "first image": a, "second image": b }, 4);
    if (fault !== undefined) return fault;
    if (sameMatrix(a, b))
      return { message: "These two are the same image. Change something that pooling does not notice." };
    const pools = [a, b].map((image) => ({
      most: maxPool(image, { size: 2 }),
      mean: averagePool(image, { size: 2 }),
    }));
    const [one, two] = pools as [(typeof pools)[0], (typeof pools)[0]];
    const [mostAlike, meanAlike] = [sameMatrix(one.most, two.most), sameMatrix(one.mean, two.mean)];
    if (mostAlike && meanAlike) return true;
    if (mostAlike) {
      return {
        message: `The maxima are the same, the means are not: ${matrixText(one.mean)} and ${matrixText(two.mean)}. Do not change which numbers a window holds, only where they stand.`,
      };
    }
    if (meanAlike) {
      return {
        message: `The means are the same, the maxima are not: ${matrixText(one.most)} and ${matrixText(two.most)}. Keep the largest number of each window.`,
      };
    }
    return {
      message: "Neither the maxima nor the means are the same. Change less: stay inside one window.",
    };
  },
  because:
    "A window forgets where its numbers stood, and keeping both maximum and mean does not bring the places back. What is lost this way no later layer can restore.",
  hints: [
    "Pooling forgets where in the window a number stood.",
    "Draw any image. Then let two different numbers of one 2x2 window change places.",
  ],
  solution:
    "Numbers change places inside a window:\n```\n{ first:  [[1, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]],\n  second: [[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]] }\n```",
};
