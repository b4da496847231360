import assert from "node:assert/strict";
import { basename } from "node:path";
import { test } from "node:test";
import type { LessonName } from "../../src/lessons/order.js";
import { code, lessonStem, prose } from "../notebooks/notebook.js";
import { filesUnder, read } from "./files.js";
import { formFaults, formOf, minutesOf } from "./form.js";
import { cellsOf } from "./hygiene.js";

/** The lessons that are written anew; the others follow. */
const written: readonly LessonName[] = [
  "images-and-dense-layers",
  "how-a-network-learns",
  "convolution",
  "padding-and-stride",
  "channels-and-parameters",
  "pooling",
  "gap-vs-flatten",
  "lenet-5",
  "what-training-needs",
  "class-activation-maps",
  "mnist-cnn",
];
const files = filesUnder("notebooks", ".ipynb");

for (const name of written) {
  test(`${name} keeps to the form of a lesson, and takes the minutes that it and README say`, () => {
    const path = files.find((file) => basename(file) === `${lessonStem(name)}.ipynb`);
    assert.ok(path);
    const cells = cellsOf(read(path));
    assert.deepEqual(formFaults(cells), []);
    const row = read("README.md")
      .split("\n")
      .find((line) => line.startsWith("|") && line.includes(`(${path})`));
    assert.equal(Number(row?.split("|").at(-2)), minutesOf(formOf(cells)), "README's minutes");
  });
}

const guess = (index: number) => code(`g${index}`, `compare(guess${index}, 1);`);
const asked = (index: number) => code(`e${index}`, `exercise("a.${index}").check(answer${index});`);
const good = [
  prose("title", "# A\n\n**Time:** about 30 minutes"),
  code("imports", 'import { a, b } from "convlab";'),
  code("explorer", "show(anExplorer());"),
  ...[1, 2, 3].map(guess),
  ...[1, 2, 3, 4].map(asked),
];

test("formFaults(cells) accepts a lesson in form and finds each kind of fault", () => {
  assert.deepEqual(formFaults(good), []);
  const faults = (more: typeof good, from = 0) => formFaults([...good.slice(0, good.length - from), ...more]);
  assert.match(
    faults(Array.from({ length: 70 }, (_, i) => prose(`p${i}`, ""))).join(),
    /80 cells, 75 at most/,
  );
  assert.match(faults([prose("p", "word ".repeat(3_600))]).join(), /3604 words|360\d words/);
  const names = Array.from({ length: 31 }, (_, index) => `n${index}`).join(", ");
  assert.match(faults([code("i", `import { ${names} } from "convlab";`)]).join(), /33 imports, 30 at most/);
  assert.match(faults([code("l", "1;\n".repeat(16))]).join(), /cell l is longer than 15 lines/);
  assert.match(faults([], 1).join(), /3 exercises, not 4 to 6/);
  assert.match(faults([4, 5, 6, 7].map(guess)).join(), /7 predictions, not 3 to 6/);
  assert.match(faults([prose("p", "word ".repeat(1_000))]).join(), /the title says 30 minutes, the rule 35/);
  assert.match(formFaults(good.filter(({ id }) => id !== "explorer")).join(), /no explorer/);
});
