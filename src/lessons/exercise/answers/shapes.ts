import { fieldsIn, type Names, shapeNames } from "./named.js";
import { listIn, numbersIn } from "./numbers.js";

/**
 * A shape: `[24, 24, 32]`, with TensorFlow's `null` for the batch in front or not, `{ height, width, channels }` and what else
 * people call them, or text such as "24 x 24 x 32".
 */
export function shapeIn(answer: unknown): number[] | undefined {
  if (typeof answer === "string")
    return numbersIn(answer.replace(/^([[(]?)\s*(?:null|none|\?)\s*,\s*/i, "$1"));
  if (Array.isArray(answer) && (answer[0] === null || answer[0] === undefined))
    return numbersIn(answer.slice(1));
  return rowIn(answer, shapeNames) ?? rowIn(answer, shapeNames.slice(0, 2));
}

/** A few numbers in a fixed order: a list, also inside another, or an object by these names. */
export function rowIn(answer: unknown, names: Names): number[] | undefined {
  return listIn(fieldsIn(answer, names) ?? answer);
}
