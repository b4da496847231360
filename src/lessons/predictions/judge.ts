import { isPlain } from "../exercise/answers/named.js";
import { isList, valuesIn } from "../exercise/answers/values.js";
import type { Judgement } from "./judgement.js";
import { judgeList } from "./lists.js";
import { judgeChoice, judgeOrder, judgeYesNo } from "./names.js";
import { judgeNumber } from "./numbers.js";
import { isNamed, isNames } from "./shown.js";

/** What a guess at some kind of answer should look like. */
export type Kind =
  | "a number"
  | "a list of numbers"
  | "a name"
  | "yes or no"
  | "a list of names in order"
  | "nothing";

/** What kind of answer this is; "nothing" for what no guess can be set beside. */
export function kindOf(answer: unknown): Kind {
  if (typeof answer === "boolean") return "yes or no";
  if (typeof answer === "string") return "a name";
  if (isNames(answer)) return "a list of names in order";
  const values = isNamed(answer) ? undefined : valuesIn(answer);
  if (values === undefined) return "nothing";
  return values.shape.length === 0 ? "a number" : "a list of numbers";
}

/** What is said of a guess at one answer; undefined where it cannot be read, or where the answer is of no kind that has guesses. */
export function judgeGuess(guess: unknown, answer: unknown, unit?: string): Judgement | undefined {
  const kind = kindOf(answer);
  if (kind === "yes or no") return judgeYesNo(guess, answer as boolean);
  if (kind === "a name") return judgeChoice(guess, answer as string);
  if (kind === "a list of names in order") return judgeOrder(guess, answer as readonly string[]);
  const values = kind === "nothing" ? undefined : valuesIn(answer);
  if (values === undefined) return undefined;
  return kind === "a number"
    ? judgeNumber(guess, values.numbers[0] as number, unit)
    : judgeList(guess, values);
}

/** Whether nothing has been guessed: nothing at all, or an object in which every place is still free. */
export function isOpen(guess: unknown): boolean {
  if (guess === undefined || guess === null) return true;
  return isPlain(guess) && Object.keys(guess).length > 0 && Object.values(guess).every(isOpen);
}

/** The guesses for answers by name, by the names of the answers: from an object, or from a list in the same order. */
export function guessesFor(guess: unknown, names: readonly string[]): unknown[] | undefined {
  if (isList(guess)) {
    const list = Array.from(guess as Iterable<unknown>);
    return list.length === names.length ? list : undefined;
  }
  if (!isPlain(guess)) return undefined;
  const held = new Map(Object.entries(guess).map(([name, value]) => [plain(name), value]));
  const found = names.map((name) => held.get(plain(name)));
  return names.some((name) => held.has(plain(name))) ? found : undefined;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
