import { near } from "../../exercise/answers/compare.js";
import { formOf } from "../../exercise/answers/form.js";
import type { Names } from "../../exercise/answers/named.js";
import { rowIn } from "../../exercise/answers/shapes.js";
import { numberText, textsApart } from "../../exercise/checks/written.js";
import type { ExerciseContent } from "../../exercise/content.js";

const names: Names = [
  ["scale", "factor", "slope", "a", "weight", "w", "multiply"],
  ["shift", "offset", "bias", "b", "add"],
];

/** Mean 10, variance 4, gamma 3, beta 1, nothing added to the variance. */
const wanted = { scale: 1.5, shift: -14 };

const mistakes: readonly (readonly [scale: number, shift: number, message: string])[] = [
  [1.5, 1, "The scale is right. The shift is not beta alone: the mean is subtracted before scaling, so minus scale times mean is part of it."],
  [1.5, 16, "The scale is right. The mean is taken away, not added: beta - scale · mean."],
  [1.5, -10, "The scale is right. The mean is subtracted before the scaling, so it is scaled too; and beta comes after."],
  [1.5, -9, "The scale is right. The mean is subtracted before the scaling, so it is scaled too: beta - scale · mean."],
  [0.75, 1, "That divides by the variance. Divide by its root, the standard deviation, which is 2. And the shift is not beta alone: the mean is subtracted before scaling."],
  [0.75, -6.5, "That divides by the variance. Divide by its root, the standard deviation, which is 2."],
  [0.75, -14, "That divides by the variance. Divide by its root, the standard deviation, which is 2. (The shift is right.)"],
  [3 / 16, -0.875, "That divides by the variance squared. Divide by its root, the standard deviation, which is 2."],
  [3 / Math.sqrt(4 + 1e-3), 1 - 30 / Math.sqrt(4 + 1e-3), "Nearly: a small number has been added to the variance, as in the cell above. Here nothing is added: divide by 2."],
  [3, -29, "Gamma is only part of the scale: the numbers are divided by the standard deviation as well."],
  [0.5, -5, "That makes mean 0 and deviation 1. Gamma and beta, the two learned numbers, are still to come."],
  [0.5, -4, "Gamma is missing: it multiplies what has been divided by the standard deviation."],
  [6, -59, "That multiplies by the standard deviation. Divide by it."],
]; // biome-ignore format: rows

export const foldedNormalisation: ExerciseContent = {
  title: "Batch normalisation as one scale and one shift",
  check(answer) {
    const pair = rowIn(answer, names);
    if (pair?.length !== 2)
      return { message: `Give two numbers: \`{ scale: …, shift: … }\`. This is ${formOf(answer)}.` };
    const [scale = Number.NaN, shift = Number.NaN] = pair;
    if (!Number.isFinite(scale + shift))
      return { message: `Give two numbers: \`{ scale: …, shift: … }\`. These are ${scale} and ${shift}.` };
    if (near(scale, wanted.scale) && near(shift, wanted.shift)) return true;
    const found = mistakes.find(([s, t]) => near(scale, s) && near(shift, t));
    return { message: found?.[2] ?? otherwise(scale, shift) };
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

/** What the pair makes of the mean; or, if that comes out, of a number one deviation above. */
function otherwise(scale: number, shift: number): string {
  if (near(scale, wanted.scale)) return "The scale is right. For the shift ask what becomes of the number 0.";
  const made = (x: number) => scale * x + shift;
  const start = `With ${numberText(scale)} · x + ${numberText(shift)}`;
  if (!near(made(10), 1)) {
    const [own, one] = textsApart(made(10), 1);
    return `${start} the number 10, which is the mean, becomes ${own}. It should become beta, ${one}.`;
  }
  const [own, four] = textsApart(made(12), 4);
  return `${start} the mean becomes beta, 1, as it should. But 12, one deviation above the mean, becomes ${own}. It should become beta + gamma, ${four}.`;
}
