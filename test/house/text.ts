/** What the project's text must not hold; the expressions are written so that this file does not match itself. */
const forbidden: [what: string, pattern: RegExp][] = [
  ["a path of one machine", /(?<![\w./:~$}-])\/(?:root|home|Users|work|tmp)\/[\w.-]+/],
  ["a path of one machine", /\b[A-Z]:\\+Users\\+\w/],
  ["something left to do", /\b(?:TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b/],
  [
    "a package host",
    /\b(?:registry\.npm[j]s\.org|files\.python[h]osted\.org|pyp[i]\.org|static\.crates\.io)\b/,
  ],
];

/** The bytes of a picture: any three letters come up in them by chance. */
const base64 = /[A-Za-z0-9+/]{200,}={0,2}/g;

/** A sentence for each line of a text that holds one of them. */
export function textFaults(path: string, text: string): string[] {
  return text.split("\n").flatMap((line, index) =>
    forbidden.flatMap(([what, pattern]) => {
      const found = pattern.exec(line.replace(base64, ""));
      return found ? [`${path}:${index + 1} holds ${what}: ${found[0]}`] : [];
    }),
  );
}
