import type { Matrix } from "../../../arithmetic/matrix.js";
import { formOf } from "../answers/form.js";
import { matrixIn } from "../answers/matrices.js";
import { type Names, partsIn } from "../answers/named.js";
import { squareFault } from "./matrixFault.js";

/** Several square tables that belong together, such as two images. */
interface TablesTask {
  readonly names: Names;
  /** What each is called in a sentence: "first image". */
  readonly called: readonly string[];
  readonly side: number;
  /** Said first where one cannot be read. */
  readonly ask: string;
}

/** The tables of an answer in the order of their names, of the right size and finite; or what is wrong with the first that is not. */
export function tablesIn(
  answer: unknown,
  { names, called, side, ask }: TablesTask,
): { readonly tables: readonly Matrix[] } | { readonly message: string } {
  const parts = partsIn(answer, names);
  if (parts === undefined) return { message: `${ask} This is ${formOf(answer)}.` };
  const tables = parts.map((part) => matrixIn(part, { height: side, width: side }));
  const unread = tables.indexOf(undefined);
  if (unread >= 0) return { message: `${ask} The ${called[unread]} is ${formOf(parts[unread])}.` };
  const named = Object.fromEntries(called.map((name, at) => [name, tables[at] as Matrix]));
  return squareFault(named, side) ?? { tables: tables as Matrix[] };
}
