import { textWidth } from "../../../charts/drawing/textwidth.js";
import type { Refuse, TourPage, TourState } from "./tourPage.js";

/** A tour as it is drawn: titles, lines of words as expressions of Vega, and where the controls stand. */
export interface Tour {
  /** What stands in the list of pages, and above the text. */
  readonly titles: readonly string[];
  readonly heads: readonly string[];
  /** For each page its lines, each line its words. */
  readonly lines: readonly (readonly (readonly string[])[])[];
  readonly states: readonly TourState[];
}

/** The choice behind which no page is shown. */
export const free = "touch freely";

/** What there is room for on a page, in CSS pixels. */
export const most = { lines: 5, width: 556, fontSize: 12, titleSize: 13 };

/** A tour, each word a line of its own: so it can be asked what its words come to. */
export const wordByWord = (
  pages: readonly TourPage[],
  words: readonly (readonly string[])[],
  states: readonly TourState[],
): Tour => ({
  titles: pages.map(({ title }, index) => `${index + 1} ${title}`),
  heads: pages.map(({ title }) => title),
  lines: words.map((each) => each.map((word) => [word])),
  states,
});

/**
 * The words of a page in lines, as wide as what they come to.
 *
 * @throws {RangeError} if there are more lines than room for them
 */
export function broken(words: readonly string[], said: readonly string[], refuse: Refuse): string[][] {
  const lines: string[][] = [];
  let line = "";
  for (const [index, word] of words.entries()) {
    const longer = `${line} ${said[index]}`;
    if (lines.length > 0 && textWidth(longer, most.fontSize) <= most.width) {
      lines.at(-1)?.push(word);
      line = longer;
    } else {
      lines.push([word]);
      line = String(said[index]);
    }
  }
  if (lines.length > most.lines) refuse(`has ${lines.length} lines`, `Shorten its text to ${most.lines}.`);
  return lines;
}
