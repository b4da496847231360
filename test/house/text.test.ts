import assert from "node:assert/strict";
import { test } from "node:test";
import { filesUnder, projectFiles, read, root } from "./files.js";
import { brokenLinks } from "./hygiene.js";
import { roomOf } from "./layers.js";
import { textFaults } from "./text.js";

const textual =
  /\.(?:ts|mjs|cjs|js|json|md|py|ipynb|in|txt|yml|toml)$|(?:^|\/)(?:run|LICENSE|\.npmrc|\.gitignore)$/;
const files = projectFiles().filter((path) => textual.test(path));

test("committed text names no machine, no package host, and leaves nothing to be done", () => {
  assert.ok(files.includes("package.json"));
  assert.deepEqual(
    files.flatMap((path) => textFaults(path, read(path))),
    [],
  );
});

test("textFaults(path, text) finds each kind, and leaves ordinary text alone", () => {
  // Put together here, so that this file does not hold what it looks for.
  const bad = [
    ["", "root", "x.json"].join("/"),
    `"${["", "home", "ada", "convlab"].join("/")}"`,
    ["C:", "Users", "ada"].join("\\"),
    `// ${"TO"}${"DO"}: later`,
    `${"FIX"}${"ME"}`,
    `https://registry.${"npmjs"}.org/tslab`,
    `https://files.${"pythonhosted"}.org/packages`,
    `${"pypi"}.org/simple`,
  ];
  for (const text of bad) assert.equal(textFaults("a.ts", text).length, 1, text);
  const good = [
    "notebooks/ and work/06-mnist-cnn.ipynb",
    "https://example.org/home/page",
    "`npm start` opens work/scratch",
    "the todo list of an épée lesson",
    "pypi",
    '{"registry": "npm"}',
    `"image/png": "${"iVBORw0KGgo".repeat(20)}/${"XX"}${"X"}/${"AAAA".repeat(40)}="`,
  ];
  for (const text of good) assert.deepEqual(textFaults("a.ts", text), [], text);
});

test("links in Markdown files lead somewhere", () => {
  const broken = files
    .filter((path) => path.endsWith(".md"))
    .flatMap((path) => brokenLinks(`${root}/${path}`, read(path)).map((link) => `${path}: ${link}`));
  assert.deepEqual(broken, []);
});

test("every file of src/ has an owner room", () => {
  const rooms = ["platform", "arithmetic", "charts", "images", "networks", "notebook", "lessons", "kernel"];
  const strays = filesUnder("src", "")
    .filter((path) => !["src/index.ts", "src/tsconfig.json"].includes(path))
    .filter((path) => !rooms.includes(roomOf(path)));
  assert.deepEqual(strays, []);
});
