import type { Matrix } from "../../../arithmetic/matrix.js";
import { averagePool, maxPool } from "../../../arithmetic/pool.js";
import { pairNames } from "../../exercise/answers/named.js";
import { tablesIn } from "../../exercise/checks/tables.js";
import { textsApart } from "../../exercise/checks/written.js";
import type { ExerciseContent } from "../../exercise/content.js";

const task = {
  names: pairNames,
  called: ["first image", "second image"],
  side: 4,
  ask: "Pass two images, rows of numbers: `{ first: [[…], …], second: [[…], …] }`.",
};

/** In single precision, in which a tensor holds its numbers: so an image as a tensor and one as a list can be compared. */
const single = (image: Matrix): Matrix => image.map((row) => row.map(Math.fround));

/** Equal but for the order in which sums were added up. */
const alike = (a: Matrix, b: Matrix) =>
  a.flat().every((value, at) => {
    const other = b.flat()[at] ?? Number.NaN;
    return Math.abs(value - other) <= 1e-14 * Math.max(Math.abs(value), Math.abs(other));
  });

export const twinImages: ExerciseContent = {
  title: "Two images that pooling cannot tell apart",
  check(answer) {
    const read = tablesIn(answer, task);
    if ("message" in read) return read;
    const [a, b] = read.tables.map(single) as [Matrix, Matrix];
    if (alike(a, b))
      return { message: "These two are the same image. Change something that pooling does not notice." };
    const [most1, most2] = [a, b].map((image) => maxPool(image, { size: 2 })) as [Matrix, Matrix];
    const [mean1, mean2] = [a, b].map((image) => averagePool(image, { size: 2 })) as [Matrix, Matrix];
    const [mostAlike, meanAlike] = [alike(most1, most2), alike(mean1, mean2)];
    if (mostAlike && meanAlike) return true;
    if (mostAlike) {
      return {
        message: `The maxima are the same, the means are not: ${textsApart(mean1, mean2).join(" and ")}. Do not change which numbers a window holds, only where they stand.`,
      };
    }
    if (meanAlike) {
      return {
        message: `The means are the same, the maxima are not: ${textsApart(most1, most2).join(" and ")}. Keep the largest number of each window.`,
      };
    }
    return {
      message: "Neither the maxima nor the means are the same. Change less: stay inside one window.",
    };
  },
  because:
    "A window forgets where its numbers stood, and keeping both maximum and mean does not bring the places back. Four different numbers stand in a window in 24 orders, so four such windows make 24 · 24 · 24 · 24 = 331,776 images with the same maps; and there are more, for the smaller numbers may change as long as their sum stays. What is lost this way no later layer can restore.",
  hints: [
    "Pooling forgets where in the window a number stood.",
    "Draw any image. Then let two different numbers of one 2x2 window change places.",
  ],
  solution:
    "Numbers change places inside a window:\n```\n{ first:  [[1, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]],\n  second: [[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]] }\n```",
};
