import { inspect } from "./inspection.js";

/** A list or an object of rows in a frame, as Node's `console.table` draws it. */
export function consoleTable(data: object, wanted?: readonly string[]): string {
  const entries: [key: unknown, row: unknown][] =
    data instanceof Map
      ? [...data]
      : data instanceof Set
        ? [...data].map((row, at) => [at, row])
        : Object.entries(data);
  const columns = wanted ? [...wanted] : [...new Set(entries.flatMap(([, row]) => keysOf(row)))];
  const plain = entries.some(([, row]) => !isRow(row));
  const heads = ["(index)", ...columns, ...(plain ? ["Values"] : [])];
  const lines = entries.map(([key, row]) => [
    String(key),
    ...columns.map((name) =>
      isRow(row) && name in row ? shown((row as Record<string, unknown>)[name]) : "",
    ),
    ...(plain ? [isRow(row) ? "" : shown(row)] : []),
  ]);
  const widths = heads.map(
    (head, at) => 2 + Math.max(...[heads, ...lines].map((line) => (line[at] ?? head).length)),
  );
  const line = (cells: readonly string[]): string =>
    `│${cells.map((cell, at) => ` ${cell}`.padEnd(widths[at] ?? 0)).join("│")}│`;
  const rule = (left: string, middle: string, right: string): string =>
    left + widths.map((width) => "─".repeat(width)).join(middle) + right;
  return [
    rule("┌", "┬", "┐"),
    line(heads),
    rule("├", "┼", "┤"),
    ...lines.map(line),
    rule("└", "┴", "┘"),
  ].join("\n");
}

function isRow(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function keysOf(row: unknown): string[] {
  return isRow(row) ? Object.keys(row) : [];
}

function shown(value: unknown): string {
  return inspect(value, {
    depth: isRow(value) && !Array.isArray(value) ? -1 : 0,
    maxArrayLength: 3,
    breakLength: Infinity,
  });
}
