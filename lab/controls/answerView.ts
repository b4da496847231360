import type { Answer, AnswerPart } from "../../dist/notebook/live/answer.js";
import { element } from "./elements.js";

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

const tags = { picture: "img", text: "pre", bars: "div" } as const;

const made = ({ kind }: AnswerPart): Element => element(tags[kind], `convlab-live-${kind}`);

/** The element with this part in it, if it is of the right kind. */
function filled(node: Element | undefined, part: AnswerPart): Element | undefined {
  if (node?.className !== `convlab-live-${part.kind}`) return undefined;
  if (part.kind === "bars") drawBars(node, part.bars);
  else if (part.kind === "text") node.textContent = part.text;
  else {
    const { png, width, height, text: alt } = part;
    Object.assign(node, { width, height, alt, src: `data:image/png;base64,${png}` });
  }
  return node;
}

/** Bars that grow and shrink in their places. What they say stands in words beside. */
function drawBars(node: Element, bars: Extract<AnswerPart, { kind: "bars" }>["bars"]): void {
  node.setAttribute("aria-hidden", "true");
  if (node.children.length !== bars.length)
    node.replaceChildren(
      ...bars.map(() => element("div", "convlab-live-bar", ...["b", "i", "span"].map(bare))),
    );
  const most = Math.max(...bars.map(({ share }) => share));
  for (const [index, { name, share, percent }] of bars.entries()) {
    const row = node.children[index];
    const [label, bar, number] = (row?.children ?? []) as unknown as HTMLElement[];
    row?.classList.toggle("is-largest", share === most);
    if (label) label.textContent = name;
    if (bar) bar.style.setProperty("--share", String(share));
    if (number) number.textContent = percent;
  }
}

const bare = (tag: string): HTMLElement => document.createElement(tag);
