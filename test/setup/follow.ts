/// <reference path="../../scripts/site/pages/markdown-it.d.ts" />
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import MarkdownIt from "markdown-it";
import { joined } from "../../scripts/lessonNotebooks.mjs";
import { checkout } from "./copy.js";

interface Cell {
  readonly cell_type: string;
  readonly id?: string;
  readonly source: string | readonly string[];
}

const markdown = new MarkdownIt({ html: true });

/** The texts of a page or notebook that are shown as Markdown. */
export function textsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  if (!file.endsWith(".ipynb")) return [text];
  const { cells } = JSON.parse(text) as { cells: readonly Cell[] };
  return cells.filter(({ cell_type }) => cell_type === "markdown").map(({ source }) => joined(source));
}

/** All addresses in a text: of links, of pictures, and of tags in HTML. */
export function addressesIn(text: string): string[] {
  const tokens = markdown.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const own = tokens.flatMap((token) => token.attrGet("href") ?? token.attrGet("src") ?? []);
  const html = tokens.filter(({ type }) => type.startsWith("html_")).map(({ content }) => content);
  return [
    ...own,
    ...html.flatMap((tags) => [...tags.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, to = ""]) => to)),
  ];
}

const isElsewhere = (address: string) => /^(https?:|mailto:|data:image\/)/.test(address);

/** Whether a file has what comes after `#`: a cell by its id, or a heading in one of the given spellings. */
function hasAnchor(file: string, anchor: string, spell: (heading: string) => string): boolean {
  const [, cell] = /^cell-id=(.+)$/.exec(anchor) ?? [];
  if (cell === undefined)
    return textsOf(file).some((text) =>
      [...text.matchAll(/^#+ (.+)$/gm)].some(([, heading = ""]) => spell(heading) === anchor),
    );
  if (!file.endsWith(".ipynb")) return false;
  const { cells } = JSON.parse(readFileSync(file, "utf8")) as { cells: readonly Cell[] };
  return cells.some(({ id }) => id === cell);
}

/** JupyterLab: relative to the file, never above the folder that it serves. */
export function inJupyterLab(folder: string, from: string, address: string): boolean {
  const [path = "", anchor] = decodeURIComponent(address).split("#");
  const file = join(folder, path === "" ? from : posix.join("/", posix.dirname(from), path));
  if (!existsSync(file)) return false;
  return anchor === undefined || hasAnchor(file, anchor, (heading) => heading.replaceAll(" ", "-"));
}

/** GitHub: relative to the file, anywhere in the repository. */
export function onGitHub(from: string, address: string): boolean {
  const [path = "", anchor] = decodeURIComponent(address).split("#");
  const file = join(checkout, path === "" ? from : posix.join(posix.dirname(from), path));
  if (!existsSync(file) || file.startsWith("..")) return false;
  const slug = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-");
  return anchor === undefined || hasAnchor(file, anchor, slug);
}

/** The links of all files in a folder that lead nowhere, and how many links there are. */
export function followed(folder: string, leads: (from: string, address: string) => boolean) {
  const names = readdirSync(folder).filter((name) => /\.(ipynb|md)$/.test(name));
  const links = names.flatMap((name) =>
    textsOf(join(folder, name))
      .flatMap(addressesIn)
      .filter((address) => !isElsewhere(address))
      .map((address) => ({ name, address })),
  );
  const dead = links.filter(({ name, address }) => !leads(name, address));
  return { count: links.length, dead: dead.map(({ name, address }) => `${name}: ${address}`) };
}
