import { intervalCheck } from "../../exercise/checks/intervalCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

/** Four seeds: 91.0, 92.4, 90.1, 93.0 without and 92.2, 93.4, 91.5, 94.0 with changed pictures; 3.18 for four seeds. */
const differences = [1.2, 1, 1.4, 1] as const;
const mean = 1.15;
const squares = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0);
const error = Math.sqrt(squares / 3) / 2;
const factor = 3.1824;
const wanted = [mean - factor * error, mean + factor * error] as const;
const around = (half: number, middle: number = mean) => [middle - half, middle + half] as const;

const mistakes: readonly (readonly [ends: readonly [number, number], message: string])[] = [
  [[1, 1.4], "Those are the least and the greatest difference. The interval says where the mean of very many seeds could lie."],
  [around(2 * error), "Two standard errors are right for many seeds. Four know their own spread badly: take 3.18."],
  [around(error), "That is one standard error to either side. Take 3.18 of them."],
  [around(2 * factor * error), "The spread of single differences was taken. Divide it by the root of 4."],
  [around((factor * error) / 2), "Divide the spread by the root of the number of seeds, not by the number."],
  [around(factor * error, -mean), "The half width is right. The photographs were changed in the second row: take the first row away from the second."],
  [around(factor * error, 0), "The half width is right. The middle is the mean of the four differences."],
  [around(4.3027 * error), "That is the factor for three seeds. With four it is 3.18."],
  [around(2.1255), "The rows were taken for unrelated. Each pair has the same seed: what a lucky start gives goes to both, and is gone in their difference. Subtract first."],
  [around(2.7644), "The rows were taken for unrelated. Each pair has the same seed: what a lucky start gives goes to both, and is gone in their difference. Subtract first."],
  [[wanted[1], wanted[0]], "The numbers are right; the lower end comes first."],
  [[mean, factor * error], "That is the mean and the half width. Give both ends: mean less half width, mean plus half width."],
]; // biome-ignore format: pairs

export const pairedInterval: ExerciseContent = {
  title: "Is it shown?",
  check: intervalCheck({
    wanted,
    ask: "Give the two ends of the interval, in points: `[low, high]`.",
    mistakes,
    middleRight:
      "The middle is right. The half width is 3.18 standard errors of the differences; a standard error is their spread divided by the root of 4.",
    otherwise:
      "Subtract row from row, seed by seed. The middle of the interval is the mean of the four differences.",
  }),
  because:
    "1.15 less and plus 0.30: zero lies outside, so four seeds show it. The seeds differ by three points among themselves, and pairing takes that out.",
  hints: [
    "Each column is one seed. Subtract first, then take the mean and the spread of the four differences.",
    "The differences are 1.2, 1.0, 1.4 and 1.0: mean 1.15, spread 0.19. Now 3.18 times 0.19, divided by the root of 4, to either side.",
  ],
  solution:
    "Mean 1.15, spread 0.191, standard error 0.0957, half width 3.18 · 0.0957 = 0.30: `[0.85, 1.45]`.",
};
