/** An element with its class and what is in it. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...inside);
  return node;
}

/** Each output's controls load this module anew: a count alone would give two outputs the same names. */
const own = Math.random().toString(36).slice(2);
let count = 0;

/** A name by which one element points to another. */
export const newId = (): string => `convlab-live-${own}-${++count}`;
