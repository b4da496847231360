import type { Cell } from "../notebooks/notebook.js";
import { predictionsIn } from "./predictions.js";

interface Output {
  readonly text?: string | readonly string[];
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * Where a lesson gives an answer away: its value in the prose or the outputs of the section up to the guess, or in the guess's own
 * cell. The value is read from the card that `compare` has left in the outputs; where there is none, that is a fault as well.
 * Names to choose from stand in their question, so only numbers are looked for.
 */
export function giveaways(cells: readonly Cell[]): string[] {
  return predictionsIn(cells).flatMap(({ number, at }) => {
    const answer = answerOn(cells[at + 1]);
    if (answer === undefined) return [`guess${number}: ${cells[at + 1]?.id} shows no card with the answer`];
    const before = cells.slice(sectionOf(cells, at), at + 1);
    return valuesOf(answer).flatMap((value) =>
      before
        .filter((cell) => textsOf(cell).some((text) => holds(text, value)))
        .map(
          ({ id }) => `guess${number}: the answer ${value.join(", ")} stands in ${id}, before the comparison`,
        ),
    );
  });
}

/** What the card says behind "The answer: ". */
export function answerOn(cell: Cell | undefined): string | undefined {
  const texts = (cell?.outputs ?? []).map((output) => joined((output as Output).data?.["text/plain"]));
  return texts.map((text) => /^The answer: (.+)$/m.exec(text)?.[1]).find((found) => found !== undefined);
}

/** Each number or list of numbers of an answer, as its numbers; and what is left of one without its decimals. */
function valuesOf(answer: string): string[][] {
  const parts = answer.split("; ").map((part) => part.replace(/^.*: /, ""));
  const isNumber = /^(?:\[|-?\d[\d,.]*(?:e[+-]?\d+)?(?:%|$| [a-z ]+$))/;
  const exact = parts.filter((part) => isNumber.test(part)).map((part) => numbersIn(part));
  const rounded = exact.flatMap(([value = "", ...others]) =>
    others.length === 0 && Number(value) >= 10 && /\./.test(value) ? [[Number(value).toFixed(0)]] : [],
  );
  return [...exact, ...rounded];
}

/** The numbers of a text without their signs and thousands separators. */
function numbersIn(text: string): string[] {
  const found = text.match(/\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:[._]\d+)*(?:e[+-]?\d+)?/g) ?? [];
  return found.map((number) => String(Number(number.replace(/[,_]/g, ""))));
}

/** Whether these numbers stand in a text one behind the other. */
function holds(text: string, value: readonly string[]): boolean {
  const numbers = numbersIn(text);
  return numbers.some((_, from) => value.every((each, at) => numbers[from + at] === each));
}

/** The prose of a text or of its code's comments, and what a cell has shown as text. */
function textsOf({ cell_type, source, outputs = [] }: Cell): string[] {
  const prose = cell_type === "markdown" ? source.replace(/\]\([^)]*\)/g, "]") : comments(source);
  const shown = outputs.map((output) => {
    const { text, data } = output as Output;
    return joined(text) || joined(data?.["text/plain"]);
  });
  return [prose, ...shown];
}

function comments(source: string): string {
  return (source.match(/\/\/.*$/gm) ?? []).join("\n");
}

/** Where the section begins in which a cell stands. */
function sectionOf(cells: readonly Cell[], at: number): number {
  const heading = cells
    .slice(0, at)
    .findLastIndex(({ cell_type, source }) => cell_type === "markdown" && /^#{1,3} /m.test(source));
  return Math.max(0, heading);
}

function joined(text: unknown): string {
  return [text ?? ""].flat().join("");
}
