/**
 * The first of some values, after refusing a list without any. `noun` is what one of them is.
 *
 * @throws {RangeError} that reads `Cannot <action>: there is no <noun>. Give at least one.`
 *
 * @example const { height, width } = requireSome("draw images", "image", images)
 */
export function requireSome<T>(action: string, noun: string, values: ArrayLike<T>): T {
  if (values.length > 0) return values[0] as T;
  throw new RangeError(`Cannot ${action}: there is no ${noun}. Give at least one.`);
}

/**
 * Refuses lists of different lengths, each by the name it is given; those that are undefined do not count.
 *
 * @throws {RangeError} that reads `Cannot <action>: there are 3 maps and 2 labels. Give one each.`
 *
 * @example requireOneEach("draw the maps", { maps, labels })
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
