import type { Shown } from "./forms.js";
import { html, most, type Row, resource, type Table, text } from "./tableForms.js";

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
