import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, describe, test } from "node:test";
import { chosen } from "../../scripts/lessonPictures.mjs";
import { listedLessons, writeWelcome } from "../../scripts/welcome.mjs";
import { exercises } from "../../src/lessons/exercise/catalogue.js";
import { recordTry } from "../../src/lessons/exercise/progress.js";
import { type LessonName, lessonNumber, lessonOrder } from "../../src/lessons/order.js";
import { checkout } from "./copy.js";

let root = "";
beforeEach(() => {
  if (root) rmSync(root, { recursive: true });
  root = mkdtempSync(join(tmpdir(), "welcome-"));
  for (const folder of ["notebooks", "work"]) mkdirSync(join(root, folder));
  lesson("01-lines.ipynb", "01 · Lines", ["lines.1", "lines.2", "lines.2"]);
  lesson("02-curves.ipynb", "02 · Curves", ["curves.1"]);
});
after(() => rmSync(root, { recursive: true }));

const picture = { "image/png": "iVBORw0KGgo=", "text/plain": "A line." };
function lesson(name: string, title: string, ids: readonly string[]): void {
  const opening = `# ${title}\n\n> Draw | them.\n\n**Time:** about 40 minutes, of which none is lost.`;
  const code = ids.map((id) => ({ cell_type: "code", source: `exercise("${id}").check(answer);` }));
  const shown = {
    output_type: "display_data",
    data: picture,
    metadata: { "image/png": { alt: 'A "line"' } },
  };
  const cells = [
    { cell_type: "markdown", source: opening },
    { cell_type: "code", source: "", outputs: [shown] },
  ];
  writeFileSync(join(root, "notebooks", name), JSON.stringify({ cells: [...cells, ...code], metadata: {} }));
}
const progress = (kept: object | string) =>
  writeFileSync(
    join(root, "work", "convlab-progress.json"),
    typeof kept === "string" ? kept : JSON.stringify(kept),
  );
const file = () => join(root, "work", "welcome.md");
const page = () => {
  writeWelcome(root);
  return readFileSync(file(), "utf8");
};
const done = { done: true, tries: 2 };

describe("writeWelcome(root)", () => {
  test("lists the lessons with their pictures, promises, minutes and exercises", () => {
    const rows = page()
      .split("\n")
      .filter((line) => /\.ipynb\).*\|$/.test(line));
    const image = `<img src="data:image/png;base64,${picture["image/png"]}" width="176" style="min-width:176px" alt="A &quot;line&quot;">`;
    assert.deepEqual(rows, [
      `| ${image} | **[01 · Lines](01-lines.ipynb)**<br>Draw \\| them. | 40&nbsp;minutes<br>2&nbsp;exercises |`,
      `| ${image} | **[02 · Curves](02-curves.ipynb)**<br>Draw \\| them. | 40&nbsp;minutes<br>1&nbsp;exercise |`,
    ]);
  });

  test("tells where to go on, and what is done", () => {
    const cases = [
      [{}, /Start here: \[01 /, /<br>2&nbsp;exercises/],
      ["not JSON", /Start here: \[01 /, /<br>2&nbsp;exercises/],
      [null, /Start here: \[01 /, /<br>2&nbsp;exercises/],
      [{ "lines.1": { done: false, tries: 3 } }, /Start here: \[01 /, /<br>2&nbsp;exercises/],
      [{ "lines.1": done }, /Go on here: \[01 /, /<br>1&nbsp;of&nbsp;2&nbsp;done/],
      [{ "lines.1": done, "lines.2": done }, /Go on here: \[02 /, /<br>✓&nbsp;all&nbsp;2&nbsp;done/],
      [{ "curves.1": done }, /end of the last lesson/, /<br>✓&nbsp;all&nbsp;1&nbsp;done/],
    ] as const;
    for (const [kept, where, count] of cases) {
      progress(kept === null ? "null" : kept);
      assert.match(page(), where);
      assert.match(page(), count);
    }
  });

  test("reads what the lessons keep", () => {
    const folder = join(root, "work");
    process.env.CONVLAB_PROGRESS = folder;
    recordTry("pooling.1", false);
    recordTry("pooling.2", true);
    delete process.env.CONVLAB_PROGRESS;
    writeWelcome(checkout, folder);
    const text = readFileSync(file(), "utf8");
    assert.match(text, /Go on here: \[06 · Pooling/);
    assert.equal(text.match(/1&nbsp;of&nbsp;5&nbsp;done/g)?.length, 1);
  });

  test("lists a lesson that is only begun by its file's name", () => {
    writeFileSync(join(root, "notebooks", "03-next.ipynb"), '{"cells":[],"metadata":{}}');
    assert.match(page(), /\n\| {2}\| \*\*\[03 · next\]\(03-next\.ipynb\)\*\*<br> \| <br> \|\n/);
  });

  test("is made anew when something has changed; a page of the reader's own stays", () => {
    assert.equal(writeWelcome(root), true);
    assert.equal(writeWelcome(root), false);
    progress({ "lines.1": done });
    assert.equal(writeWelcome(root), true);
    writeFileSync(file(), "# Mine");
    assert.equal(writeWelcome(root), false);
    assert.equal(readFileSync(file(), "utf8"), "# Mine");
  });

  test("of the real lessons each has a picture with words, its minutes, and the exercises that the library knows", () => {
    const listed = listedLessons(checkout);
    assert.deepEqual(
      listed.map(({ file: name }) => name),
      lessonOrder.map((name) => `${lessonNumber(name)}-${name}.ipynb`),
    );
    assert.deepEqual(Object.keys(chosen), [...lessonOrder], "a picture is chosen for each");
    for (const { file: name, minutes, picture: shown } of listed) {
      assert.match(minutes, /^\d\d minutes$/, name);
      assert.ok((shown?.alt.length ?? 0) > 40 && (shown?.bytes.length ?? 0) > 3_000, name);
    }
    assert.deepEqual(listed.flatMap((each) => each.exercises).sort(), [...exercises()].sort());
  });

  for (const [name, { begins }] of Object.entries(chosen)) {
    test(`the picture chosen for ${name} is one of its outputs`, () => {
      const path = join(checkout, "notebooks", `${lessonNumber(name as LessonName)}-${name}.ipynb`);
      const { cells } = JSON.parse(readFileSync(path, "utf8")) as {
        cells: { outputs?: { data?: Record<string, string[] | string> }[] }[];
      };
      const said = cells
        .flatMap(({ outputs = [] }) => outputs)
        .filter(({ data }) => data?.["image/png"] ?? data?.["image/jpeg"])
        .map(({ data }) => [data?.["text/plain"] ?? ""].flat().join(""));
      assert.ok(
        said.some((sentence) => begins.test(sentence)),
        `none begins as ${begins}`,
      );
    });
  }
});
