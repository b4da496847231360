// A public name in one line.
import * as typedoc from "typedoc";

const { ReflectionKind } = typedoc;

/**
 * `outputLength(length, window) → number`, a line for each way to call it, or nothing for a type.
 *
 * @param {typedoc.DeclarationReflection} reflection
 */
export function signatureOf({ kind, name, signatures, children, type }) {
  if (kind === ReflectionKind.Function && signatures) {
    return signatures.map((call) => `${name}(${parametersOf(call)}) → ${short(call.type)}`).join("\n");
  }
  if (kind === ReflectionKind.Class) {
    const made = children?.find((child) => child.kind === ReflectionKind.Constructor)?.signatures?.[0];
    return `new ${name}(${made ? parametersOf(made) : ""})`;
  }
  return kind === ReflectionKind.Variable ? `${name}: ${short(type)}` : undefined;
}

/** @param {typedoc.SignatureReflection} signature */
function parametersOf({ parameters = [] }) {
  return parameters
    .map(({ name, flags, defaultValue, type }) => {
      const given = name === "__namedParameters" ? takenApart(type) : name;
      return `${flags.isRest ? "..." : ""}${given}${flags.isOptional || defaultValue !== undefined ? "?" : ""}`;
    })
    .join(", ");
}

/**
 * A name for a parameter that has none: its parts, or that of its type.
 *
 * @param {typedoc.SomeType | undefined} type
 */
function takenApart(type) {
  const parts = type instanceof typedoc.ReflectionType ? (type.declaration.children ?? []) : [];
  if (parts.length > 0) return `{ ${parts.map(({ name }) => name).join(", ")} }`;
  return String(type).replace(/^\w/, (letter) => letter.toLowerCase());
}

/** @param {typedoc.SomeType | undefined} type */
function short(type) {
  const text = String(type ?? "unknown")
    .replaceAll("readonly ", "")
    .replaceAll("Tensor<Rank>", "Tensor");
  return text.length <= 60 ? text : text.replace(/\{.*\}/, "{ … }");
}

/** @param {typedoc.Comment | undefined} comment */
export function firstSentence(comment) {
  const text = (comment?.summary ?? [])
    .map((part) => (part.kind === "inline-tag" ? `\`${part.text}\`` : part.text))
    .join("");
  const [paragraph = ""] = text.split("\n\n");
  const line = paragraph.replace(/\s+/g, " ").trim();
  return /^.*?[.?!](?=\s+["`A-Z0-9]|$)/.exec(line)?.[0] ?? line;
}
