import { bounded } from "../../notebook/bounded.js";
import type { Shown } from "./forms.js";

const svg = "http://www.w3.org/2000/svg";

/** Longer pages go to a file: a notebook cannot hold a part of one. In UTF-16 units. */
const mostMarkup = 5_000_000;

/** What the elements of jsdom, linkedom, happy-dom and their like have in common. */
interface ElementLike {
  readonly nodeType: 1;
  readonly outerHTML: string;
  readonly namespaceURI?: unknown;
  readonly localName?: unknown;
}

/** An element as what it looks like; of a document, its root. */
export function elementForm(value: object): Shown | undefined {
  const { nodeType, documentElement } = value as { nodeType?: unknown; documentElement?: object | null };
  const element = nodeType === 9 ? documentElement : value;
  if (element === undefined || element === null || !isElement(element)) return undefined;
  const markup = element.outerHTML;
  if (markup.length > mostMarkup) return undefined;
  const form =
    element.namespaceURI === svg || /^<svg[\s>/]/i.test(markup)
      ? { "image/svg+xml": svgOf(markup) }
      : { "text/html": markup };
  const text = bounded(markup, "To see them all, print its outerHTML with console.log.", 2000);
  return { data: { ...form, "text/plain": text }, metadata: {} };
}

function isElement(value: object): value is ElementLike {
  const { nodeType, outerHTML } = value as Partial<ElementLike>;
  return nodeType === 1 && typeof outerHTML === "string";
}

/** Markup that stands as a picture of its own: inside a page no `xmlns` is needed, outside it is. */
function svgOf(markup: string): string {
  const [root = ""] = /^<svg(?:"[^"]*"|'[^']*'|[^>"'])*>/i.exec(markup) ?? [];
  if (root === "") return `<svg xmlns="${svg}">${markup}</svg>`;
  return /\sxmlns\s*=/.test(root) ? markup : `<svg xmlns="${svg}"${markup.slice("<svg".length)}`;
}
