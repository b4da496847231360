/**
 * Refuses options that a function does not have, by name: a misspelt one would be passed over in silence.
 *
 * @param action what cannot be done, such as `load MNIST`
 */
export function requireKnownOptions(options: object, known: readonly string[], action: string): void {
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new TypeError(`Cannot ${action}: there is no option ${unknown}. There are ${known.join(", ")}.`);
}
