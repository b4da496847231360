import type { Matrix } from "../../../arithmetic/matrix.js";
import { averagePool, maxPool } from "../../../arithmetic/pool.js";
import { matrixIn } from "../../exercise/answers/matrices.js";
import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { rowsOfNumbers } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

const cases: readonly Matrix[] = [
  [[-3, -1, -2], [-5, -4, -6], [-9, -7, -8]],
  [[1, -1, 0], [-1, 2, 1], [0, 2, -2]],
  [[-2000, 5, -1500], [3, -4, -3000], [-1500, -2500, -1200], [4, 4, 4], [-7, -8, -9]],
  [[-1, 2], [3, -4]],
  [[-9, -8, -7], [-6, -5, -4], [-3, -2, -1]],
  [[-(2 ** 40), -3 * 2 ** 40, -(2 ** 42)]],
  [[-3, -1, 0], [-5, -4, -6], [-9, -7, 0]],
  [[-4, -2, -6]],
  [[-5], [-1], [-3]],
]; // biome-ignore format: matrices

const same = { size: 2, padding: "same" } as const;
const filled = (image: Matrix, value: number, side: "before" | "after") => {
  const [height, width] = [image.length, image[0]?.length ?? 0];
  const [tall, wide] = [height + (height % 2), width + (width % 2)];
  const [top, left] = side === "before" ? [tall - height, wide - width] : [0, 0];
  return Array.from({ length: tall }, (_, y) =>
    Array.from({ length: wide }, (_, x) => image[y - top]?.[x - left] ?? value),
  );
};

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: (image: Matrix) => Matrix, message: string])[] = [
  [(image) => maxPool(filled(image, 0, "after"), { size: 2 }), "The border still competes with zeros. Fill it with something that can never win. (`Number.MIN_VALUE` is no help: it lies just above 0.)"],
  [(image) => maxPool(filled(image, 0, "before"), { size: 2 }), "The border still competes with zeros, and the padding has moved to the other side."],
  [(image) => maxPool(filled(image, Number.NEGATIVE_INFINITY, "before"), { size: 2 }), "The padding can no longer win. But it stands on the wrong side now: the extra pixel goes after, below and on the right."],
  [(image) => maxPool(image, { size: 2 }), "The windows at the border are gone: that is `valid`. With `same` a row of 3 gives 2 places."],
  [(image) => maxPool(image, { size: 2, padding: 1 }), "That adds a row and a column on every side, so all windows stand elsewhere. Only below and on the right is something missing."],
  [(image) => averagePool(image, same), "Those are means. The repair is about the padding; the largest is still asked."],
  [(image) => maxPool(filled(image, -1, "after"), { size: 2 }), "-1 loses more often than 0, and still wins against -2. Which number loses against every number?"],
  [(image) => maxPool(filled(image, -100, "after"), { size: 2 }), "-100 loses against most numbers and wins against -1500. Which number loses against every number?"],
  [(image) => maxPool(filled(image, -255, "after"), { size: 2 }), "-255 is beaten by pixels, but a feature map may hold smaller numbers. Which number loses against every number?"],
  [(image) => maxPool(filled(image, -1000, "after"), { size: 2 }), "-1000 loses against most numbers and wins against -1500. Which number loses against every number?"],
  [(image) => maxPool(image.map((row) => row.map((value) => Math.max(0, value))), same), "This cuts off everything below zero. That hides the fault by throwing numbers away."],
  [(image) => maxPool(image.map((row) => row.map(Math.abs)), same), "This drops the signs: -3 is smaller than 1, not larger."],
]; // biome-ignore format: pairs

export const repairedPadding: ExerciseContent = {
  title: "Repair: a maximum padded with zeros",
  check: functionCheck<[Matrix], Matrix>({
    name: "mended",
    takes: ["map"],
    cases: cases.map((map) => [map]),
    returns: rowsOfNumbers,
    right: (map) => maxPool(map, same),
    mistakes,
    hintAt: (value, wanted, map) =>
      strangerIn(value, wanted, map) ?? "The largest real number of each window is wanted.",
    instead: (answer) =>
      matrixIn(answer) && {
        message: "Pass the mended function, not its result: it is tried on other maps as well.",
      },
  }),
  because:
    "Minus infinity loses against every number, so a window at the border answers with its largest real number. Zeros are fine only where nothing is below zero, as after ReLU; that is why this fault can hide for a long time.",
  hints: [
    "Look at the zeros in the result. Not one number of the map is zero, so where do they come from?",
    "What is filled in must lose against every number. JavaScript has such a number: `-Infinity`. Or leave the padding to `maxPool`, which knows.",
  ],
  solution:
    '```\nconst mended = (map: number[][]) => maxPool(map, { size: 2, padding: "same" });\n```\nOr keep the function and fill with `-Infinity` instead of 0.',
};

/** Said where a result of the right height holds a number that the map does not: most often it was filled in, and won. */
function strangerIn(value: Matrix, wanted: Matrix, map: Matrix): string | undefined {
  if (value.length !== wanted.length) return undefined;
  const stranger = value.flat().find((number) => !map.flat().includes(number));
  if (stranger === undefined) return undefined;
  return `The map has no ${stranger}. A maximum is one of its numbers; what is filled in must lose against every number that a map may hold.`;
}
