import { formOf } from "../exercise/answers/form.js";
import { guessesFor, isOpen, judgeGuess, kindOf } from "./judge.js";
import { type Closeness, farthest } from "./judgement.js";
import { answerShown, isNamed, percentUnit } from "./shown.js";

/** How near a guess came, or why there is nothing to tell. */
export type Outcome = Closeness | "open" | "unread";

/** One guess beside one answer. */
export interface ComparisonRow {
  /** Where there are several answers. */
  readonly name?: string;
  readonly guess?: string | undefined;
  readonly answer: string;
  readonly sentence: string;
}

/** What a card shows. */
export interface Comparison {
  readonly outcome: Outcome;
  readonly guess?: string | undefined;
  readonly answer: string;
  readonly rows: readonly ComparisonRow[];
  /** What leads on: a sentence on the guess, or what to do without one. */
  readonly note: string;
}

/** Sets a guess beside the answer. Never throws, whatever either is. */
export function comparisonOf(guess: unknown, answer: unknown, unit?: string): Comparison {
  try {
    return isNamed(answer) ? ofSeveral(guess, answer, unit) : ofOne(guess, answer, unit);
  } catch {
    return alone("unread", safely(answer), "What stands there as a guess cannot be read.");
  }
}

const invitation =
  "To guess, write yours in the place of `undefined`, then run that cell and this one again. Or just read on.";

function ofOne(guess: unknown, answer: unknown, unit: string | undefined): Comparison {
  const shown = answerShown(answer, unit);
  if (kindOf(answer) === "nothing")
    return alone("unread", shown, "There is nothing here to set a guess beside.");
  if (isOpen(guess)) return alone("open", shown, invitation);
  const judged = judgeGuess(guess, answer, unit);
  if (judged === undefined)
    return alone(
      "unread",
      shown,
      `The answer is ${kindAsked(answer, unit)}; your guess is ${formOf(guess)}.`,
    );
  const row = { guess: judged.guess, answer: shown, sentence: judged.sentence };
  return { outcome: judged.closeness, ...row, rows: [row], note: judged.sentence };
}

function ofSeveral(
  guess: unknown,
  answers: Readonly<Record<string, unknown>>,
  unit: string | undefined,
): Comparison {
  const names = Object.keys(answers);
  const shown = answerShown(answers, unit);
  const free = names.map((name) => ({ name, answer: answerShown(answers[name], unit), sentence: "" }));
  if (isOpen(guess)) return { outcome: "open", answer: shown, rows: free, note: invitation };
  const guesses = guessesFor(guess, names);
  if (guesses === undefined) {
    const note = `The answer has ${names.length} parts: ${names.join("; ")}. Your guess is ${formOf(guess)}.`;
    return { outcome: "unread", answer: shown, rows: free, note };
  }
  const judged = names.map((name, at) => judgeGuess(guesses[at], answers[name], unit));
  const rows = free.map((row, at): ComparisonRow & { name: string } => {
    const one = judged[at];
    if (one !== undefined)
      return { ...row, guess: one.guess, sentence: one.closeness === "right" ? "Right." : one.sentence };
    const sentence = isOpen(guesses[at]) ? "Not guessed." : `Not read: ${formOf(guesses[at])}.`;
    return { ...row, sentence };
  });
  const told = judged.flatMap((one) => (one === undefined ? [] : [one.closeness]));
  return {
    outcome: told.length === 0 ? "unread" : farthest(told),
    guess: rows.map(({ name, guess: said }) => `${name}: ${said ?? "–"}`).join("; "),
    answer: shown,
    rows,
    note: "",
  };
}

function kindAsked(answer: unknown, unit: string | undefined): string {
  const kind = kindOf(answer);
  if (kind !== "a number" || unit === undefined) return kind;
  return unit === percentUnit ? "a number, in percent" : `a number of ${unit}`;
}

function alone(outcome: Outcome, answer: string, note: string): Comparison {
  return { outcome, answer, rows: [{ answer, sentence: "" }], note };
}

function safely(value: unknown): string {
  try {
    return answerShown(value);
  } catch {
    return "not to be read";
  }
}
