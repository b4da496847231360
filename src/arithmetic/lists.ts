/**
 * The first of some values, after refusing a list without any. `noun` is what one of them is.
 *
 * @throws {RangeError} if there is none: `Cannot <action>: there is no <noun>. Give at least one.`
 * @example requireSome("draw images", "image", [[1], [2]]) // [1]
 */
export function requireSome<T>(action: string, noun: string, values: ArrayLike<T>): T {
  if (values.length > 0) return values[0] as T;
  throw new RangeError(`Cannot ${action}: there is no ${noun}. Give at least one.`);
}

/**
 * Refuses lists of different lengths, each by the name it is given; those that are undefined do not count.
 *
 * @throws {RangeError} if two differ: `Cannot <action>: there are 3 maps and 2 labels. Give one each.`
 * @example requireOneEach("draw the maps", { maps: [[[1]]], labels: ["one"], captions: undefined })
 */
export function requireOneEach(
  action: string,
  lists: Readonly<Record<string, { readonly length: number } | undefined>>,
): void {
  const [first, ...others] = Object.entries(lists).flatMap(([name, list]) =>
    list === undefined ? [] : [{ name, length: list.length }],
  );
  const odd = others.find(({ length }) => length !== first?.length);
  if (first === undefined || odd === undefined) return;
  const found = `${first.length} ${first.name} and ${odd.length} ${odd.name}`;
  throw new RangeError(`Cannot ${action}: there are ${found}. Give one each.`);
}
