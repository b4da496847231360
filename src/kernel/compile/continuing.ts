/** A text as it is written between such quotes. */
export function escaped(text: string, quote: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`);
}

/** Those that begin with what is written; if there are none, those that do in other letters, small or capital. */
export function continuing<Named extends { readonly name: string }>(
  all: readonly Named[],
  begun: string,
): readonly Named[] {
  const exact = all.filter(({ name }) => startsWith(name, begun));
  if (exact.length > 0) return exact;
  const lower = begun.toLowerCase();
  return all.filter(({ name }) => startsWith(name.toLowerCase(), lower));
}

/** A key in quotes is also found without them. */
function startsWith(name: string, begun: string): boolean {
  return name.startsWith(begun) || (/^["']/.test(name) && name.startsWith(begun, 1));
}
