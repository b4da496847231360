import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { checkout, load } from "./copy.js";

interface Glossary {
  writeGlossary(root: string): boolean;
  glossaryPage(terms: readonly object[], lessons: readonly string[]): string;
}

let glossary: Glossary;
let root = "";
before(async () => {
  glossary = await load<Glossary>("glossary.mjs");
});
beforeEach(() => {
  if (root) rmSync(root, { recursive: true });
  root = mkdtempSync(join(tmpdir(), "glossary-"));
  for (const folder of ["notebooks", "data"]) mkdirSync(join(root, folder));
  for (const lesson of ["01-lines.ipynb", "02-curves.ipynb"])
    writeFileSync(join(root, "notebooks", lesson), "");
  writeTerms(terms);
});
after(() => rmSync(root, { recursive: true }));

const terms = [
  { term: "slope", meaning: "How steep.", lesson: "lines", cell: "by-hand" },
  { term: "Bend", meaning: "No line.", lesson: "lines", cell: "why", more: "curves" },
];
const writeTerms = (list: readonly object[]) =>
  writeFileSync(join(root, "data", "terms.json"), JSON.stringify(list));
const page = () => readFileSync(join(root, "work", "glossary.md"), "utf8");

describe("glossary.mjs", () => {
  test("writeGlossary(root) lists the terms from a to z, with links to the cells that explain them", () => {
    assert.equal(glossary.writeGlossary(root), true);
    const rows = page()
      .split("\n")
      .filter((line) => line.startsWith("| **"));
    assert.deepEqual(rows, [
      "| **Bend** | No line. | [01](01-lines.ipynb#cell-id=why), more in [02](02-curves.ipynb) |",
      "| **slope** | How steep. | [01](01-lines.ipynb#cell-id=by-hand) |",
    ]);
    assert.equal(glossary.writeGlossary(root), false, "nothing has changed");
  });

  test("writeGlossary(root) follows the terms, and leaves a page of the reader's own alone", () => {
    glossary.writeGlossary(root);
    writeTerms(terms.slice(0, 1));
    assert.equal(glossary.writeGlossary(root), true);
    assert.doesNotMatch(page(), /Bend/);
    writeFileSync(join(root, "work", "glossary.md"), "# Mine");
    assert.equal(glossary.writeGlossary(root), false);
    assert.equal(page(), "# Mine");
  });

  test("writeGlossary(root) does nothing where there are no terms, and refuses a lesson that is none", () => {
    rmSync(join(root, "data", "terms.json"));
    assert.equal(glossary.writeGlossary(root), false);
    assert.equal(existsSync(join(root, "work")), false);
    writeTerms([{ ...terms[0], lesson: "circles" }]);
    assert.throws(
      () => glossary.writeGlossary(root),
      /^Error: Cannot make the glossary: there is no lesson circles\. Name one/,
    );
  });

  test("every link of the real page leads to a cell that is there", () => {
    const lessons = readdirSync(join(checkout, "notebooks")).filter((file) => file.endsWith(".ipynb"));
    const list = JSON.parse(readFileSync(join(checkout, "data", "terms.json"), "utf8"));
    const text = glossary.glossaryPage(list, lessons);
    const links = [...text.matchAll(/\]\(([^)#]+)(?:#cell-id=([^)]+))?\)/g)];
    assert.ok(links.length >= 100, `${links.length} links`);
    for (const [, file = "", cell] of links) {
      const content = readFileSync(join(checkout, "notebooks", file), "utf8");
      if (cell !== undefined) assert.ok(content.includes(`"id": "${cell}"`), `${file}#${cell}`);
    }
    assert.doesNotMatch(text, /undefined/);
  });
});
