import { isWhole } from "../../arithmetic/whole.js";
import { formOf } from "../exercise/answers/form.js";
import { isPlain } from "../exercise/answers/named.js";
import { type Values, valuesIn } from "../exercise/answers/values.js";

/** The unit of shares in hundredths: distances are told in points, and 0.95 is read as 95. */
export const percentUnit = "%";

/** The unit of a difference between two shares. */
export const pointsUnit = "percentage points";

/** A number as a card shows it: whole ones in full, others with four digits at most, and the unit behind. */
export function numberShown(value: number, unit?: string): string {
  const text = digitsOf(value, unit);
  if (unit === undefined) return text;
  if (unit === percentUnit) return `${text}%`;
  return `${text} ${Math.abs(value) === 1 ? unit.replace(/(?<!s)s$/, "") : unit}`;
}

function digitsOf(value: number, unit: string | undefined): string {
  const size = Math.abs(value);
  if (size < 1e15 && isWhole(value)) return (value + 0).toLocaleString("en-US");
  if (unit === percentUnit && size >= 0.05) return String(Number(value.toFixed(size > 98 ? 2 : 1)));
  if (size >= 1e15 || size < 1e-4) return value.toExponential(1);
  return size >= 1000 ? Math.round(value).toLocaleString("en-US") : String(Number(value.toPrecision(3)));
}

/** Numbers in a row as a list, in a table as rows. */
export function valuesShown({ numbers, shape }: Values): string {
  const texts = numbers.map((value) => digitsOf(value, undefined));
  return nested(texts, shape);
}

function nested(texts: readonly string[], shape: readonly number[]): string {
  if (shape.length === 0) return texts[0] ?? "[]";
  const [length = 0, ...inner] = shape;
  const step = length === 0 ? 0 : texts.length / length;
  const parts = Array.from({ length }, (_, at) => nested(texts.slice(at * step, (at + 1) * step), inner));
  return `[${parts.join(", ")}]`;
}

/** Any answer as a card shows it. */
export function answerShown(answer: unknown, unit?: string): string {
  if (typeof answer === "boolean") return answer ? "yes" : "no";
  if (typeof answer === "string") return answer;
  if (isNames(answer)) return answer.join(", ");
  if (isNamed(answer)) {
    const parts = Object.entries(answer).map(([name, value]) => `${name}: ${answerShown(value, unit)}`);
    return parts.join("; ");
  }
  const values = valuesIn(answer);
  if (values === undefined) return formOf(answer);
  return values.shape.length === 0 ? numberShown(values.numbers[0] as number, unit) : valuesShown(values);
}

/** A list of names in an order. */
export function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === "string");
}

/** An object that gives several answers by name. */
export function isNamed(value: unknown): value is Readonly<Record<string, unknown>> {
  return isPlain(value) && Object.keys(value).length > 0 && valuesIn(value) === undefined;
}
