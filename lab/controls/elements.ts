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

let count = 0;

/** A name by which one element points to another. */
export const newId = (): string => `convlab-live-${++count}`;
