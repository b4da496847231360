interface Table {
  readonly name: string;
  readonly source?: string | readonly string[];
  readonly transform: readonly object[];
}

/**
 * The tables with `expr` before `as` in every formula. This lesson's specifications were stored so before explorers shared
 * their words; the order means nothing to Vega and keeps the stored text the same.
 */
export const expressionFirst = (tables: readonly Table[]): object[] =>
  tables.map((table) => ({ ...table, transform: table.transform.map(asLast) }));

function asLast(step: object): object {
  if (!("expr" in step && "as" in step)) return step;
  const { as, ...rest } = step;
  return { ...rest, as };
}
