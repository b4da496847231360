import { numbersFor } from "../exercise/answers/numbers.js";
import { valuesIn } from "../exercise/answers/values.js";
import { percentUnit } from "./shown.js";
import { scaleOf } from "./sizes.js";

/** The numbers a guess may mean. A text may have words around its number, "about 5 million digits", or be "3 of 4". */
export function guessedNumbers(guess: unknown, answer: number, unit: string | undefined): number[] {
  if (typeof guess === "string" && percentSign.test(guess.trim())) return textNumbers(guess, unit);
  return readNumbers(guess, unit).map((value) => asShare(value, answer, unit));
}

const percentSign = /\d\s*(?:%|percent|per cent)$/i; // says itself that hundredths are meant

function readNumbers(guess: unknown, unit: string | undefined): number[] {
  const meant = typeof guess === "string" ? textNumbers(guess, unit) : numbersFor(guess);
  if (meant.length > 0) return meant;
  const values = valuesIn(guess)?.numbers ?? [];
  return values.length > 1 && new Set(values).size === 1 ? values.slice(0, 1) : []; // "9x9" for a side of 9
}

const words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const bytes = /^(?:[kmgt]i?b|(?:kilo|mega|giga|tera)?bytes?)$/; // measure memory; no answer is counted in them

function textNumbers(text: string, unit: string | undefined): number[] {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^(?:about|around|roughly|nearly|almost|approximately|circa|ca\.?|maybe|perhaps)\s+/, "");
  const whole = numbersFor(plain);
  if (whole.length > 0) return whole;
  const word = words.indexOf(/^(?:zero|nothing|no)$/.test(plain) ? "none" : plain);
  if (word >= 0) return [word];
  const [, part, all] = /^(.+?)\s+(?:out )?of\s+(.+)$/.exec(plain) ?? [];
  if (part !== undefined && all !== undefined && /\d/.test(all)) {
    const [a] = textNumbers(part, unit);
    const [b] = textNumbers(all, unit);
    if (a === undefined || b === undefined) return [];
    return [unit === percentUnit ? (100 * a) / b : a];
  }
  if (plain === "half") return [0.5];
  return product(plain) ?? withTail(plain);
}

/** "8 * 25" or "10^11", which the card works out. A cross is no product here: "9x9" may be a shape. */
function product(text: string): number[] | undefined {
  const factors = text
    .replace(/\*\*/g, "^")
    .split(/\s*[*·]\s*/)
    .map(power);
  return factors.some((factor) => factor === undefined)
    ? undefined
    : [(factors as number[]).reduce((all, factor) => all * factor, 1)];
}

function power(text: string): number | undefined {
  const parts = text.split(/\s*\^\s*/).map((part) => numbersFor(part)[0]);
  const [base, exponent = 1] = parts;
  return base === undefined || parts.includes(undefined) || parts.length > 2 ? undefined : base ** exponent;
}

/** A figure or a word with a size or a unit behind it: "2 million", "ten percent", "20k". */
function withTail(text: string): number[] {
  const [, number, tail] = /^(.*\d|[a-z]+(?= ))\s*([a-z%°²³ -]+)$/.exec(text) ?? [];
  if (number === undefined || tail === undefined) return [];
  const first = /^[a-z]+/.exec(tail.trim())?.[0] ?? "";
  if (bytes.test(first)) return [];
  const scale = scaleOf(first);
  if (/^an?$/.test(number)) return scale === undefined ? [] : [scale];
  const word = words.indexOf(number); // none is no figure: "none of them", "no idea"
  const found = word > 0 ? [word] : numbersFor(number);
  return found.map((value) => value * (scale ?? 1));
}

/** Where hundredths are asked, 0.95 is 95 of them. */
function asShare(value: number, answer: number, unit: string | undefined): number {
  return unit === percentUnit && value > 0 && value < 1 && Math.abs(answer) >= 1 ? 100 * value : value;
}
