import { requireOptions } from "../../arithmetic/options.js";
import type { Figure } from "../../charts/figure.js";
import { escapeMarkup } from "../../charts/format.js";
import { show } from "../../notebook/show.js";
import { card, markup } from "../exercise/card.js";
import { type Comparison, comparisonOf, type Outcome } from "./comparison.js";

/**
 * Shows a guess and the answer side by side: how near a number came, which numbers of a shape or a list are in place, whether a
 * choice, an order, or each of several answers by name is right. A guess may be written as one likes, `"51 264"` or `"28x28"`;
 * without one the card says so and gives the answer. No guess, however odd, makes it throw.
 *
 * @param guess the reader's; `undefined` is "not guessed"
 * @param answer what the cell has computed: a number, numbers in a list, a name, names in order, yes or no, or an object of these
 * @param options.unit stands behind numbers. With "%" the distance is told in percentage points.
 * @throws {TypeError} if an option has another name
 * @example compare(undefined, 16, { unit: "sums" })
 */
export function compare(guess: unknown, answer: unknown, options: { readonly unit?: string } = {}): void {
  requireOptions("compare guess and answer", options, ["unit"]);
  show(comparisonCard(comparisonOf(guess, answer, options.unit)));
}

const edges: Readonly<Record<Outcome, readonly [heading: string, color: string]>> = {
  right: ["✓ Right", "#2b8a3e"],
  near: ["≈ Near", "#2b8a3e"],
  close: ["≈ Not far off", "#3b8ee0"],
  off: ["↔ A surprise", "#b7791f"],
  open: ["… Not guessed", "#868e96"],
  unread: ["? Not read", "#868e96"],
};

/** The card: a word and a mark as well as a colour. As text it has a line that begins with "The answer: ". */
export function comparisonCard({ outcome, guess, answer, rows, note }: Comparison): Figure {
  const [heading, color] = edges[outcome];
  const said = rows.filter(({ name, sentence }) => name !== undefined && sentence !== "");
  const lines = [
    ...(guess === undefined ? [] : [`Your guess: ${guess}`]),
    `The answer: ${answer}`,
    ...said.map(({ name, sentence }) => `${name}: ${sentence}`),
    ...(note === "" ? [] : [note]),
  ];
  const inside = `${tableOf(rows)}${note === "" ? "" : `<div>${markup(note)}</div>`}`;
  return card(heading, lines.join("\n"), color, inside);
}

/** Guess and answer in two columns; several answers have a row each, with its name in front and what is said behind. */
function tableOf(rows: Comparison["rows"]): string {
  const named = rows.some(({ name }) => name !== undefined);
  const guessed = rows.some(({ guess }) => guess !== undefined);
  const head = [
    ...(named ? [""] : []),
    ...(guessed ? ["your guess"] : []),
    "the answer",
    ...(named ? [""] : []),
  ];
  const lines = rows.map(({ name, guess, answer, sentence }) => [
    ...(named ? [name ?? ""] : []),
    ...(guessed ? [guess ?? "–"] : []),
    answer,
    ...(named ? [sentence] : []),
  ]);
  const left = 'style="text-align: left; padding-right: 2em"';
  const headHtml = head.map((text) => `<th ${left}>${escapeMarkup(text)}</th>`).join("");
  const rowHtml = lines.map(
    (line) => `<tr>${line.map((text) => `<td ${left}>${escapeMarkup(text)}</td>`).join("")}</tr>`,
  );
  return `<table style="margin: 4px 0"><thead><tr>${headHtml}</tr></thead><tbody>${rowHtml.join("")}</tbody></table>`;
}
