/** The name of the package at the beginning of a specifier; undefined in the middle of `@scope`. */
export function packageIn(specifier: string): string | undefined {
  return /^(?:@[^/]+\/)?[^/@.#:][^/:]*/.exec(specifier)?.[0];
}
