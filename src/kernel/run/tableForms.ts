import { inspect } from "./inspection.js";

/** How much of a table is shown: the rest is named in a sentence. */
export const most = { rows: 50, columns: 50, cell: 200, textRows: 10 };

export type Row = readonly unknown[];

/** The beginning of a table. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** How many rows there are in all. */
  readonly count: number;
}

/** What stands in a cell of the table. */
function word(value: unknown): string {
  if (value === undefined) return "";
  const whole =
    value instanceof Date || typeof value === "object" || typeof value === "symbol"
      ? inspect(value, { depth: 1, maxArrayLength: 10, breakLength: Infinity })
      : String(value);
  return whole.length > most.cell ? `${whole.slice(0, most.cell)}…` : whole;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export function html({ columns, rows, count }: Table, allColumns: number): string {
  const heads = columns.map((name) => `<th>${escaped(word(name))}</th>`).join("");
  const body = rows
    .map((row) => `<tr>${columns.map((_, at) => `<td>${escaped(word(row[at]))}</td>`).join("")}</tr>`)
    .join("\n");
  const size = sizeOf(count, allColumns, rows.length, columns.length);
  return `<table>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>\n<p>${size}</p>`;
}

export function text({ columns, rows, count }: Table, allColumns: number): string {
  const shown = rows.slice(0, most.textRows);
  const lines = [columns, ...shown.map((row) => columns.map((_, at) => row[at]))].map((row) => row.map(word));
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const body = lines.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [...body, sizeOf(count, allColumns, shown.length, columns.length)].join("\n");
}

function sizeOf(rows: number, columns: number, shownRows: number, shownColumns: number): string {
  const whole = `${counted(rows, "row")} of ${counted(columns, "column")}`;
  if (shownRows === rows && shownColumns === columns) return whole;
  const cut = shownColumns === columns ? "" : ` and ${counted(shownColumns, "column")}`;
  return `${whole}; the first ${counted(shownRows, "row")}${cut} are shown`;
}

function counted(count: number, word: string): string {
  return `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
}

export function resource({ columns, rows }: Table): object {
  const fields = columns.map((name, at) => ({
    name,
    type: typeOf(rows.map((row) => row[at]).find((value) => value !== undefined && value !== null)),
  }));
  const data = rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, jsonOf(row[at])])));
  return { schema: { fields }, data };
}

function typeOf(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return typeof value;
  return value instanceof Date ? "datetime" : typeof value === "bigint" ? "integer" : "string";
}

function jsonOf(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "boolean") return value;
  return value instanceof Date && Number.isFinite(value.getTime()) ? value.toISOString() : word(value);
}
