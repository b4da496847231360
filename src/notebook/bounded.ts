/** The most text of one value that goes into a notebook unasked, in UTF-16 units. */
export const mostText = 100_000;

/** A text no longer than `most` units, and where it was longer, a sentence that says so and names the way out. */
export function bounded(text: string, wayOut: string, most = mostText): string {
  if (text.length <= most) return text;
  // Not between the halves of a surrogate pair.
  const kept = text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
  const more = (text.length - kept.length).toLocaleString("en");
  return `${kept}\n… and ${more} more characters. ${wayOut}`;
}

export const wholeValue = "To see them all, print the value with console.log, or write it to a file.";
export const wholeMessage = "To see them all, catch the error and print its message with console.log.";
