import { codeOf, codeShape, digitCodes } from "../../../networks/models/lenet/codes.js";
import { formOf } from "../../exercise/answers/form.js";
import { matrixIn } from "../../exercise/answers/matrices.js";
import { holesIn, type Ink, piecesOf } from "../../exercise/checks/loops.js";
import type { ExerciseContent } from "../../exercise/content.js";

const codes = digitCodes.map(codeOf);
const eight = codes[8] as number[];
const [apart, changes] = [24, 16];

const differences = (a: readonly number[], b: readonly number[]) =>
  a.filter((value, index) => value !== b[index]).length;

export const ownEight: ExerciseContent = {
  title: "An 8 of your own",
  check(answer) {
    const ink = inkIn(answer);
    if (ink === undefined)
      return {
        message: `Give the drawing as text: 12 lines of 7 signs, # or a dot. This is ${formOf(answer)}.`,
      };
    const own = ink.flat().map((filled) => (filled ? 1 : -1));
    const changed = differences(own, eight);
    if (changed === 0) return { message: "That is our 8. It differs from the 5 in 21 places only." };
    if (changed > changes) {
      return {
        message: `This changes ${changed} of the 84 places of our 8. Stay within ${changes}, so that it stays an 8.`,
      };
    }
    const broken = noEight(ink);
    if (broken !== undefined) return { message: broken };
    const near = codes.flatMap((code, digit) => {
      const places = differences(own, code);
      return digit === 8 || places >= apart ? [] : [`the ${digit} in ${places}`];
    });
    if (near.length === 0) return true;
    return {
      message: `Too close still. It differs from ${near.join(" and from ")} places; ${apart} are wanted.`,
    };
  },
  because:
    "Codes that differ in more places lie further apart, four for each place, so that F6 may be further off before a neighbour is nearer. Whether that makes fewer mistakes is another question: train a network with `codes` and see.",
  hints: [
    "Our 8 is closest to the 5 and to the 0. Where do all three agree? A sign changed there moves the 8 away from both.",
    "Make the upper loop narrower than the lower one. Three lines are enough.",
  ],
  solution:
    "One of many: in lines 2, 3 and 4 write `.##.##.` for `##...##`. Twelve places change, the 5 is then 25 places away, the 0 26, and the nearest is the 3 with 24.",
};

/** Ink by signs or by numbers: text, lines of text, rows of 0 and 1 or of -1 and 1; undefined for another size. */
function inkIn(answer: unknown): Ink | undefined {
  const lines =
    Array.isArray(answer) && answer.every((line) => typeof line === "string") ? answer : undefined;
  const text = typeof answer === "string" ? answer.split("\n") : lines;
  const drawn = text?.map((line: string) => line.trim()).filter((line) => line !== "");
  if (drawn?.length === codeShape.height && drawn.every((line) => /^[#xX@█.\-_·]{7}$/.test(line)))
    return drawn.map((line) => [...line].map((sign) => /[#xX@█]/.test(sign)));
  const rows = matrixIn(answer, codeShape);
  if (rows?.length !== codeShape.height || rows.some((row) => row.length !== codeShape.width))
    return undefined;
  return rows.flat().every((sign) => [-1, 0, 1].includes(sign))
    ? rows.map((row) => row.map((sign) => sign > 0))
    : undefined;
}

/** What keeps a drawing from being an 8: one line that encloses two fields, the one above the other. */
function noEight(ink: Ink): string | undefined {
  const holes = holesIn(ink);
  const pieces = piecesOf(ink);
  if (pieces > 1) return `That is no 8 any more: its ink falls into ${pieces} pieces. Keep it in one.`;
  if (holes.length !== 2)
    return `That is no 8 any more: an 8 encloses two fields of paper, and this drawing encloses ${holes.length}. Keep both loops closed and empty.`;
  const rows = holes.map((hole) => hole.map(({ row }) => row));
  const [upper = [], lower = []] = rows;
  return Math.max(...upper) < Math.min(...lower)
    ? undefined
    : "That is no 8 any more: its two loops lie side by side. The one belongs above the other.";
}
