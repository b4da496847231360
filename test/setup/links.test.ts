import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { addMissingLessons, restoreLesson } from "../../scripts/copies.mjs";
import { writeGlossary } from "../../scripts/glossary.mjs";
import { linkOn } from "../../scripts/site/pages/links.mjs";
import { writeWelcome } from "../../scripts/welcome.mjs";
import { checkout } from "./copy.js";
import { addressesIn, followed, inJupyterLab, onGitHub, textsOf } from "./follow.js";

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
      ["[x](03-convolution.ipynb)", true],
      ["[x](../03-convolution.ipynb)", true],
      ["[x](03-convolution.ipynb#cell-id=title)", true],
      ["[x](03-convolution.ipynb#cell-id=none)", false],
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
