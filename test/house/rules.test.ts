import assert from "node:assert/strict";
import { test } from "node:test";
import { filesUnder, read } from "./files.js";

/** What stands once in src/: how it would look written again, and the file that owns it. */
const rules: readonly [what: string, copy: RegExp, owner: string][] = [
  [
    "the check of whole numbers",
    /\bNumber\.is(?:Safe)?Integer\b|\bMath\.(?:floor|trunc|round)\(([\w.]+)\) [!=]== \1(?![\w.])|% 1 [!=]== 0/,
    "src/arithmetic/whole.ts",
  ],
  ["the type Matrix", /^(?:export )?(?:type|interface) Matrix\b/m, "src/arithmetic/matrix.ts"],
  ["the type PixelImage", /^(?:export )?(?:type|interface) PixelImage\b/m, "src/arithmetic/pixelImage.ts"],
  [
    "the median",
    /(?:function|const) median\b|\[Math\.floor\(\w+\.length \/ 2\)\]/,
    "src/arithmetic/statistics/statistics.ts",
  ],
];

const sources = filesUnder("src", ".ts").filter((path) => !path.startsWith("src/kernel/"));

for (const [what, copy, owner] of rules) {
  test(`${what} stands in ${owner} and nowhere else`, () => {
    assert.match(read(owner), copy);
    assert.deepEqual(
      sources.filter((path) => path !== owner && copy.test(read(path))),
      [],
    );
  });
}

test("the rules know a copy when they see one", () => {
  const copies = [
    "if (!Number.isInteger(side) || side < 1) {",
    "sides.every(Number.isSafeInteger)",
    "if (Math.floor(a.side) !== a.side) throw",
    "side % 1 !== 0",
    "type Matrix = number[][];",
    "export interface PixelImage {",
    "const median = (values) => 1",
    "sorted[Math.floor(sorted.length / 2)]",
  ];
  for (const line of copies)
    assert.ok(
      rules.some(([, copy]) => copy.test(line)),
      line,
    );
  const others = ["Math.floor(a) !== b", 'import type { Matrix } from "./matrix.js";', "side % 10 === 0"];
  for (const line of others) assert.ok(!rules.some(([, copy]) => copy.test(line)), line);
});
