/** Where a whole number may lie, both ends included. */
interface WholeRange {
  /** @default {no least one} */
  readonly from?: number;
  /** @default {no largest one} */
  readonly to?: number;
}

/**
 * Whether a value is a whole number of that range. `NaN`, infinities, fractions, text such as "3", bigints and nothing at
 * all are not; neither is what lies beyond 2^53, where neighbouring whole numbers can no longer be told apart.
 */
export function isWhole(
  value: unknown,
  { from = -Infinity, to = Infinity }: WholeRange = {},
): value is number {
  return Number.isSafeInteger(value) && (value as number) >= from && (value as number) <= to;
}

/**
 * Refuses values that are not whole numbers of that range, each by the name it is given.
 *
 * @throws {RangeError} if one is not: `Cannot <action>: <name> is <value>. Give a whole number from 1 up.`
 * @example requireWhole("pool", { size: 2, stride: 1 }, { from: 1 })
 */
export function requireWhole(
  action: string,
  values: Readonly<Record<string, unknown>>,
  range: WholeRange = {},
): void {
  for (const [name, value] of Object.entries(values)) {
    if (isWhole(value, range)) continue;
    throw new RangeError(
      `Cannot ${action}: ${name} is ${written(value)}. Give a whole number${rangeText(range)}.`,
    );
  }
}

/**
 * Refuses values that do not number one of `count` things, counted from 0.
 *
 * @throws {RangeError} if one does not, or there is nothing to choose from
 */
export function requireIndex(action: string, values: Readonly<Record<string, unknown>>, count: number): void {
  if (count === 0) throw new RangeError(`Cannot ${action}: there is none. Give at least one.`);
  requireWhole(action, values, { from: 0, to: count - 1 });
}

function rangeText({ from, to }: WholeRange): string {
  if (to === undefined) return from === undefined ? "" : ` from ${from} up`;
  return from === undefined ? ` up to ${to}` : ` from ${from} to ${to}`;
}

/** Text in quotes and bigints with their n, so that one sees why "3" and 3n will not do. */
function written(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}
