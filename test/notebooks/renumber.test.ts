import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { lessonNumber, lessonOrder } from "../../src/lessons/order.js";
import { root } from "../house/files.js";
import { brokenLinks, cellsOf } from "../house/hygiene.js";

type Renumber = (root: string, options?: { check?: boolean }) => Promise<string[]>;
const { renumber } = (await import(
  new URL("../../scripts/notebooks/renumber.mjs", import.meta.url).href
)) as {
  renumber: Renumber;
};

const added = "a-new-lesson";
const place = 3; // it becomes the fourth
const numbers = new Map(
  lessonOrder.map((name, index) => [lessonNumber(name), padded(index + (index < place ? 1 : 2))]),
);
const copies = ["README.md", "CONTRIBUTING.md", "docs", "data", "src", "notebooks", "package.json"];

function padded(number: number): string {
  return String(number).padStart(2, "0");
}

/** A copy of all that carries numbers, with a lesson added in the middle. */
function copyWithOneMore(): string {
  const folder = mkdtempSync(join(tmpdir(), "convlab-renumber-"));
  for (const name of copies) {
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      filter: (path) => !/[\\/]data[\\/](?:results|weights)/.test(path) && !/\.ipynb_checkpoints/.test(path),
    });
  }
  const order = [...lessonOrder.slice(0, place), added, ...lessonOrder.slice(place)];
  mkdirSync(join(folder, "dist", "lessons"), { recursive: true });
  writeFileSync(
    join(folder, "dist", "lessons", "order.js"),
    `export const lessonOrder = ${JSON.stringify(order)};
export const lessonNumber = (name) => String(lessonOrder.indexOf(name) + 1).padStart(2, "0");`,
  );
  const lesson = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 };
  writeFileSync(join(folder, "notebooks", `${added}.ipynb`), JSON.stringify(lesson));
  return folder;
}

const read = (folder: string, path: string) => readFileSync(join(folder, path), "utf8");
const moved = (number: string) => numbers.get(number) ?? number;
const notebook = (folder: string, lesson: string) => {
  const file = readdirSync(join(folder, "notebooks")).find((name) => name.slice(3) === `${lesson}.ipynb`);
  assert.ok(file, lesson);
  return { file, content: read(folder, `notebooks/${file}`) };
};
const sourcesOf = (content: string) => cellsOf(content).map(({ source }) => source);

