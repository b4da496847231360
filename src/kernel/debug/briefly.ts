import { isTensor } from "../../notebook/tensor.js";
import { inspect, types } from "../run/inspection.js";
import { attempt } from "../run/result.js";
import { tensorBriefly } from "./tensorRows.js";

const brief = {
  depth: 1,
  breakLength: Number.POSITIVE_INFINITY,
  compact: true,
  maxArrayLength: 8,
  maxStringLength: 200,
};

/** The longest value, in UTF-16 units. */
const longest = 300;

/** A value in one line. */
export function briefly(value: unknown): string {
  const text = attempt(
    () => moduleBriefly(value) ?? (isTensor(value) ? tensorBriefly(value) : inspect(value, brief)),
  );
  const line = (text ?? "a value that throws when it is looked at").replace(/\s*\n\s*/g, " ");
  return line.length > longest ? `${line.slice(0, longest)} …` : line;
}

/** A module has many names. */
function moduleBriefly(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || types.isProxy(value)) return undefined;
  const tag = Object.getOwnPropertyDescriptor(value, Symbol.toStringTag);
  return tag?.value === "Module" ? `module with ${Object.keys(value).length} names` : undefined;
}
