import { isTensor } from "../../../notebook/tensor.js";
import { isPlain } from "./named.js";
import { isList, valuesIn } from "./values.js";

/**
 * What form an answer has, in words, for an answer that could not be read: "the text "soon"", "a list of 3 numbers", "a function".
 */
export function formOf(answer: unknown): string {
  if (answer === undefined || answer === null || typeof answer === "boolean") return String(answer);
  if (typeof answer === "number") return Number.isNaN(answer) ? "NaN, which is not a number" : String(answer);
  if (typeof answer === "bigint") return `${answer}`;
  if (typeof answer === "string") return textForm(answer);
  if (typeof answer === "symbol") return "a symbol";
  if (typeof answer === "function") return "a function";
  if (isTensor(answer)) return `a tensor of shape [${answer.shape.join(", ")}]`;
  if (isList(answer)) return listForm(Array.from(answer as Iterable<unknown>));
  if (!isPlain(answer)) return `a ${(answer as object).constructor?.name ?? "thing"}`;
  const names = Object.keys(answer);
  return names.length === 0 ? "an empty object" : `an object with ${names.slice(0, 5).join(", ")}`;
}

function listForm(list: readonly unknown[]): string {
  if (list.length === 0) return "an empty list";
  const values = valuesIn(list);
  if (values !== undefined) {
    if (values.shape.length === 1)
      return list.length === 1 ? "a list of one number" : `a list of ${list.length} numbers`;
    return `numbers in ${values.shape.join(" x ")}`;
  }
  const lengths = new Set(
    list.map((row) => (isList(row) ? Array.from(row as Iterable<unknown>).length : -1)),
  );
  if (lengths.size > 1 && !lengths.has(-1)) return `${list.length} rows that are not equally long`;
  const at = list.findIndex((entry) => valuesIn(entry) === undefined);
  if (at < 0) return `a list of ${list.length} that are not all alike`;
  const odd = list[at];
  return `a list of ${list.length} with ${isList(odd) ? "a list in it that cannot be read" : formOf(odd)} in it`;
}

function textForm(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) return "an empty text";
  if (lines.length > 1) return `a text of ${lines.length} lines`;
  const short = text.trim();
  return `the text ${JSON.stringify(short.length > 40 ? `${short.slice(0, 39)}…` : short)}`;
}
