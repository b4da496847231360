import { crossCorrelate } from "../../../arithmetic/correlate.js";
import type { Matrix } from "../../../arithmetic/matrix.js";
import type { ExerciseContent } from "../../exercise/content.js";
import { kernelIn } from "./matrices.js";

const patterns = {
  "a stroke rising to the right": [[0, 0, 1], [0, 1, 0], [1, 0, 0]],
  "a stroke falling to the right": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  "an upright stroke": [[0, 1, 0], [0, 1, 0], [0, 1, 0]],
  "a lying stroke": [[0, 0, 0], [1, 1, 1], [0, 0, 0]],
}; // biome-ignore format: drawn
const wanted = "a stroke rising to the right";
/** Bright on one side of a border, dark on the other: along the rows, the columns and both diagonals. */
const edges: readonly (readonly [name: string, bright: (row: number, column: number) => boolean])[] = [
  ["above and dark below", (row) => row < 1],
  ["above and in the middle, dark below", (row) => row < 2],
  ["below and dark above", (row) => row > 1],
  ["below and in the middle, dark above", (row) => row > 0],
  ["on the left and dark on the right", (_, column) => column < 1],
  ["on the left and in the middle, dark on the right", (_, column) => column < 2],
  ["on the right and dark on the left", (_, column) => column > 1],
  ["on the right and in the middle, dark on the left", (_, column) => column > 0],
  ["above a falling border", (row, column) => column > row],
  ["below a falling border", (row, column) => column < row],
  ["on a falling border and above it", (row, column) => column >= row],
  ["on a falling border and below it", (row, column) => column <= row],
  ["above a rising border", (row, column) => row + column < 2],
  ["below a rising border", (row, column) => row + column > 2],
  ["on the stroke and above it", (row, column) => row + column <= 2],
  ["on the stroke and below it", (row, column) => row + column >= 2],
];
const drawn = (bright: (row: number, column: number) => boolean): Matrix =>
  [0, 1, 2].map((row) => [0, 1, 2].map((column) => Number(bright(row, column))));
const allBright = [[1, 1, 1], [1, 1, 1], [1, 1, 1]]; // biome-ignore format: drawn

export const diagonalDetector: ExerciseContent = {
  title: "Design a kernel for a rising stroke",
  check(answer) {
    const kernel = kernelIn(answer);
    if ("message" in kernel) return kernel;
    const answerTo = (picture: Matrix) =>
      Number((crossCorrelate(picture, kernel)[0]?.[0] ?? 0).toFixed(6));
    const answers = Object.entries(patterns).map(([name, picture]) => ({ name, value: answerTo(picture) }));
    const own = answers.find(({ name }) => name === wanted)?.value ?? 0;
    const rivals = answers.filter(({ name, value }) => name !== wanted && value > 0);
    const flat = answerTo(allBright);
    if (kernel.flat().every((weight) => weight === 0)) return { message: "All weights are 0: it answers to nothing." };
    if (own <= 0) {
      return { message: `It answers ${own} to ${wanted}, so that ReLU leaves nothing. Weights above 0 belong where the stroke is.` };
    }
    if (flat !== 0) {
      return { message: `It answers ${flat} to a window that is bright all over. Its weights must add up to 0: what lies beside the stroke has to speak against it.` };
    }
    if (rivals.length > 0) {
      const list = rivals.map(({ name, value }) => `${name} (${value})`).join(" and ");
      return { message: `It answers ${own} to ${wanted}, but it also answers to ${list}. The middle pixel lies on all four strokes. What it adds, the two ends of a wrong stroke must take off again.` };
    }
    const edge = edges.find(([, bright]) => answerTo(drawn(bright)) >= own);
    if (edge !== undefined) {
      return { message: `It answers ${own} to ${wanted}, and ${answerTo(drawn(edge[1]))} to a window that is bright ${edge[0]}: that is an edge detector. Both ends of the stroke should speak for it, and what lies on either side against it.` };
    }
    return true;
  },
  because:
    "It answers to one of four strokes, and to no even brightness: a feature, designed by hand. Try it on a few digits: where in a 7 does it answer, and where in a 4?",
  hints: [
    "Put weights above 0 on the three pixels of the stroke and weights below 0 on the rest, and see what the four strokes and the even window give.",
    "Three times 2 along the stroke and six times -1 beside it add up to 0. Now compute the answers to the other three strokes: each shares only the middle pixel.",
  ],
  solution:
    "One of many: `[[-1, -1, 2], [-1, 2, -1], [2, -1, -1]]`. It answers 6 to the rising stroke and 0 to the three others and to a bright window.",
}; // biome-ignore format: messages
