import { intervalCheck } from "../../exercise/checks/intervalCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

/** Differences of 1, 2 and 3 points: mean 2, standard deviation 1, three seeds, 4.30 standard errors. */
const reach = 4.3027 / Math.sqrt(3);
const wanted = [2 - reach, 2 + reach] as const;
const around = (half: number, middle = 2) => [middle - half, middle + half] as const;
const error = 1 / Math.sqrt(3);
const mistakes: readonly (readonly [ends: readonly [number, number], message: string])[] = [
  [[1, 3], "Those are the least and the greatest difference. The interval says where the mean of very many seeds could lie, and three seeds leave that more open."],
  [around(2 * error), "Two standard errors are right for many seeds. Three know their own spread badly: take 4.30."],
  [around(1.96 * error), "1.96 standard errors are right for very many seeds. Three know their own spread badly: take 4.30."],
  [around(error), "That is one standard error to either side. Take 4.30 of them."],
  [around(4.3027), "The spread of single seeds was taken. The standard error of their mean is that, divided by the root of 3."],
  [around(4.3027 / 3), "Divide by the root of the number of seeds, not by the number."],
  [around(4.3027 * Math.sqrt(2 / 3) * error), "For the spread, the squares were divided by 3. With three seeds it is 2: one is used up by the mean."],
  [around(3.1824 * error), "That is the factor for four seeds. With three seeds there are two degrees of freedom: 4.30."],
  [around(2.2622 * error), "That is the factor for ten seeds. Three know their own spread worse: take 4.30."],
  [around(reach, -2), "The half width is right. The second network is better by 1, 2 and 3: count these as positive."],
  [[reach - 2, wanted[1]], "The lower end lost its sign: the mean less the half width is below zero."],
  [[0, wanted[1]], "The upper end is right. The lower end may lie below zero: that is what the question is about."],
  [around(reach, 0), "The half width is right. The middle is the mean of the three differences."],
  [[wanted[1], wanted[0]], "The numbers are right; the lower end comes first."],
  [[2, reach], "That is the mean and the half width. Give both ends: mean less half width, mean plus half width."],
]; // biome-ignore format: pairs

export const intervalByHand: ExerciseContent = {
  title: "An interval by hand",
  check: intervalCheck({
    wanted,
    ask: "Give the two ends of the interval: `[low, high]`.",
    mistakes,
    middleRight:
      "The middle is right. The half width is 4.30 standard errors; a standard error is the spread divided by the root of 3.",
    otherwise:
      "The middle of the interval is the mean of the three differences, and the two ends lie equally far from it.",
  }),
  because:
    "2 less 2.48 and 2 plus 2.48. All three seeds gained, and still zero lies inside: three seeds do not show it. Ten that behave alike would.",
  hints: [
    "Three numbers: the mean; the spread, the root of the squared distances from the mean, added up and divided by 2; the standard error, the spread divided by the root of 3.",
    "The mean is 2, the spread is the root of (1 + 0 + 1) / 2. Now 4.30 standard errors to either side.",
  ],
  solution:
    "Mean 2, spread 1, standard error 1 / √3 = 0.577, half width 4.30 · 0.577 = 2.48. So `[-0.48, 4.48]`: zero lies inside.",
};
