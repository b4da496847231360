import type { Judgement } from "./judgement.js";
import { answerShown, isNames } from "./shown.js";

/** What is said of a guess at one of several names; undefined if it is no name. */
export function judgeChoice(guess: unknown, answer: string): Judgement | undefined {
  const said = oneName(guess);
  if (said === undefined) return undefined;
  if (plain(said) === plain(answer)) return { closeness: "right", guess: said, sentence: "" };
  const beginning = plain(said).length > 1 && plain(answer).startsWith(plain(said)); // other names may begin so, too
  return beginning
    ? { closeness: "near", guess: said, sentence: "Its name begins like that." }
    : { closeness: "off", guess: said, sentence: "It is another one." };
}

/** What is said of a yes or no. */
export function judgeYesNo(guess: unknown, answer: boolean): Judgement | undefined {
  const said = yesNoIn(guess);
  if (said === undefined) return undefined;
  const right = said === answer;
  return {
    closeness: right ? "right" : "off",
    guess: answerShown(said),
    sentence: right ? "" : "It is the other way round.",
  };
}

/** What is said of an order: names in a list, or in a text such as "noise > a digit". */
export function judgeOrder(guess: unknown, answer: readonly string[]): Judgement | undefined {
  const said = namesIn(guess);
  if (said === undefined) return undefined;
  const found = said.map((name) => nameMeant(name, answer));
  const shown = found.map((name, at) => name ?? said[at]).join(", ");
  const unknown = said.find((_, at) => found[at] === undefined);
  if (unknown !== undefined)
    return {
      closeness: "off",
      guess: shown,
      sentence: `"${unknown}" is not one of those to be put in order.`,
    };
  const left = answer.filter((name) => !found.includes(name));
  if (left.length > 0)
    return { closeness: "off", guess: shown, sentence: `Not in your order: ${left.join(", ")}.` };
  const inPlace = answer.filter((name, at) => found[at] === name).length;
  if (inPlace === answer.length) return { closeness: "right", guess: shown, sentence: "" };
  if (answer.every((name, at) => found.at(-1 - at) === name))
    return { closeness: "off", guess: shown, sentence: "It is the same order from the other end." };
  const closeness = inPlace > 0 ? "close" : "off";
  return {
    closeness,
    guess: shown,
    sentence: `${inPlace === 0 ? "None" : inPlace} of ${answer.length} in place.`,
  };
}

/** Letters and digits only, so that "Conv 1" is "conv1" and "1×1" is "1x1". */
function plain(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/×/g, "x")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

function oneName(guess: unknown): string | undefined {
  if (typeof guess === "string") return plain(guess) === "" ? undefined : guess.trim();
  if (typeof guess === "number" && Number.isFinite(guess)) return String(guess);
  if (typeof guess === "boolean") return answerShown(guess);
  return Array.isArray(guess) && guess.length === 1 ? oneName(guess[0]) : undefined;
}

function yesNoIn(guess: unknown): boolean | undefined {
  if (typeof guess === "boolean") return guess;
  const said = oneName(guess)?.toLowerCase() ?? "";
  if (/^(?:yes|y|true|1)$/.test(said)) return true;
  return /^(?:no|n|false|0)$/.test(said) ? false : undefined;
}

function namesIn(guess: unknown): string[] | undefined {
  if (guess instanceof Set) return namesIn([...guess]);
  if (isNames(guess)) return [...guess];
  if (Array.isArray(guess)) {
    const names = guess.map(oneName);
    return names.length > 0 && names.every((name) => name !== undefined) ? (names as string[]) : undefined;
  }
  if (typeof guess !== "string") return undefined;
  const sign = [/\s*(?:>|→|;|\n)\s*/, /\s*,\s*/].find((each) => each.test(guess.trim()));
  const names = sign === undefined ? [guess.trim()] : guess.trim().split(sign);
  return names.filter((name) => name !== "").length > 0 ? names.filter((name) => name !== "") : undefined;
}

/** The one of these names that is meant: itself, or the only one in which that stands. */
function nameMeant(said: string, names: readonly string[]): string | undefined {
  const same = names.find((name) => plain(name) === plain(said));
  if (same !== undefined || plain(said) === "") return same;
  const likely = names.filter((name) => plain(name).includes(plain(said)));
  return likely.length === 1 ? likely[0] : undefined;
}
