import { type Box, intersectionOverUnion } from "../../../arithmetic/maps/boxes.js";
import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { oneNumber } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

const box = (top: number, left: number, bottom: number, right: number): Box => ({ top, left, bottom, right });
type Case = readonly [a: Box, b: Box];
const cases: readonly Case[] = [
  [box(0, 0, 4, 4), box(0, 2, 4, 6)],
  [box(0, 0, 2, 2), box(5, 6, 7, 9)],
  [box(1, 1, 9, 9), box(2, 3, 5, 5)],
  [box(2, 3, 5, 5), box(1, 1, 9, 9)],
  [box(3, 3, 6, 8), box(3, 3, 6, 8)],
  [box(0, 0, 2, 3), box(0, 3, 2, 6)],
  [box(0, 0, 3, 3), box(1, 5, 4, 7)],
  [box(0, 0, 4, 4), box(2, 2, 6, 6)],
  [box(5, 1, 9, 4), box(2, 3, 7, 8)],
  [box(4, 4, 8, 9), box(0, 0, 2, 3)],
  [box(6, 2, 9, 5), box(1, 3, 4, 9)],
];

const area = ({ top, left, bottom, right }: Box) => (bottom - top) * (right - left);
const high = (a: Box, b: Box) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
const wide = (a: Box, b: Box) => Math.min(a.right, b.right) - Math.max(a.left, b.left);
const shared = (a: Box, b: Box) => Math.max(0, high(a, b)) * Math.max(0, wide(a, b));
const unheld = (a: Box, b: Box) => high(a, b) * wide(a, b);
const around = (a: Box, b: Box) =>
  (Math.max(a.bottom, b.bottom) - Math.min(a.top, b.top)) *
  (Math.max(a.right, b.right) - Math.min(a.left, b.left));
const grown = ({ top, left, bottom, right }: Box) => box(top, left, bottom + 1, right + 1);

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: (a: Box, b: Box) => number, message: string])[] = [
  [(a, b) => unheld(a, b) / (area(a) + area(b) - unheld(a, b)), "Boxes that lie apart get more than 0 or less: height and width of what they share came out below zero. Hold both at 0."],
  [(a, b) => Math.max(0, unheld(a, b)) / (area(a) + area(b) - Math.max(0, unheld(a, b))), "Two boxes that lie apart on both axes get more than 0: two numbers below zero make a positive area. Hold each side at 0, then multiply."],
  [(a, b) => shared(a, b) / (area(a) + area(b)), "What both share is counted twice in the sum of the areas. Take it away once."],
  [(a, b) => shared(a, b) / area(a), "That is the share of the first box alone. A box as large as the image would find everything."],
  [(a, b) => shared(a, b) / area(b), "That is the share of the second box alone. A box as large as the image would find everything."],
  [(a, b) => shared(a, b) / Math.min(area(a), area(b)), "Divided by the smaller box. Then a box inside another one is as good as an equal one."],
  [(a, b) => shared(a, b) / Math.max(area(a), area(b)), "Divided by the larger box. The union is what both cover together."],
  [(a, b) => shared(a, b) / around(a, b), "Divided by the smallest box around both. It holds corners that neither covers; the union is both areas less what they share."],
  [(a, b) => (2 * shared(a, b)) / (area(a) + area(b)), "That is twice the intersection over the sum of the areas, which others call Dice. Divide by the union, without the 2."],
  [(a, b) => shared(a, b), "That is the intersection. It is still to be divided by the union."],
  [(a, b) => 100 * intersectionOverUnion(a, b), "That is in percent. Give a number from 0 to 1."],
  [(a, b) => 1 - intersectionOverUnion(a, b), "That is 1 minus the overlap: 0 for equal boxes. Equal boxes should get 1."],
  [(a, b) => intersectionOverUnion(grown(a), grown(b)), "A pixel too much on each side: `bottom` and `right` are already outside, so the height is `bottom - top`."],
]; // biome-ignore format: pairs

export const overlapFunction: ExerciseContent = {
  title: "Intersection over union",
  check: functionCheck<Case, number>({
    name: "overlap",
    takes: ["a", "b"],
    cases,
    returns: oneNumber,
    right: intersectionOverUnion,
    mistakes,
    hintAt: (_, __, a, b) =>
      `They share ${shared(a, b)} pixels and cover ${area(a) + area(b) - shared(a, b)}.`,
  }),
  because:
    "The measure asks for both: a box too small shares little, a box too large covers much. The contest on ImageNet calls an object localised from 0.5 on.",
  hints: [
    "What two boxes share is a box again. It begins where the later one begins and ends where the earlier one ends, along each axis.",
    "`Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)`, held at 0, is its height. The union is both areas less what they share.",
  ],
  solution:
    "```\nconst overlap = (a: Box, b: Box) => {\n  const high = Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));\n  const wide = Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left));\n  const area = (box: Box) => (box.bottom - box.top) * (box.right - box.left);\n  return (high * wide) / (area(a) + area(b) - high * wide);\n};\n```",
};
