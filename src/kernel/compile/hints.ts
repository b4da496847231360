/** What a reader of a notebook may do about an error, where TypeScript's words speak of other programs. */
const hints: ReadonlyMap<number, string> = new Map([
  [1108, "A cell is no function: put the value last in the cell, without return."],
  [1105, "A cell is no loop: break belongs into one."],
  [1308, "Write async before this function."],
  [1378, "Write async before this function."],
  [2451, "It is declared twice in this cell: leave one out, or assign the second time, with let the first time. Another cell may declare it again."],
  [2552, ""],
  [2580, ""],
  [2588, "Declare it with let instead of const."],
  [2632, "Declare it with let instead of const."],
  [2584, "Cells run in Node, where there is no page. To show HTML: import { display } from \"tslab\"; display.html(\"…\")."],
]);

/** Names of a browser, by which TypeScript asks for the library `dom`. */
const ofBrowsers = /^Cannot find name '(?:window|document|navigator|localStorage|sessionStorage|location)'/;

/** TypeScript's words for an error, and one more sentence where it helps. */
export function withHint(words: string, code: number): string {
  if (code === 2584 || ((code === 2304 || code === 2552) && ofBrowsers.test(words)))
    return `${words.split(". ")[0]?.replace(/\.$/, "")}. ${hints.get(2584)}`;
  if (code === 2304 && /^Cannot find name '(?:np|plt|pd)'/.test(words)) return words;
  const hint = hints.get(code);
  return hint === undefined || hint === "" ? words : `${words} ${hint}`;
}
