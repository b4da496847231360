/** The names in the list of pictures for what the reader paints, and for a clear one to start from. */
export const own = "my own painting";
export const empty = "an empty picture";

/** The pictures to choose from, channel by channel, and the numbers of black and white in them. */
export interface Pictures {
  readonly names: readonly string[];
  readonly numbers: readonly (readonly number[])[];
  readonly black: number;
  readonly white: number;
}

/** Black is the smallest number of all pictures, or 0; white is the largest. */
export function picturesOf(given: Readonly<Record<string, readonly number[]>>): Pictures {
  const numbers = Object.values(given);
  const [black, most] = numbers
    .flat()
    .reduce(
      ([least, most], each) => [Math.min(least, each), Math.max(most, each)],
      [0, Number.NEGATIVE_INFINITY],
    );
  return { names: Object.keys(given), numbers, black, white: most > black ? most : black + 1 };
}

/**
 * Refuses names of pictures that the list has already.
 *
 * @throws {RangeError} if there is one
 */
export function requireOwnNames(names: readonly string[], first: string): void {
  const taken = names.find((name) => [own, empty, first].includes(name));
  if (taken === undefined) return;
  throw new RangeError(
    `Cannot explore a network: a picture is named "${taken}", as one of the list is. Give it another name.`,
  );
}