describe("npm run lessons -- --renumber", () => {
  let folder = "";
  before(async () => {
    folder = copyWithOneMore();
    await renumber(folder);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("finds nothing to do in the checkout: every number stands as the list has it", async () => {
    assert.deepEqual(await renumber(root, { check: true }), []);
  });

  it("names the notebooks by their new place", () => {
    const stems = [...lessonOrder.slice(0, place), added, ...lessonOrder.slice(place)];
    const files = stems.map((name, index) => `${padded(index + 1)}-${name}.ipynb`);
    assert.deepEqual(readdirSync(join(folder, "notebooks")).sort(), files);
  });

  it("every link leads somewhere and says the number it leads to", () => {
    const texts: [string, string][] = [
      ["README.md", read(folder, "README.md")],
      ["docs/lecture-notes.md", read(folder, "docs/lecture-notes.md")],
      ...lessonOrder.map((name): [string, string] => {
        const { file, content } = notebook(folder, name);
        return [`notebooks/${file}`, sourcesOf(content).join("\n\n")];
      }),
    ];
    for (const [path, text] of texts) {
      const broken = brokenLinks(join(folder, path), text).filter((link) => /\d\d-/.test(link));
      assert.deepEqual(broken, [], path);
      const links = text.matchAll(/\[[^\]\n]*?(\d\d)[^\]\n]*\]\((?:\.\.\/)?(?:notebooks\/)?(\d\d)-/g);
      for (const [link, said, target] of links) assert.equal(said, target, `${path}: ${link}`);
    }
  });

  it("lessons named in prose and code stay the same lessons; numbers that name none stay", () => {
    // Each mention with all numbers behind it, also where words stand between them.
    const mentions = (text: string) =>
      [...text.matchAll(/\b[Ll]essons? [^.;\n]*/g)].map(([mention]) =>
        [...mention.matchAll(/(?<![\w.-])\d\d(?![\w.-]*\w)/g)].map(([number]) => number),
      );
    let seen = 0;
    for (const name of lessonOrder) {
      const [now, then] = [folder, root].map((from) => sourcesOf(notebook(from, name).content));
      assert.equal(now?.length, then?.length);
      for (const [index, text] of (then ?? []).entries()) {
        const run = /\b[Ll]essons? (?:\[?\d\d\]?(?:\([^)]*\))?(?:, | and | to | or )?)+/g;
        const [were, are] = [text, now?.[index] ?? ""].map((each) =>
          [...each.matchAll(run)].flatMap(([found]) => mentions(found).flat()),
        );
        assert.deepEqual(are, were?.map(moved), `${name}: ${text}`);
        seen += were?.length ?? 0;
      }
    }
    assert.ok(seen > 60, `${seen} mentions were compared`);
    const decimals = (texts: string[]) =>
      texts
        .map((text) => text.replace(/\*\*\d\d\.\d+/g, "")) // the number of an exercise
        .flatMap((text) => text.match(/\b\d+\.\d{2,}|\b1\d\d+\b/g) ?? []);
    for (const name of lessonOrder) {
      const [now, then] = [folder, root].map((from) => decimals(sourcesOf(notebook(from, name).content)));
      assert.deepEqual(now, then, name);
    }
  });

  it("titles and the exercises' numbers follow, the exercises' names do not", () => {
    for (const name of lessonOrder) {
      const number = moved(lessonNumber(name));
      const text = sourcesOf(notebook(folder, name).content).join("\n\n");
      assert.match(text, new RegExp(`^# ${number} · `));
      const exercises = [...text.matchAll(/\*\*(\d\d)\.\d/g)].map(([, said]) => said);
      assert.ok(exercises.length >= 4, name);
      assert.deepEqual([...new Set(exercises)], [number], name);
      assert.match(text, new RegExp(`exercise\\("${name}\\.1"\\)`));
    }
  });

  it("outputs keep every byte", () => {
    const outputs = (content: string) => cellsOf(content).map((cell) => JSON.stringify(cell.outputs ?? []));
    for (const name of lessonOrder) {
      assert.deepEqual(outputs(notebook(folder, name).content), outputs(notebook(root, name).content), name);
      assert.equal(
        notebook(folder, name).content.match(/e-\d\d/g)?.length,
        notebook(root, name).content.match(/e-\d\d/g)?.length,
      );
    }
  });

  it("README's table is sorted, its commands name the same lessons", () => {
    const readme = read(folder, "README.md");
    const rows = [...readme.matchAll(/^\| (\d\d) \| \[.*?\]\(notebooks\/(\d\d)-/gm)];
    assert.equal(rows.length, lessonOrder.length);
    for (const [row, said, file] of rows) assert.equal(said, file, row);
    assert.deepEqual(
      rows.map(([, said]) => said),
      rows.map(([, said]) => said).sort(),
    );
    assert.match(readme, /--restore 08.*lesson 08 beside yours/);
    assert.match(readme, /npm run lessons -- 08 --quick/);
  });

  it("a second run finds nothing to do", async () => {
    assert.deepEqual(await renumber(folder), []);
  });

  it("refuses a notebook that is on no list and a lesson without a notebook", async () => {
    const name = join(folder, "notebooks", "stray.ipynb");
    writeFileSync(name, "{}");
    await assert.rejects(renumber(folder), /^Error: Cannot number stray\.ipynb: .* Put it there\.$/);
    rmSync(name);
    rmSync(join(folder, "notebooks", `04-${added}.ipynb`));
    await assert.rejects(renumber(folder), /^Error: Cannot number a-new-lesson: notebooks\/ has no/);
  });
});
