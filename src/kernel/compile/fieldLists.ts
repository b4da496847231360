/** A field of options. */
export interface Field {
  /** `batchSize?: number`. */
  readonly head: string;
  /** What it is where nothing is given, as Markdown; may be empty. */
  readonly otherwise: string;
  /** The first sentence of its comment; may be empty. */
  readonly words: string;
  /** The fields of its own type. */
  readonly inner: readonly Field[];
}

/** The fields of a parameter, as Markdown. */
export interface Listed {
  readonly name: string;
  readonly list: string;
}

/** Fields as a Markdown list of about `most` lines: inner ones only while there is room. */
export function listOf(fields: readonly Field[], most: number): string {
  let room = most - fields.length;
  const linesOf = (field: Field, indent: string): string[] => {
    const inner = field.inner.length <= room ? field.inner : [];
    room -= inner.length;
    return [`${indent}- ${itemOf(field)}`, ...inner.flatMap((each) => linesOf(each, `${indent}  `))];
  };
  const lines = fields.slice(0, most).flatMap((field) => linesOf(field, ""));
  if (fields.length > most) lines.push(`- … and ${fields.length - most} more`);
  return lines.join("\n");
}

function itemOf({ head, otherwise, words }: Field): string {
  const value = otherwise === "" ? "" : `(default: ${otherwise})`;
  return [`\`${head.replaceAll("`", "'")}\``, value, words].filter((part) => part !== "").join(" ");
}
