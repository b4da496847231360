import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { listOfNumbers } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Numbers = readonly number[];
type Case = readonly [window: Numbers, gradient: number];

const cases: readonly Case[] = [
  [[1, 5, 2, 0], 3],
  [[-4, -1, -3, -2], -2],
  [[7, 1, 2, 6], 0.5],
  [[2, 3, 4, 9], 4],
  [[0, -6, -2, -1], 5],
  [[-3, -9, -8, -7], 1.5],
];

const winner = (window: readonly number[]) => window.indexOf(Math.max(...window));

/** What to look at: how many numbers, what the losers get, or what the winner gets. */
function hintFor(value: Numbers, wanted: Numbers): string {
  if (value.length !== wanted.length) return "Return four numbers, one for each of the window.";
  const place = wanted.findIndex((each) => each !== 0);
  if (value.every((each, at) => at === place || each === 0) && value[place] !== 0)
    return "The place is right. By how much does the maximum grow when its winner grows by 0.1, and what does the loss feel of it?";
  if (value[place] === wanted[place])
    return "The winner gets the right amount. Move a loser a little: what happens to the maximum?";
  return "Which number would change the maximum, if it grew a little?";
}

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: (window: readonly number[], gradient: number) => number[], message: string])[] = [
  [(window, gradient) => window.map(() => gradient / window.length), "That shares the gradient equally, as average pooling does. With a maximum only the winner had a say, so it gets all."],
  [(window, gradient) => window.map(() => gradient), "Every pixel gets the whole gradient. Move a loser a little: the maximum stays as it is, so the gradient there is 0."],
  [(window, gradient) => window.map((value, at) => (at === winner(window) ? gradient * value : 0)), "The right place, but multiplied by the winner's value. The maximum grows exactly as much as its winner: the slope is 1."],
  [(window) => window.map((value, at) => (at === winner(window) ? value : 0)), "The winner keeps its own value here. It should receive the gradient that comes back."],
  [(window) => window.map((_, at) => (at === winner(window) ? 1 : 0)), "Those are the switches: where the winner stands. The gradient that comes back is still to be put there."],
  [(window, gradient) => window.map((_, at) => (at === window.indexOf(Math.min(...window)) ? gradient : 0)), "This pays the smallest. The largest won."],
  [(window, gradient) => window.map((value, at) => (at === window.indexOf([...window].sort((a, b) => Math.abs(b) - Math.abs(a))[0] ?? value) ? gradient : 0)), "This takes the number farthest from zero. Among negative numbers the largest is the one closest to zero."],
  [(window, gradient) => window.map((_, at) => (at === window.indexOf(Math.max(0, ...window)) || (at === 0 && Math.max(...window) < 0) ? gradient : 0)), "The search starts from 0, so among negative numbers the first one wins unasked. Start from the first number, or from `-Infinity`."],
  [(window, gradient) => window.map((value, at) => (at === winner(window) && value > 0 ? gradient : 0)), "A winner below zero gets nothing here. That is ReLU's rule; a maximum passes the gradient to its winner whatever its sign."],
]; // biome-ignore format: pairs

export const gradientOfMaximum: ExerciseContent = {
  title: "The way back through a maximum",
  check: functionCheck<Case, Numbers>({
    name: "backward",
    takes: ["window", "gradient"],
    cases,
    returns: listOfNumbers,
    right: (window, gradient) => window.map((_, at) => (at === winner(window) ? gradient : 0)),
    mistakes,
    hintAt: hintFor,
  }),
  because:
    "Only the winner decides what comes out, so the whole gradient goes to it and the others get 0. Implementations remember on the way forward where the winner stood: these notes are the switches.",
  hints: [
    "Take the window [1, 5, 2, 0]. By how much does its maximum change when the 2 becomes 2.1? And when the 5 becomes 5.1?",
    "Find the place of the largest with `window.indexOf(Math.max(...window))`. That place gets `gradient`, all others 0.",
  ],
  solution:
    "```\nconst backward = (window: number[], gradient: number) => {\n  const winner = window.indexOf(Math.max(...window));\n  return window.map((_, at) => (at === winner ? gradient : 0));\n};\n```",
};
