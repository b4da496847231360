import { near } from "../exercise/answers/compare.js";
import { matrixIn } from "../exercise/answers/matrices.js";
import { isPlain } from "../exercise/answers/named.js";
import { listIn, numbersIn } from "../exercise/answers/numbers.js";
import { shapeIn } from "../exercise/answers/shapes.js";
import { type Values, valuesIn } from "../exercise/answers/values.js";
import type { Judgement } from "./judgement.js";
import { valuesShown } from "./shown.js";

/** What is said of a guess at a shape, a list of numbers or a table of them; undefined if no numbers can be read in it. */
export function judgeList(guess: unknown, answer: Values): Judgement | undefined {
  const read = answer.shape.length === 1 ? rowIn(guess) : tableIn(guess, answer);
  if (read === undefined) return undefined;
  const shown = valuesShown(read);
  if (String(read.shape) !== String(answer.shape))
    return { closeness: "off", guess: shown, sentence: sizeSentence(read, answer) };
  const right = answer.numbers.filter((value, at) => near(read.numbers[at] as number, value, 0.02)).length;
  const all = answer.numbers.length;
  if (right === all) return { closeness: "right", guess: shown, sentence: "" };
  if (sameNumbers(read.numbers, answer.numbers))
    return { closeness: "near", guess: shown, sentence: "The right numbers, in another order." };
  const closeness = right >= 0.75 * all ? "near" : right >= 0.5 * all ? "close" : "off";
  return { closeness, guess: shown, sentence: `${right === 0 ? "None" : right} of ${all} in place.` };
}

function rowIn(guess: unknown): Values | undefined {
  const single = valuesIn(guess);
  const numbers =
    shapeIn(guess) ??
    listIn(guess) ??
    (isPlain(guess) ? numbersIn(Object.values(guess)) : undefined) ??
    (single?.shape.length === 0 ? single.numbers : undefined);
  return numbers && { numbers: [...numbers], shape: [numbers.length] };
}

function tableIn(guess: unknown, { shape }: Values): Values | undefined {
  const [height = 0, width = 0] = shape;
  const rows = shape.length === 2 ? matrixIn(guess, { height, width }) : undefined;
  return (rows && valuesIn(rows)) ?? valuesIn(guess);
}

function sizeSentence(read: Values, answer: Values): string {
  const said = (values: Values) =>
    values.shape.length === 1 ? `${values.shape[0]}` : values.shape.join(" x ");
  const inside = answer.shape.length === 1 && contains(answer.numbers, read.numbers);
  const sizes = `The answer has ${said(answer)} numbers, your guess ${said(read)}.`;
  return inside ? `${sizes} Those you gave are among them, in this order.` : sizes;
}

/** Whether some numbers stand in a row within others. */
function contains(all: readonly number[], some: readonly number[]): boolean {
  return (
    some.length > 1 &&
    some.length < all.length &&
    all.some((_, from) => some.every((value, at) => value === all[from + at]))
  );
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  const sorted = (list: readonly number[]) => String([...list].sort((x, y) => x - y));
  return sorted(a) === sorted(b);
}
