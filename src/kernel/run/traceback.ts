import { bounded, mostText, wholeMessage } from "../../notebook/bounded.js";
import { CompileError } from "../compile/error.js";
import type { ErrorReply } from "../protocol.js";
import { folded } from "./folded.js";
import type { Cells } from "./frames.js";
import { types } from "./inspection.js";
import { mendMessage } from "./names.js";
import { attempt, textOf } from "./result.js";
import { framesOf } from "./stacks.js";

// Plain red and green only: JupyterLab makes bold red darker, and grey is not seen on its dark theme's red.
const red = (text: string): string => `\u001b[31m${text}\u001b[39m`;
const green = (text: string): string => `\u001b[32m${text}\u001b[39m`;

/** The error message for something thrown: name, message, own fields, and a traceback in the reader's own lines. */
export function errorOf(thrown: unknown, cells: Cells): ErrorReply {
  if (!isError(thrown)) {
    const evalue = textOf(thrown);
    return { status: "error", ename: "Thrown", evalue, traceback: [`${red("Thrown")}: ${evalue}`] };
  }
  mendMessage(thrown);
  const ename = nameOf(thrown);
  const evalue = messageOf(thrown);
  if (thrown instanceof CompileError)
    return { status: "error", ename, evalue, traceback: evalue.split("\n").map(colored) };
  // Of an error that holds others, all of them together.
  const traceback = bounded(
    linesOf(thrown, cells, 0, { quoted: false }).join("\n"),
    wholeMessage,
    2 * mostText,
  ).split("\n");
  return { status: "error", ename, evalue, traceback };
}

/** What an `error` message says of an error. */
export function contentOf({ ename, evalue, traceback }: ErrorReply): object {
  return { ename, evalue, traceback };
}

/** A line of a compile error: the place and the mark are coloured as in other errors. */
function colored(line: string): string {
  return line.replace(/^Cell \[\d+\]:\d+:\d+/, green).replace(/~+$/, red);
}

/** How many fields of an error are shown, and how much of each, in UTF-16 units. */
const most = 20;
const longest = 500;

/** Whether a line of a cell has been quoted: the first one is. */
interface Told {
  quoted: boolean;
}

function linesOf(error: Error, cells: Cells, depth: number, told: Told): string[] {
  const lines = `${red(nameOf(error))}: ${messageOf(error)}`.split("\n");
  const { frames, rest } = folded(framesOf(error, cells));
  for (const { name, place, quote } of frames) {
    lines.push(`    at ${name === "" ? green(place) : `${name} (${green(place)})`}`);
    if (quote === undefined || told.quoted) continue;
    told.quoted = true;
    lines.push(...quote.split("\n").map((line) => `      ${line}`));
  }
  if (rest !== "") lines.push(`    ${rest}`);
  lines.push(...fieldsOf(error));
  const member = (name: "cause" | "errors"): unknown =>
    attempt(() => (error as { cause?: unknown; errors?: unknown })[name]);
  const [cause, errors] = [member("cause"), member("errors")];
  if (depth < 5 && Array.isArray(errors))
    for (const each of errors.slice(0, 10))
      lines.push(...indented("one of them: ", each, cells, depth, told));
  if (depth < 5 && cause !== undefined) lines.push(...indented("caused by: ", cause, cells, depth, told));
  return lines;
}

/** What is told elsewhere: in the head, the places, or below. */
const known = new Set<PropertyKey>(["name", "message", "stack", "cause", "errors", "constructor"]);

/** The fields of its own that an error has (`code`, `status`, …), a line each. */
function fieldsOf(error: Error): string[] {
  try {
    const keys = Object.keys(error).filter((key) => !known.has(key));
    const fields = keys.map((key) => [key, (error as unknown as Record<string, unknown>)[key]]);
    return fields.slice(0, most).flatMap(([key, value]) => {
      const text = textOf(value);
      return `    ${key}: ${text.length > longest ? `${text.slice(0, longest)} …` : text}`.split("\n");
    });
  } catch {
    return [];
  }
}

function indented(label: string, thrown: unknown, cells: Cells, depth: number, told: Told): string[] {
  const lines = isError(thrown) ? linesOf(thrown, cells, depth + 1, told) : textOf(thrown).split("\n");
  return lines.map((line, at) => `  ${at === 0 ? label : ""}${line}`);
}

/** Errors of other realms (of `vm`, of threads) too. */
export function isError(value: unknown): value is Error {
  const isOne = (): boolean =>
    value instanceof Error || types.isNativeError(value) || tagOf(value) === "[object Error]";
  return attempt(isOne) ?? false;
}

function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value);
}

/** Names that the language gives: a class that goes on from one and gives itself none is called by its own. */
const given = /^(Eval|Range|Reference|Syntax|Type|URI|Aggregate)?Error$/;

function nameOf(error: Error): string {
  try {
    const { name, constructor: kindOf } = error;
    const own = Object.hasOwn(error, "name");
    const kind = typeof kindOf === "function" ? kindOf.name : "";
    return String((!own && given.test(name) && kind) || name || kind || "Error");
  } catch {
    return "Error";
  }
}

function messageOf(error: Error): string {
  try {
    return bounded(String(error.message), wholeMessage);
  } catch {
    return "a message that is no text";
  }
}
