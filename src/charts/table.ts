import { type Figure, makeFigure } from "./figure.js";
import { count, escapeMarkup, plural } from "./format.js";

export type Cell = string | number;

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
 * escaped. Colours are left to the theme.
 */
export function tableFigure(data: TableData): Figure {
  const { columns, rows, total, caption } = data;
  if (columns.length === 0 || rows.length === 0) {
    throw new RangeError("Cannot make the table: it is empty. Pass at least one column and one row.");
  }
  const all = total === undefined ? rows : [...rows, total];
  all.forEach((row, index) => {
    if (row.length !== columns.length) {
      throw new RangeError(
        `Cannot make the table: row ${index} has ${plural(row.length, "cell")} for ${plural(columns.length, "column")}. Pass one each.`,
      );
    }
  });
  const right = columns.map((_, column) =>
    rows.every((row) => typeof row[column] === "number" || row[column] === ""),
  );
  const text = plainText(columns, all, right, total !== undefined);
  const plain = caption === undefined ? text : `${caption}\n\n${text}`;
  return makeFigure(plain, { "text/html": html(data, right) });
}

/** Rows as objects: the keys of the first are the columns. A key that a later row lacks leaves its cell empty. */
export function table(
  rows: readonly Readonly<Record<string, Cell>>[],
  options: { readonly columns?: readonly string[]; readonly caption?: string } = {},
): Figure {
  const columns = options.columns ?? Object.keys(rows[0] ?? {});
  return tableFigure({
    columns,
    rows: rows.map((row) => columns.map((column) => row[column] ?? "")),
    ...(options.caption === undefined ? {} : { caption: options.caption }),
  });
}

function cellText(cell: Cell): string {
  return typeof cell === "number" ? count(cell) : cell;
}

function html({ columns, rows, total, caption }: TableData, right: readonly boolean[]): string {
  const align = (column: number) => ` style="text-align: ${right[column] ? "right" : "left"}"`;
  const head = columns.map((name, column) => `<th scope="col"${align(column)}>${escapeMarkup(name)}</th>`);
  const line = (row: readonly Cell[], bold: boolean) =>
    `<tr>${row
      .map((cell, column) => {
        const text = escapeMarkup(cellText(cell));
        return `<td${align(column)}>${bold ? `<b>${text}</b>` : text}</td>`;
      })
      .join("")}</tr>`;
  return [
    "<table>",
    caption === undefined ? "" : `<caption>${escapeMarkup(caption)}</caption>`,
    `<thead><tr>${head.join("")}</tr></thead>`,
    `<tbody>${rows.map((row) => line(row, false)).join("\n")}</tbody>`,
    total === undefined ? "" : `<tfoot>${line(total, true)}</tfoot>`,
    "</table>",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function plainText(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  right: readonly boolean[],
  hasTotal: boolean,
): string {
  const cells = [columns, ...rows.map((row) => row.map(cellText))];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? "").length)));
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
