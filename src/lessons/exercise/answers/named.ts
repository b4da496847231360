/** An object that somebody wrote with names, no list, map, date or tensor. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype as object) === null;
}

/** Each name that is asked for, with others that people use for the same. */
export type Names = readonly (readonly [name: string, ...others: string[]])[];

/**
 * What an object holds under these names, in their order, whether they are written large or small; undefined where one is missing.
 *
 * @example fieldsIn({ Rows: 2, cols: 3 }, [["height", "rows"], ["width", "cols"]]) // [2, 3]
 */
export function fieldsIn(answer: unknown, names: Names): unknown[] | undefined {
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return undefined;
  const held = new Map(Object.entries(answer).map(([name, value]) => [name.toLowerCase(), value]));
  const found = names.map((each) => each.find((name) => held.has(name.toLowerCase())));
  return found.every((name) => name !== undefined)
    ? found.map((name) => held.get(String(name).toLowerCase()))
    : undefined;
}

/** The same, and a list of as many things in this order does as well. */
export function partsIn(answer: unknown, names: Names): unknown[] | undefined {
  if (Array.isArray(answer) && answer.length === names.length) return answer;
  return fieldsIn(answer, names);
}

/** What people call the sides of a shape. */
export const shapeNames: Names = [
  ["height", "rows", "h", "tall"],
  ["width", "columns", "cols", "w", "wide"],
  ["channels", "filters", "depth", "maps", "featureMaps", "features", "units", "c"],
];

/** What people call the two sides of a padding. */
export const paddingNames: Names = [
  ["before", "left", "top", "start", "front"],
  ["after", "right", "bottom", "end", "back"],
];

/** A pair of images or maps. */
export const pairNames: Names = [
  ["first", "a", "one", "map1", "image1"],
  ["second", "b", "two", "map2", "image2"],
];
