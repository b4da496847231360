import { allNear } from "../../exercise/answers/compare.js";
import type { Names } from "../../exercise/answers/named.js";
import { rowIn } from "../../exercise/answers/shapes.js";
import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { listOfNumbers } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Input = readonly [weight: number, speed: number, slope: number, rate: number, momentum: number];
type Rule = (...input: Input) => readonly [weight: number, speed: number];

const cases: readonly Input[] = [
  [1, 0, -16, 0.05, 0.5],
  [1.8, -16, -9.6, 0.05, 0.5],
  [3, 4, 0, 0.1, 0.9],
  [-2, 3, 5, 0.2, 0],
];

const right: Rule = (weight, speed, slope, rate, momentum) => {
  const next = momentum * speed + slope;
  return [weight - rate * next, next];
};

const names: Names = [
  ["weight", "w", "newWeight", "nextWeight"],
  ["speed", "v", "newSpeed", "nextSpeed", "velocity", "next"],
];

const rateInside =
  "Here the learning rate is inside the speed. Some books do so; ours, as TensorFlow, makes the speed of slopes alone, and the rate comes in when the weight moves.";

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [(w, _, s, r) => [w - r * s, s], "This is plain gradient descent: the old speed is forgotten."],
  [(w, v, s, r, m) => [w - r * s, m * v + s], "The speed is right, but the weight moved by the slope alone. It moves by the new speed."],
  [(w, v, s, r, m) => [w - r * v, m * v + s], "The weight moved by the old speed. First make the new one, then move by it."],
  [(w, v, s, r, m) => [w + r * (m * v + s), m * v + s], "The weight went uphill. The step is taken off."],
  [(w, v, s, _, m) => [w - (m * v + s), m * v + s], "The learning rate is missing."],
  [(w, v, s, r) => [w - r * (v + s), v + s], "The old speed was kept whole. Only the part `momentum` of it stays."],
  [(w, v, s, r, m) => [w - r * (m * v + (1 - m) * s), m * v + (1 - m) * s], "Here the slope was made smaller by 1 - momentum. Some books do so; ours, as TensorFlow, adds the whole slope."],
  [(w, v, s, r, m) => [w - m * v - r * s, m * v + s], "The learning rate belongs to the whole speed, not to the slope alone."],
  [(w, v, s, r, m) => [w - (m * v + r * s), m * v + r * s], rateInside],
  [(w, v, s, r, m) => [w + m * v - r * s, m * v - r * s], rateInside],
  [(w, v, s, r, m) => [w - r * (m * v + r * s), m * v + r * s], "The learning rate comes in twice. The speed is made of slopes alone; the rate comes in when the weight moves."],
  [(w, v, s, r, m) => [w + r * (m * v - s), m * v - s], "The slope is added to the speed, and the step is taken off the weight. Here both signs are turned round."],
  [(w, v, s, r) => [w - r * (0.5 * v + s), 0.5 * v + s], "This keeps half of the speed, as the table does. Keep the part `momentum`."],
  [(w, v, s, r, m) => [w - r * m * (v + s), m * (v + s)], "Momentum makes the old speed smaller, not the slope."],
  [(...input) => [right(...input)[1], right(...input)[0]], "The numbers are right, the order is not: first the weight, then the speed."],
]; // biome-ignore format: pairs

export const momentumStep: ExerciseContent = {
  title: "A step with momentum",
  check: functionCheck<Input, readonly number[]>({
    name: "momentumStep",
    takes: ["weight", "speed", "slope", "rate", "momentum"],
    cases,
    returns: {
      ...listOfNumbers,
      asked: "the new weight and the new speed, `[weight, speed]`",
      read: (result) => rowIn(result, names),
    },
    right,
    mistakes,
    hintAt: (value, wanted) =>
      allNear(value.slice(1), wanted.slice(1))
        ? "The speed is right. The new weight is the old one less the rate times this speed."
        : allNear(value.slice(0, 1), wanted.slice(0, 1))
          ? "The weight is right. Return the new speed beside it, for the next step."
          : undefined,
  }),
  because:
    "With momentum 0 it is the plain step. Where slopes keep their sign the speed grows; where they take turns, it cancels.",
  hints: [
    "Two lines: first the new speed, of the old speed and the slope. Then the new weight.",
    "`const next = momentum * speed + slope;` and the weight loses `rate * next`. Return both in a list.",
  ],
  solution:
    "```\nfunction momentumStep(weight: number, speed: number, slope: number, rate: number, momentum: number) {\n  const next = momentum * speed + slope;\n  return [weight - rate * next, next];\n}\n```",
};
