/** How many bytes become text at once: arguments of a call, of which an engine takes some ten thousand. */
const atOnce = 8192;

/** The twin of `base64.ts` in a browser. */
export function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += atOnce) {
    parts.push(String.fromCharCode(...bytes.subarray(from, from + atOnce)));
  }
  return btoa(parts.join(""));
}
