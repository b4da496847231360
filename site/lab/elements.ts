/** A paragraph of texts and elements. */
export function paragraph(...content: (string | Node)[]): HTMLElement {
  const element = document.createElement("p");
  element.append(...content);
  return element;
}

export function link(text: string, address: string): HTMLAnchorElement {
  const element = document.createElement("a");
  element.textContent = text;
  element.href = address;
  return element;
}

/** A small button that looks like a link's neighbour, not like a tool. */
export function plainButton(text: string, run: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.textContent = text;
  element.addEventListener("click", run);
  return element;
}
