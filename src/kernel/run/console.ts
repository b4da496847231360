// What `console` does in Node, where there is no Node.
import { consoleTable } from "./consoleTable.js";
import { formatWithOptions, inspect } from "./inspection.js";
import { now } from "./own.js";

type Write = (text: string) => void;

/** The methods of a console that writes to two streams. */
export function consoleOf(out: Write, err: Write): Partial<Console> {
  let indentation = "";
  const counts = new Map<string, number>();
  const times = new Map<string, number>();
  const say = (write: Write, text: string): void =>
    write(`${indentation}${text.replaceAll("\n", `\n${indentation}`)}\n`);
  const to =
    (write: Write) =>
    (...given: unknown[]): void =>
      say(write, formatWithOptions({}, ...given));
  const [log, warn] = [to(out), to(err)];
  const group = (...label: unknown[]): void => {
    if (label.length > 0) log(...label);
    indentation += "  ";
  };
  const passed = (label: string): string | undefined => {
    const began = times.get(label);
    if (began === undefined) warn(`Warning: No such label '${label}' for console.time()`);
    return began === undefined ? undefined : `${label}: ${durationText(now() - began)}`;
  };
  return {
    ...{ log, info: log, debug: log, warn, error: warn },
    dir: (value, options) => say(out, inspect(value, { customInspect: false, ...options })),
    dirxml: log,
    table: (data, columns) =>
      typeof data === "object" && data ? log(consoleTable(data, columns)) : log(data),
    trace(...given) {
      const stack = new Error().stack ?? "";
      const places = stack.slice(stack.indexOf("\n") + 1);
      warn(`Trace${given.length > 0 ? `: ${formatWithOptions({}, ...given)}` : ""}\n${places}`);
    },
    assert(holds, ...given) {
      if (holds) return;
      const [first, ...rest] = given as unknown[];
      if (typeof first === "string") warn(`Assertion failed: ${first}`, ...rest);
      else warn("Assertion failed", ...given);
    },
    group,
    groupCollapsed: group,
    groupEnd: () => {
      indentation = indentation.slice(2);
    },
    count(label = "default") {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      log(`${label}: ${counts.get(label)}`);
    },
    countReset: (label = "default") => void counts.delete(label),
    time: (label = "default") => void times.set(label, now()),
    timeLog(label = "default", ...given) {
      const text = passed(label);
      if (text !== undefined) log(text, ...given);
    },
    timeEnd(label = "default") {
      const text = passed(label);
      if (text !== undefined) log(text);
      times.delete(label);
    },
  };
}

/** As Node writes it: `3.5ms`, `1.234s`, `2:05.000 (m:ss.mmm)`. */
function durationText(milliseconds: number): string {
  if (milliseconds < 1000) return `${Number(milliseconds.toFixed(3))}ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(3)}s`;
  const [minutes, seconds] = [Math.floor(milliseconds / 60_000), (milliseconds % 60_000) / 1000];
  return `${minutes}:${seconds.toFixed(3).padStart(6, "0")} (m:ss.mmm)`;
}
