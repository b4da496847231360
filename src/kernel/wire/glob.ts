type Part = "any" | { readonly matches: (character: string) => boolean };

/**
 * Tells whether whole texts match a pattern as SQLite's GLOB does, which Jupyter's history search is made of: `*` any
 * text, `?` any character, `[a-z]` and `[^a-z]` one of a set. Upper and lower case differ. Takes at most time
 * proportional to both lengths multiplied, whatever the pattern.
 */
export function glob(pattern: string): (text: string) => boolean {
  const parts = readPattern([...pattern]);
  return (text) => matches(parts, [...text]);
}

function readPattern(pattern: readonly string[]): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] as string;
    if (character === "*") {
      if (parts.at(-1) !== "any") parts.push("any");
    } else if (character === "?") {
      parts.push({ matches: () => true });
    } else if (character === "[") {
      // A bracket right behind the opening one is a member of the set.
      const first = pattern[at + 1] === "^" ? at + 2 : at + 1;
      const end = pattern.indexOf("]", first + 1);
      // SQLite matches nothing with a set that is never closed.
      if (end === -1) return [...parts, { matches: () => false }];
      parts.push({ matches: setOf(pattern.slice(first, end), first === at + 2) });
      at = end;
    } else {
      parts.push({ matches: (other) => other === character });
    }
  }
  return parts;
}

function setOf(members: readonly string[], inverted: boolean): (character: string) => boolean {
  const ranges: [from: string, to: string][] = [];
  for (let at = 0; at < members.length; at++) {
    const from = members[at] as string;
    const to = members[at + 1] === "-" ? members[at + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) at += 2;
  }
  return (character) => ranges.some(([from, to]) => character >= from && character <= to) !== inverted;
}

function matches(parts: readonly Part[], text: readonly string[]): boolean {
  let part = 0;
  let at = 0;
  // Where to go on after the last `*`, should what follows it not fit.
  let retryPart = -1;
  let retryAt = 0;
  while (at < text.length) {
    const current = parts[part];
    if (current === "any") {
      retryPart = ++part;
      retryAt = at;
    } else if (current?.matches(text[at] as string)) {
      part++;
      at++;
    } else if (retryPart !== -1) {
      part = retryPart;
      at = ++retryAt;
    } else {
      return false;
    }
  }
  while (parts[part] === "any") part++;
  return part === parts.length;
}
