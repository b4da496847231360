/**
 * Which numbers a text may mean, the likeliest first; none if it is no number. Thousands may be set apart by comma, space,
 * underscore or apostrophe, decimals by point or comma, and a fraction is written `1/255`. Where a sign may be either,
 * as in "63.600", both readings are given.
 */
export function numbersMeant(text: string): number[] {
  const plain = plainMinus(text)
    .trim()
    .replace(/^[=≈~]\s*/, "")
    .replace(/\s+/g, " ");
  const parts = plain.split(/\s*[/÷:]\s*/);
  if (parts.length === 1) return plainNumbers(plain);
  if (parts.length !== 2) return [];
  const [above = [], below = []] = parts.map(plainNumbers);
  return above.flatMap((a) => below.map((b) => a / b));
}

/** Minus signs that text programs make, and our tables, as the one of the keyboard. */
const plainMinus = (text: string) => text.replace(/[\u2212\u2013]/g, "-");

function plainNumbers(text: string): number[] {
  const joined = text.replace(/^([+-]) (?=\d)/, "$1").replace(/(?<=\d)[ _'’](?=\d{3}(?!\d))/g, "");
  const readings = [asDecimals(joined), asThousands(joined)];
  const thousands = /^[+-]?[1-9]\d{0,2}(,\d{3})+$/.test(joined);
  const found = (thousands ? readings.reverse() : readings).filter((value) => value !== undefined);
  return [...new Set(found)];
}

/** One comma or point parts the decimals; of two different signs the last does. */
function asDecimals(text: string): number | undefined {
  const last = Math.max(text.lastIndexOf(","), text.lastIndexOf("."));
  if (last < 0) return numeral(text);
  const [whole, decimals] = [text.slice(0, last), text.slice(last + 1)];
  const sign = text[last] === "," ? "." : ",";
  if (whole.includes(text[last] as string)) return undefined; // two of the same part thousands
  if (whole.includes(sign) && !/^[+-]?\d{1,3}([.,]\d{3})+$/.test(whole)) return undefined;
  return numeral(`${whole.replaceAll(sign, "")}.${decimals}`);
}

/** Every comma, or every point, parts thousands. */
function asThousands(text: string): number | undefined {
  return /^[+-]?[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\.\d{3})+)$/.test(text)
    ? numeral(text.replace(/[.,]/g, ""))
    : undefined;
}

function numeral(text: string): number | undefined {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
}

/**
 * The numbers of a text that lists several: "24 x 24 x 32", "[24, 24, 32]", "8 and -2", lines of a table as rows, "1 2 / 3 4" as
 * well. Undefined if something else stands in it.
 */
export function listsMeant(text: string): unknown[] | undefined {
  const trimmed = plainMinus(text).trim();
  const list = trimmed.startsWith("[") ? jsonList(trimmed) : undefined;
  if (list !== undefined) return list;
  const lines = trimmed.split(/\s*[\n;]\s*/).filter((line) => line !== "");
  const rows = lines.map(lineMeant);
  if (rows.some((row) => row === undefined)) return slashedRows(trimmed);
  return rows.length === 1 ? rows[0] : (rows as number[][]);
}

/** Rows as our tables write them, a slash between blanks in front of each further row. A row holds two numbers or more. */
function slashedRows(text: string): number[][] | undefined {
  const rows = text.split(/\s+\/\s+/).map(lineMeant);
  return rows.length > 1 && rows.every((row) => row !== undefined && row.length > 1)
    ? (rows as number[][])
    : undefined;
}

function jsonList(text: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/,(?=\s*\])/g, ""));
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Numbers or fractions parted by x, "by", "and", commas with a space or, where there is nothing else, by commas or spaces. */
function lineMeant(line: string): number[] | undefined {
  const inner = line.replace(/^[([]|[)\]]$/g, "").trim();
  const between = [/\s*[x×*]\s*|\s+(?:by|and)\s+/i, /\s*,\s+|\s+,\s*/, /,/, /\s+/];
  const part = between.find((sign) => sign.test(inner));
  const words = part === undefined ? [inner] : inner.split(part);
  const numbers = words.map((word) => (/^\S+\/\S+$/.test(word) ? numbersMeant : plainNumbers)(word)[0]);
  return numbers.length > 0 && numbers.every((value) => value !== undefined)
    ? (numbers as number[])
    : undefined;
}
