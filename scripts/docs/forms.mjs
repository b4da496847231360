// Defaults and errors as pages show them. In docstrings they have one form each: `@default {1}`, behind an option or behind its
// `@param`, and `@throws {RangeError} if …`.

/** @typedef {import("typedoc").Comment} Comment */

/**
 * A default that stands behind a `@param` becomes the end of its text: TypeDoc would show it as the default of the function.
 *
 * @param {Comment | undefined} comment
 */
export function defaultsOfParameters(comment) {
  if (!comment) return;
  comment.blockTags = comment.blockTags.filter((tag, index, all) => {
    const before = all[index - 1];
    if (tag.tag !== "@default" || before?.tag !== "@param") return true;
    before.content.push({ kind: "text", text: " Default: " }, ...shown(tag), { kind: "text", text: "." });
    return false;
  });
}

/**
 * Braces are for programs.
 *
 * @param {Comment | undefined} comment
 */
export function withoutBraces(comment) {
  for (const tag of comment?.blockTags ?? []) {
    if (tag.tag === "@default") tag.content = shown(tag);
    if (tag.typeAnnotation) tag.typeAnnotation = tag.typeAnnotation.replace(/^\{(.*)\}$/s, "$1");
  }
}

/**
 * What looks like code is set as code, and words as words.
 *
 * @param {import("typedoc").CommentTag} tag
 * @returns {import("typedoc").CommentDisplayPart[]}
 */
function shown({ content }) {
  const text = content.map((part) => part.text).join("");
  const inner = /\{(.*)\}/s.exec(text)?.[1]?.trim() ?? text;
  const isCode = /^(?:[-\d"'[(]|[\w.]+$)/.test(inner);
  return [isCode ? { kind: "code", text: `\`${inner}\`` } : { kind: "text", text: inner }];
}
