import { isWhole } from "../../arithmetic/whole.js";
import { numbersFor } from "../exercise/answers/numbers.js";
import { valuesIn } from "../exercise/answers/values.js";
import type { Judgement } from "./judgement.js";
import { numberShown, percentUnit } from "./shown.js";

/** What is said of a guess at a number; undefined if no finite number can be read in it. */
export function judgeNumber(guess: unknown, answer: number, unit?: string): Judgement | undefined {
  const readings = readNumbers(guess, unit).map((value) => asShare(value, answer, unit));
  const value = nearest(readings, answer);
  if (value === undefined || !Number.isFinite(value)) return undefined;
  return { guess: numberShown(value, unit), ...distance(value, answer, unit) };
}

/** What a guess may mean. A text may have words around its number, "about 5 million digits", or be "3 of 4". */
function readNumbers(guess: unknown, unit: string | undefined): number[] {
  const meant = typeof guess === "string" ? textNumbers(guess, unit) : numbersFor(guess);
  if (meant.length > 0) return meant;
  const values = valuesIn(guess)?.numbers ?? [];
  return values.length > 1 && new Set(values).size === 1 ? values.slice(0, 1) : []; // "9x9" for a side of 9
}

const scales: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

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
  const [, number, tail] = /^(.*\d)\s*([a-z%°²³ -]+)$/.exec(plain) ?? [];
  if (number === undefined || tail === undefined) return [];
  const scale = scales[/^[a-z]+/.exec(tail)?.[0].replace(/s$/, "") ?? ""] ?? 1;
  return numbersFor(number).map((value) => value * scale);
}

/** Where hundredths are asked, 0.95 is 95 of them. */
function asShare(value: number, answer: number, unit: string | undefined): number {
  return unit === percentUnit && value > 0 && value < 1 && Math.abs(answer) >= 1 ? 100 * value : value;
}

function nearest(readings: readonly number[], answer: number): number | undefined {
  const sorted = [...readings].sort((a, b) => Math.abs(a - answer) - Math.abs(b - answer));
  return sorted[0];
}

type Told = Pick<Judgement, "closeness" | "sentence">;

function distance(guess: number, answer: number, unit: string | undefined): Told {
  if (!Number.isFinite(answer)) return { closeness: "off", sentence: "No number is near to that." };
  if (isSame(guess, answer, unit)) return { closeness: "right", sentence: "" };
  const by = Math.abs(guess - answer);
  const side = guess > answer ? "too high" : "too low";
  if (isRounded(guess, answer)) return { closeness: "right", sentence: "Rounded, it is the answer." };
  if (unit === percentUnit) {
    const closeness = by <= 3 ? "near" : by <= 10 ? "close" : "off";
    return { closeness, sentence: `${pointsShown(by)} ${side}.` };
  }
  if (answer === 0) return { closeness: "off", sentence: "It is nothing at all." };
  if (guess === 0) return { closeness: "off", sentence: "It is not nothing." };
  if (guess > 0 !== answer > 0)
    return { closeness: "off", sentence: `The answer lies on the other side of 0.` };
  if (isWhole(guess) && isWhole(answer) && by === 1) return { closeness: "near", sentence: `1 ${side}.` };
  const factor = Math.max(guess / answer, answer / guess);
  const share = by / Math.abs(answer);
  if (factor < 1.5)
    return { closeness: share <= 0.1 ? "near" : "close", sentence: `${percentShown(share)} ${side}.` };
  const times = factorShown(factor);
  const sentence =
    Math.abs(guess) > Math.abs(answer)
      ? `Your guess is ${times} the answer.`
      : `The answer is ${times} your guess.`;
  return { closeness: "off", sentence };
}

/** Whether both look alike on the card; whole numbers are compared as such. */
function isSame(guess: number, answer: number, unit: string | undefined): boolean {
  if (guess === answer) return true;
  return !isWhole(answer) && numberShown(guess, unit) === numberShown(answer, unit);
}

/** Whether a guess is the answer with fewer decimals, and still within a twentieth of it. */
function isRounded(guess: number, answer: number): boolean {
  const decimals = /\.(\d+)$/.exec(String(guess))?.[1]?.length ?? 0;
  const rounded = Number(answer.toFixed(Math.min(decimals, 100)));
  return !isWhole(answer) && rounded === guess && Math.abs(guess - answer) <= 0.05 * Math.abs(answer);
}

function pointsShown(points: number): string {
  const text = points < 9.95 ? points.toFixed(1) : points.toFixed(0);
  return `${Number(text)} percentage ${Number(text) === 1 ? "point" : "points"}`;
}

function percentShown(share: number): string {
  return share < 0.01 ? "Less than 1%" : `${Math.round(100 * share)}%`;
}

function factorShown(factor: number): string {
  if (Math.abs(factor - 2) < 0.05) return "twice";
  return `${numberShown(factor < 10 ? Number(factor.toFixed(1)) : Number(factor.toPrecision(2)))} times`;
}
