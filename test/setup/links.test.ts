import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { after, before, describe, test } from "node:test";
import MarkdownIt from "markdown-it";
import { addMissingLessons, restoreLesson } from "../../scripts/copies.mjs";
import { writeGlossary } from "../../scripts/glossary.mjs";
import { joined } from "../../scripts/lessonNotebooks.mjs";
import { linkOn } from "../../scripts/site/pages/links.mjs";
import { writeWelcome } from "../../scripts/welcome.mjs";
import { checkout } from "./copy.js";

interface Cell {
  readonly cell_type: string;
  readonly id?: string;
  readonly source: string | readonly string[];
}

const markdown = new MarkdownIt({ html: true });

/** The texts of a page or notebook that are shown as Markdown. */
function textsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  if (!file.endsWith(".ipynb")) return [text];
  const { cells } = JSON.parse(text) as { cells: readonly Cell[] };
  return cells.filter(({ cell_type }) => cell_type === "markdown").map(({ source }) => joined(source));
}

/** All addresses in a text: of links, of pictures, and of tags in HTML. */
function addressesIn(text: string): string[] {
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
function inJupyterLab(folder: string, from: string, address: string): boolean {
  const [path = "", anchor] = decodeURIComponent(address).split("#");
  const file = join(folder, path === "" ? from : posix.join("/", posix.dirname(from), path));
  if (!existsSync(file)) return false;
  return anchor === undefined || hasAnchor(file, anchor, (heading) => heading.replaceAll(" ", "-"));
}

/** GitHub: relative to the file, anywhere in the repository. */
function onGitHub(from: string, address: string): boolean {
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
function followed(folder: string, leads: (from: string, address: string) => boolean) {
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

describe("links", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "links-"));
    addMissingLessons(checkout, folder);
    restoreLesson(checkout, "06", folder);
    writeGlossary(checkout, folder);
    writeWelcome(checkout, folder);
  });
  after(() => rmSync(folder, { recursive: true }));

  test("in the reader's folder every link of the lessons, the glossary and the first page leads somewhere", () => {
    const { count, dead } = followed(folder, (name, address) => inJupyterLab(folder, name, address));
    assert.ok(count > 200, `${count} links`);
    assert.deepEqual(dead, []);
  });

  test("every lesson there leads to the first page", () => {
    const lessons = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
    assert.ok(lessons.length > 10);
    for (const name of lessons)
      assert.ok(textsOf(join(folder, name)).flatMap(addressesIn).includes("welcome.md"), name);
  });

  test("on GitHub every link of the lessons leads somewhere", () => {
    const { count, dead } = followed(join(checkout, "notebooks"), (name, address) =>
      onGitHub(`notebooks/${name}`, address),
    );
    assert.ok(count > 50, `${count} links`);
    assert.deepEqual(dead, []);
  });

  test("the site has a page for every link of the lessons", () => {
    const { dead } = followed(
      join(checkout, "notebooks"),
      (name, address) => linkOn(address, `notebooks/${name}`) !== undefined,
    );
    assert.deepEqual(dead, []);
  });

  test("a link that leads nowhere is found, in each of its forms", () => {
    const cases = [
      ["[x](../README.md)", false],
      ["[x](02-convolution.ipynb)", true],
      ["[x](../02-convolution.ipynb)", true],
      ["[x](02-convolution.ipynb#cell-id=title)", true],
      ["[x](02-convolution.ipynb#cell-id=none)", false],
      ["[x](glossary.md#Glossary)", true],
      ["[x](glossary.md#Gloss)", false],
      ["[x][y]\n\n[y]: nowhere.md", false],
      ["![x](picture.png)", false],
      ['<a href="nowhere.md">x</a>', false],
      ['text <img src="picture.png">', false],
    ] as const;
    for (const [text, leads] of cases) {
      const [address = ""] = addressesIn(text);
      assert.equal(inJupyterLab(folder, "01-images-and-dense-layers.ipynb", address), leads, text);
    }
  });
});
