import { platformHint } from "./platformHints.js";

const twice =
  "This cell declares it twice: leave one out, or declare it with let and assign it the second time. Another cell may declare it again.";

/** What a reader of a notebook may do, where TypeScript's words speak of other programs; by the number of the error. */
const hints: ReadonlyMap<number, string> = new Map([
  [1108, "A cell is no function: leave return out, the value of its last line is shown."],
  [1308, "Write async before the function around it."],
  [2300, twice],
  [2304, "If another cell declares it, run that one first."],
  [2393, twice],
  [2451, twice],
  [2588, "Declare it with let to assign it."],
  [2695, "To show several values: display(a, b)."],
]);

/** TypeScript's words for an error, with one more sentence where that helps in a notebook. */
export function withHint(words: string, code: number): string {
  const hinted = platformHint(words, code);
  if (hinted !== undefined) return hinted;
  if (code === 2339 && /on type 'Promise</.test(words)) return `${words} Did you forget await before it?`;
  const hint = hints.get(code);
  return hint === undefined ? words : `${words} ${hint}`;
}
