import { allNear, numbersIn } from "../../exercise/answers.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Case = readonly [window: readonly number[], gradient: number];

const cases: readonly Case[] = [
  [[1, 5, 2, 0], 3],
  [[-4, -1, -3, -2], -2],
  [[7, 1, 2, 6], 0.5],
  [[2, 3, 4, 9], 4],
];

const winner = (window: readonly number[]) => window.indexOf(Math.max(...window));

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: (window: readonly number[], gradient: number) => number[], message: string])[] = [
  [(window, gradient) => window.map(() => gradient / window.length), "That shares the gradient equally, as average pooling does. With a maximum only the winner had a say, so it gets all."],
  [(window, gradient) => window.map(() => gradient), "Every pixel gets the whole gradient. Move a loser a little: the maximum stays as it is, so the gradient there is 0."],
  [(window, gradient) => window.map((value, at) => (at === winner(window) ? gradient * value : 0)), "The right place, but multiplied by the winner's value. The maximum grows exactly as much as its winner: the slope is 1."],
  [(window) => window.map((value, at) => (at === winner(window) ? value : 0)), "The winner keeps its own value here. It should receive the gradient that comes back."],
  [(window) => window.map((_, at) => (at === winner(window) ? 1 : 0)), "Those are the switches: where the winner stands. The gradient that comes back is still to be put there."],
  [(window, gradient) => window.map((_, at) => (at === window.indexOf(Math.min(...window)) ? gradient : 0)), "This pays the smallest. The largest won."],
  [(window, gradient) => window.map((value, at) => (at === window.indexOf([...window].sort((a, b) => Math.abs(b) - Math.abs(a))[0] ?? value) ? gradient : 0)), "This takes the number farthest from zero. Among negative numbers the largest is the one closest to zero."],
  [(window, gradient) => window.map((value, at) => (at === winner(window) && value > 0 ? gradient : 0)), "A winner below zero gets nothing here. That is ReLU's rule; a maximum passes the gradient to its winner whatever its sign."],
]; // biome-ignore format: pairs

export const gradientOfMaximum: ExerciseContent = {
  title: "The way back through a maximum",
  check(answer) {
    if (typeof answer !== "function") {
      return { message: "Pass the function itself: `check(backward)`, without brackets behind its name." };
    }
    const given = cases.map(([window, gradient]) => {
      const result: unknown = answer([...window], gradient);
      return { raw: result, numbers: numbersIn(result) };
    });
    const broken = given.findIndex(({ numbers }) => numbers?.length !== 4);
    if (broken >= 0) {
      if (given[broken]?.raw === undefined)
        return { message: "The function returns nothing. Is a `return` missing?" };
      return { message: "Return an array of four numbers, one for each pixel of the window." };
    }
    const matches = (rule: (window: readonly number[], gradient: number) => number[]) =>
      cases.every(([window, gradient], index) =>
        allNear(given[index]?.numbers ?? [], rule(window, gradient)),
      );
    if (matches((window, gradient) => window.map((_, at) => (at === winner(window) ? gradient : 0))))
      return true;
    const found = mistakes.find(([rule]) => matches(rule));
    if (found !== undefined) return { message: found[1] };
    const wrong = cases.findIndex(
      ([window, gradient], index) =>
        !allNear(
          given[index]?.numbers ?? [],
          window.map((_, at) => (at === winner(window) ? gradient : 0)),
        ),
    );
    const [window, gradient] = cases[wrong] as Case;
    return {
      message: `For the window [${window}] and the gradient ${gradient} it returns [${given[wrong]?.numbers}]. Which pixel would change the maximum, if it grew a little?`,
    };
  },
  because:
    "Only the winner decides what comes out, so the whole gradient goes to it and the others get 0. Implementations remember on the way forward where the winner stood: these notes are the switches.",
  hints: [
    "Take the window [1, 5, 2, 0]. By how much does its maximum change when the 2 becomes 2.1? And when the 5 becomes 5.1?",
    "Find the place of the largest with `window.indexOf(Math.max(...window))`. That place gets `gradient`, all others 0.",
  ],
  solution:
    "```\nconst backward = (window: number[], gradient: number) => {\n  const winner = window.indexOf(Math.max(...window));\n  return window.map((_, at) => (at === winner ? gradient : 0));\n};\n```",
};
