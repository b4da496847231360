import { element } from "./elements.js";
import type { Answer, AnswerPart } from "./model.js";

/** Milliseconds of rest after which an answer is told to those who do not see it: not one for each stroke. */
const rest = 700;

/** Where answers are shown, each in the place of the one before. */
export class AnswerView {
  readonly node: HTMLElement;
  readonly #parts = element("div", "convlab-live-parts");
  readonly #words = element("div", "convlab-live-hidden");
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(answer: Answer) {
    this.#words.setAttribute("role", "status");
    this.node = element("div", "convlab-live-answer", this.#parts, this.#words);
    this.show(answer);
  }

  show({ parts, failed }: Answer): void {
    this.#parts.classList.toggle("is-failed", failed);
    // A picture that is there already takes the new one: nothing flickers.
    const old = [...this.#parts.children];
    for (const [index, part] of parts.entries()) {
      const node = old[index];
      const fresh = filled(node, part) ?? filled(made(part), part);
      if (fresh !== undefined && fresh !== node) {
        if (node === undefined) this.#parts.append(fresh);
        else node.replaceWith(fresh);
      }
    }
    for (const node of old.slice(parts.length)) node.remove();
    clearTimeout(this.#timer);
    const words = parts.map(({ text }) => text).join(" ");
    this.#timer = setTimeout(() => {
      this.#words.textContent = words;
    }, rest);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}

const made = ({ kind }: AnswerPart): Element =>
  kind === "picture" ? element("img", "convlab-live-picture") : element("pre", "convlab-live-text");

/** The element with this part in it, if it is of the right kind. */
function filled(node: Element | undefined, part: AnswerPart): Element | undefined {
  if (part.kind === "picture" && node instanceof HTMLImageElement) {
    node.width = part.width;
    node.height = part.height;
    node.src = `data:image/png;base64,${part.png}`;
    node.alt = part.text;
    return node;
  }
  if (part.kind === "text" && node instanceof HTMLPreElement) {
    node.textContent = part.text;
    return node;
  }
  return undefined;
}
