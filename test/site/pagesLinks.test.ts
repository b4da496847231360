import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, test } from "node:test";
import { lessonNumber, lessonOrder } from "../../src/lessons/order.js";
import { followed, inJupyterLab } from "../setup/follow.js";
import { site } from "./copy.js";
import { plainPages } from "./pagesOpen.js";

const htmlOf = (path: string): string => readFileSync(join(site, path), "utf8");
const attributesOf = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map(([, value = ""]) => value);
const addressesIn = (html: string): string[] =>
  ["href", "src", "data-charts", "data-drawing"].flatMap((name) => attributesOf(html, name));
const idsIn = (html: string): Set<string> => new Set(attributesOf(html, "id"));

/** Code in a page may hold anything. */
const withoutCode = (html: string): string => html.replace(/<pre[\s\S]*?<\/pre>|<code[\s\S]*?<\/code>/g, "");

/** What is wrong with a link of a page, or nothing. */
function fault(path: string, address: string): string | undefined {
  if (/^(https?:|mailto:)/.test(address)) return undefined;
  if (/^(\/|[a-z]+:)/.test(address)) return `${path}: ${address} is absolute`;
  const [place = "", anchor] = address.replaceAll("&amp;", "&").split("#");
  const file = place.split("?")[0] ?? "";
  const target = file === "" ? path : normalize(join(dirname(path), file));
  if (
    target.startsWith("..") ||
    !existsSync(join(site, target)) ||
    statSync(join(site, target)).isDirectory()
  )
    return `${path}: ${address} leads nowhere`;
  if (anchor && target.endsWith(".html") && !/^(reference|jupyter)\//.test(target)) {
    if (!idsIn(htmlOf(target)).has(anchor)) return `${path}: ${address} names no heading`;
  }
  const notebook = /\?path=([^&#]+)/.exec(address)?.[1];
  if (notebook && !existsSync(join(site, "jupyter", "files", decodeURIComponent(notebook))))
    return `${path}: ${address} names no notebook`;
  return undefined;
}

describe("the plain pages", () => {
  const pages = plainPages();

  test("every lesson has one, in order, and the start page leads to it and to its notebook", () => {
    const start = htmlOf("index.html");
    const places = lessonOrder.map((name) => start.indexOf(`href="lessons/${name}.html" aria-label="Read`));
    assert.ok(
      places.every((place, index) => place > (places[index - 1] ?? 0)),
      `${places}`,
    );
    for (const name of lessonOrder)
      assert.ok(start.includes(`?path=${lessonNumber(name)}-${name}.ipynb" aria-label="Run`), name);
  });

  test("every link leads somewhere, and none begins at the top of the host", () => {
    const faults = pages.flatMap((path) =>
      addressesIn(withoutCode(htmlOf(path))).flatMap((address) => fault(path, address) ?? []),
    );
    assert.deepEqual(faults, []);
  });

  test("in JupyterLite every link of the lessons, the glossary and the first page leads somewhere", () => {
    const files = join(site, "jupyter", "files");
    const { count, dead } = followed(files, (name, address) => inJupyterLab(files, name, address));
    assert.ok(count > 200, `${count} links`);
    assert.deepEqual(dead, []);
    const list = readFileSync(join(site, "jupyter", "api", "contents", "all.json"), "utf8");
    const listed = JSON.parse(list).content.map(({ path }: { path: string }) => path);
    assert.deepEqual(listed.sort(), readdirSync(files).sort());
  });

  test("no page loads anything from another host", () => {
    for (const path of pages) {
      const tags = htmlOf(path).match(/<(script|link|img|iframe)[^>]*>/g) ?? [];
      const foreign = tags.filter((tag) => /(src|href)="(https?:)?\/\//.test(tag));
      assert.deepEqual(foreign, [], path);
    }
  });

  test("every page has a language, one heading of the first order, and each id once", () => {
    for (const path of pages) {
      const html = htmlOf(path);
      assert.match(html, /^<!doctype html>\n<html lang="en">/, path);
      assert.equal(html.match(/<h1[ >]/g)?.length, 1, path);
      const ids = attributesOf(withoutCode(html), "id");
      assert.equal(new Set(ids).size, ids.length, path);
    }
  });

  test("every picture has words, a size in the lessons, and a file of its content", () => {
    for (const path of pages) {
      for (const tag of htmlOf(path).match(/<img [^>]*>/g) ?? []) {
        const alt = attributesOf(tag, "alt")[0];
        const isIcon = /icon-\w+\.svg/.test(tag);
        assert.ok(isIcon ? alt === "" : (alt ?? "").length > 10, `${path}: ${tag.slice(0, 200)}`);
        if (/^(lessons|index)/.test(path)) assert.match(tag, /width="\d+" height="\d+"/, path);
      }
    }
  });

  test("headings go down by one step at a time", () => {
    for (const path of pages.filter((each) => each.startsWith("lessons/"))) {
      const levels = [...htmlOf(path).matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
      const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
      assert.deepEqual(jumps, [], `${path}: ${levels}`);
    }
  });
});
