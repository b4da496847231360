import { near, numberIn } from "../../exercise/answers.js";
import type { ExerciseContent } from "../../exercise/content.js";

/** Mean 10, variance 4, gamma 3, beta 1, nothing added to the variance. */
const wanted = { scale: 1.5, shift: -14 };

const mistakes: readonly (readonly [scale: number, shift: number, message: string])[] = [
  [1.5, 1, "The scale is right. The shift is not beta alone: the mean is subtracted before scaling, so minus scale times mean is part of it."],
  [1.5, 16, "The scale is right. The mean is taken away, not added: beta - scale · mean."],
  [1.5, -10, "The scale is right. The mean is subtracted before the scaling, so it is scaled too; and beta comes after."],
  [1.5, -9, "The scale is right. The mean is subtracted before the scaling, so it is scaled too: beta - scale · mean."],
  [0.75, 1, "That divides by the variance. Divide by its root, the standard deviation, which is 2. And the shift is not beta alone: the mean is subtracted before scaling."],
  [0.75, -6.5, "That divides by the variance. Divide by its root, the standard deviation, which is 2."],
  [3, -29, "Gamma is only part of the scale: the numbers are divided by the standard deviation as well."],
  [0.5, -5, "That makes mean 0 and deviation 1. Gamma and beta, the two learned numbers, are still to come."],
  [0.5, -4, "Gamma is missing: it multiplies what has been divided by the standard deviation."],
  [6, -59, "That multiplies by the standard deviation. Divide by it."],
]; // biome-ignore format: rows

export const foldedNormalisation: ExerciseContent = {
  title: "Batch normalisation as one scale and one shift",
  check(answer) {
    const given = answer as { scale?: unknown; shift?: unknown } | readonly unknown[];
    const [first, second] = Array.isArray(given)
      ? given
      : [(given as { scale?: unknown }).scale, (given as { shift?: unknown }).shift];
    const scale = numberIn(first);
    const shift = numberIn(second);
    if (scale === undefined || shift === undefined || Number.isNaN(scale + shift)) {
      return { message: "Give two numbers: `{ scale: …, shift: … }`." };
    }
    if (near(scale, wanted.scale) && near(shift, wanted.shift)) return true;
    const found = mistakes.find(([s, t]) => near(scale, s) && near(shift, t));
    if (found !== undefined) return { message: found[2] };
    if (near(scale, wanted.scale)) {
      return { message: "The scale is right. For the shift ask what becomes of the number 0." };
    }
    return {
      message: `With ${scale} · x + ${shift} the number 10, which is the mean, becomes ${10 * scale + shift}. It should become beta, 1.`,
    };
  },
  because:
    "(x - 10) / 2 · 3 + 1 is 1.5 · x - 14. Everything in it is fixed once training is over, so a network that only answers can fold the two numbers into the convolution before, and the layer is gone.",
  hints: [
    "Write the formula out: subtract the mean, divide by the root of the variance, times gamma, plus beta. What stands before x?",
    "The scale is gamma / deviation. The shift is what becomes of x = 0: beta - scale · mean.",
  ],
  solution:
    "The deviation is the root of 4, so 2.\n```\nconst scale = 3 / Math.sqrt(4);        // 1.5\nconst shift = 1 - scale * 10;          // -14\n```",
};
