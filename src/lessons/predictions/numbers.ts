import { isWhole } from "../../arithmetic/whole.js";
import { guessedNumbers } from "./guessedNumbers.js";
import type { Judgement } from "./judgement.js";
import { numberShown, percentUnit, pointsUnit } from "./shown.js";
import { type Size, sizeMeant } from "./sizes.js";

/** What is said of a guess at a number; undefined if no finite number can be read in it. */
export function judgeNumber(guess: unknown, answer: number, unit?: string): Judgement | undefined {
  const size = typeof guess === "string" ? sizeMeant(guess) : undefined;
  if (size !== undefined) return { guess: size.said, ...inSize(size, answer) };
  const readings = guessedNumbers(guess, answer, unit);
  const value = nearest(readings, answer);
  if (value === undefined || !Number.isFinite(value)) return undefined;
  return { guess: numberShown(value, unit), ...distance(value, answer, unit) };
}

function nearest(readings: readonly number[], answer: number): number | undefined {
  const sorted = [...readings].sort((a, b) => Math.abs(a - answer) - Math.abs(b - answer));
  return sorted[0];
}

type Told = Pick<Judgement, "closeness" | "sentence">;

/** Whether the answer has the size that was guessed: "billions" are from one billion on, up to a trillion. */
function inSize({ from, to }: Size, answer: number): Told {
  const size = Math.abs(answer);
  if (size >= from && size < to) return { closeness: "right", sentence: "That is its size." };
  return { closeness: "off", sentence: size >= to ? "The answer is larger." : "The answer is smaller." };
}

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
  if (factor < 1.5) {
    const far = unit === pointsUnit ? pointsShown(by) : percentShown(share);
    return { closeness: share <= 0.1 ? "near" : "close", sentence: `${far} ${side}.` };
  }
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
  const text = points < 0.05 ? points.toPrecision(1) : points.toFixed(points < 9.95 ? 1 : 0);
  return `${Number(text)} percentage ${Number(text) === 1 ? "point" : "points"}`;
}

function percentShown(share: number): string {
  return share < 0.01 ? "Less than 1%" : `${Math.round(100 * share)}%`;
}

function factorShown(factor: number): string {
  if (Math.abs(factor - 2) < 0.05) return "twice";
  return `${numberShown(factor < 10 ? Number(factor.toFixed(1)) : Number(factor.toPrecision(2)))} times`;
}
