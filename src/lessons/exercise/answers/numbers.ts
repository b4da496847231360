import { isPlain } from "./named.js";
import { listsMeant, numbersMeant } from "./texts.js";
import { type Values, valuesIn } from "./values.js";

/** One number in whatever form: 4.5, "4,5", "9/2", `[4.5]`, `[[4.5]]`, a tensor, `{ logit: 4.5 }`; undefined for anything else. */
export function numberIn(answer: unknown): number | undefined {
  return numbersFor(answer)[0];
}

/** All that a text may mean, "63.600" for instance 63.6 and 63,600; of any other answer its one number. */
export function numbersFor(answer: unknown): number[] {
  if (typeof answer === "string") {
    const meant = numbersMeant(answer);
    if (meant.length > 0) return meant;
  }
  if (isPlain(answer)) {
    const inside = Object.values(answer);
    if (inside.length === 1) return numbersFor(inside[0]);
  }
  if (Array.isArray(answer) && answer.length === 1) return numbersFor(answer[0]);
  const values = valuesIn(answer)?.numbers;
  return values?.length === 1 ? values : [];
}

/** The numbers of a list in a row, whatever its form; undefined where one is not a number. */
export function numbersIn(answer: unknown): number[] | undefined {
  const values = listed(answer);
  return values === undefined || values.shape.length === 0 ? undefined : values.numbers;
}

/** Numbers of one axis: a list, also inside `[…]` or as a column; undefined for a table of several rows. */
export function listIn(answer: unknown): number[] | undefined {
  const values = listed(answer);
  if (values === undefined || values.shape.length === 0) return undefined;
  return values.shape.filter((length) => length !== 1).length <= 1 ? values.numbers : undefined;
}

/** Where a list is asked, the comma in "1,2" parts two numbers. */
function listed(answer: unknown): Values | undefined {
  return valuesIn(typeof answer === "string" ? listsMeant(answer) : answer);
}
