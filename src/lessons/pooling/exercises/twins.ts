import { averagePool, maxPool } from "../../../arithmetic/pool.js";
import type { ExerciseContent } from "../../exercise/content.js";
import { matrixIn, sameMatrix, written } from "../../exercise/matrices.js";

export const twinImages: ExerciseContent = {
  title: "Two images that pooling cannot tell apart",
  check(answer) {
    const { first, second } = answer as { first?: unknown; second?: unknown };
    const [a, b] = [matrixIn(first), matrixIn(second)];
    if (a === undefined || b === undefined) {
      return { message: "Pass two images, rows of numbers: `{ first: [[…], …], second: [[…], …] }`." };
    }
    for (const [name, image] of [["first", a], ["second", b]] as const) {
      if (image.length !== 4 || image[0]?.length !== 4) {
        return { message: `Both images should have 4x4 pixels; the ${name} has ${image.length}x${image[0]?.length}.` };
      }
      if (!image.flat().every(Number.isFinite)) return { message: `The ${name} image holds something that is no finite number.` };
    } // biome-ignore format: two images
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
        message: `The maxima are the same, the means are not: ${written(one.mean)} and ${written(two.mean)}. Do not change which numbers a window holds, only where they stand.`,
      };
    }
    if (meanAlike) {
      return {
        message: `The means are the same, the maxima are not: ${written(one.most)} and ${written(two.most)}. Keep the largest number of each window.`,
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
