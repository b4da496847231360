import { requireOneEach } from "../../arithmetic/lists.js";
import { requireOptions } from "../../arithmetic/options.js";
import { type Figure, makeFigure } from "../figure.js";
import { count, escapeMarkup, short } from "../format.js";

/** What stands in a cell of a table. */
export type Cell = string | number;

/** What {@link tableFigure} shows. */
export interface TableData {
  readonly columns: readonly string[];
  /** As many cells in each row as there are columns. */
  readonly rows: readonly (readonly Cell[])[];
  /** A last row that is set apart. */
  readonly total?: readonly Cell[];
  readonly caption?: string;
}

/**
 * A table as plain HTML and as aligned text. Columns of numbers stand to the right, with thousands separators; text is
 * escaped. Colours are left to the theme. Where the page is narrow, heads and long text go on in a second line; numbers never do.
 *
 * @throws {RangeError} if there is no column or no row, or a row has not one cell for each column
 * @example tableFigure({ columns: ["layer", "parameters"], rows: [["conv", 320]] }).description
 * // "layer  parameters\n-----  ----------\nconv          320"
 */
export function tableFigure(data: TableData): Figure {
  const { columns, rows, total, caption } = data;
  if (columns.length === 0 || rows.length === 0) {
    throw new RangeError("Cannot make the table: it is empty. Pass at least one column and one row.");
  }
  const all = total === undefined ? rows : [...rows, total];
  for (const [index, row] of all.entries())
    requireOneEach(`make row ${index} of the table`, { cells: row, columns });
  const right = columns.map((_, column) =>
    rows.every((row) => typeof row[column] === "number" || row[column] === ""),
  );
  const texts = all.map((row) => row.map((cell, column) => cellText(cell, decimals(rows, column))));
  const text = plainText([columns, ...texts], right, total !== undefined);
  const plain = caption === undefined ? text : `${caption}\n\n${text}`;
  return makeFigure(plain, { "text/html": html(data, texts, right) });
}

/**
 * A table from rows as objects: the keys of the first are the columns. A key that a later row lacks leaves its cell empty.
 *
 * @param options.columns the keys that are shown, in this order. @default {those of the first row}
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there is no row, or no column
 * @example table([{ layer: "conv", parameters: 320 }]).description
 * // "layer  parameters\n-----  ----------\nconv          320"
 */
export function table(
  rows: readonly Readonly<Record<string, Cell>>[],
  options: { readonly columns?: readonly string[]; readonly caption?: string } = {},
): Figure {
  requireOptions("make a table", options, ["columns", "caption"]);
  const columns = options.columns ?? Object.keys(rows[0] ?? {});
  return tableFigure({
    columns,
    rows: rows.map((row) => columns.map((column) => row[column] ?? "")),
    ...(options.caption === undefined ? {} : { caption: options.caption }),
  });
}

/** Decimals that a column needs, so that its points stand below one another. */
function decimals(rows: readonly (readonly Cell[])[], column: number): number {
  const values = rows.flatMap((row) => {
    const cell = row[column];
    return typeof cell === "number" ? [cell] : [];
  });
  return Math.max(0, ...values.map((value) => /\.(\d+)$/.exec(short(value))?.[1]?.length ?? 0));
}

function cellText(cell: Cell, digits: number): string {
  if (typeof cell === "string") return cell;
  if (digits === 0 || !Number.isFinite(cell)) return count(cell);
  return cell.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Text of at most so many letters stays on one line. */
const longest = 20;

function html(
  { columns, rows, caption }: TableData,
  texts: readonly (readonly string[])[],
  right: readonly boolean[],
): string {
  const side = (column: number) => `text-align: ${right[column] ? "right" : "left"}`;
  const isLong = columns.map((_, column) =>
    texts.some((row) => !right[column] && (row[column]?.length ?? 0) > longest),
  );
  const look = (column: number) => ` style="${side(column)}${isLong[column] ? "" : "; white-space: nowrap"}"`;
  const head = columns.map(
    (name, column) => `<th scope="col" style="${side(column)}">${escapeMarkup(name)}</th>`,
  );
  const line = (row: readonly string[], open: string, close: string) =>
    `<tr>${row.map((text, column) => `<td${look(column)}>${open}${escapeMarkup(text)}${close}</td>`).join("")}</tr>`;
  const body = texts.slice(0, rows.length).map((row) => line(row, "", ""));
  const foot = texts.slice(rows.length).map((row) => line(row, "<b>", "</b>"));
  return [
    "<table>",
    ...(caption === undefined ? [] : [`<caption>${escapeMarkup(caption)}</caption>`]),
    `<thead><tr>${head.join("")}</tr></thead>`,
    `<tbody>${body.join("\n")}</tbody>`,
    ...(foot.length === 0 ? [] : [`<tfoot>${foot.join("")}</tfoot>`]),
    "</table>",
  ].join("\n");
}

/** Columns padded to one width, a rule below the head and above the total. */
function plainText(
  cells: readonly (readonly string[])[],
  right: readonly boolean[],
  hasTotal: boolean,
): string {
  const widths = right.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? "").length)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) =>
        right[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  lines.splice(1, 0, rule);
  if (hasTotal) lines.splice(lines.length - 1, 0, rule);
  return lines.join("\n");
}
