import { inspect } from "node:util";
import type { Shown } from "./forms.js";

/** How much of a table is shown: the rest is named in a sentence. */
const most = { rows: 50, columns: 50, cell: 200, textRows: 10 };

type Row = readonly unknown[];

/** The beginning of a table. */
interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** How many rows there are in all. */
  readonly count: number;
}

/** A data frame of Arrow, Arquero, Danfo, Polars or their like, known by its members, as a table. */
export function tableForm(value: object): Shown | undefined {
  const table = arrow(value) ?? arquero(value) ?? danfo(value) ?? records(value);
  if (table === undefined || !isTable(table)) return undefined;
  const cut = { ...table, columns: table.columns.slice(0, most.columns) };
  return {
    data: {
      "text/html": html(cut, table.columns.length),
      "application/vnd.dataresource+json": resource(cut),
      "text/plain": text(cut, table.columns.length),
    },
    metadata: {},
  };
}

function isTable({ columns, rows, count }: Table): boolean {
  return (
    Number.isInteger(count) &&
    Array.isArray(columns) &&
    columns.every((name) => typeof name === "string") &&
    Array.isArray(rows) &&
    rows.every(Array.isArray)
  );
}

interface ArrowLike {
  readonly numRows: number;
  readonly schema: { readonly fields: readonly { readonly name: string }[] };
  getChildAt(column: number): { get(row: number): unknown } | null;
}

function arrow(value: object): Table | undefined {
  const table = value as ArrowLike;
  if (typeof table.numRows !== "number" || !Array.isArray(table.schema?.fields)) return undefined;
  if (typeof table.getChildAt !== "function") return undefined;
  const columns = table.schema.fields.map(({ name }) => name);
  const children = columns.slice(0, most.columns).map((_, at) => table.getChildAt(at));
  const rows = firstRows(table.numRows, (row) => children.map((child) => child?.get(row)));
  return { columns, rows, count: table.numRows };
}

interface ArqueroLike {
  numRows(): number;
  columnNames(): readonly string[];
  objects(options: { limit: number }): readonly Readonly<Record<string, unknown>>[];
}

function arquero(value: object): Table | undefined {
  const table = value as ArqueroLike;
  if (typeof table.numRows !== "function" || typeof table.columnNames !== "function") return undefined;
  const columns = table.columnNames();
  return { columns, rows: cellsOf(table.objects({ limit: most.rows }), columns), count: table.numRows() };
}

interface DanfoLike {
  readonly columns: readonly string[];
  readonly shape: readonly [number, number];
  readonly values: readonly Row[];
  head(): unknown;
}

function danfo(value: object): Table | undefined {
  const { columns, shape, head } = value as DanfoLike;
  if (!Array.isArray(columns) || !Array.isArray(shape) || typeof head !== "function") return undefined;
  const { values } = value as DanfoLike;
  return { columns, rows: values.slice(0, most.rows), count: values.length };
}

interface RecordsLike {
  readonly columns?: readonly string[];
  readonly height?: number;
  head(rows: number): RecordsLike;
  toRecords(): readonly Readonly<Record<string, unknown>>[];
}

/** By `head` and `toRecords`, as Polars has them. */
function records(value: object): Table | undefined {
  const table = value as RecordsLike;
  if (typeof table.head !== "function" || typeof table.toRecords !== "function") return undefined;
  const first = table.head(most.rows).toRecords();
  const columns = table.columns ?? Object.keys(first[0] ?? {});
  const count = table.height ?? (first.length < most.rows ? first.length : table.toRecords().length);
  return { columns, rows: cellsOf(first, columns), count };
}

function firstRows(count: number, row: (at: number) => Row): Row[] {
  return Array.from({ length: Math.min(count, most.rows) }, (_, at) => row(at));
}

function cellsOf(objects: readonly Readonly<Record<string, unknown>>[], columns: readonly string[]): Row[] {
  return objects.map((object) => columns.slice(0, most.columns).map((name) => object[name]));
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

function html({ columns, rows, count }: Table, allColumns: number): string {
  const heads = columns.map((name) => `<th>${escaped(word(name))}</th>`).join("");
  const body = rows
    .map((row) => `<tr>${columns.map((_, at) => `<td>${escaped(word(row[at]))}</td>`).join("")}</tr>`)
    .join("\n");
  const size = sizeOf(count, allColumns, rows.length, columns.length);
  return `<table>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>\n<p>${size}</p>`;
}

function text({ columns, rows, count }: Table, allColumns: number): string {
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

function resource({ columns, rows }: Table): object {
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
