import assert from "node:assert/strict";
import { test } from "node:test";
import { filesUnder } from "./files.js";
import { reasons, strayFault } from "./mirror.js";

const sources = filesUnder("src", ".ts");
const tests = filesUnder("test", ".test.ts");

test("test/ mirrors src/: each test lies in the folder of what it tests, under its name", () => {
  assert.ok(tests.length > 90, `${tests.length} tests were found`);
  assert.deepEqual(
    tests.flatMap((path) => strayFault(path, sources) ?? []),
    [],
  );
});

test("test/house/mirror.ts gives reasons only where one is needed", () => {
  for (const path of Object.keys(reasons)) {
    assert.ok(tests.includes(path), `${path} is there no longer`);
    assert.ok(!sources.includes(path.replace(/^test/, "src").replace(".test.ts", ".ts")), path);
  }
});

test("strayFault(path, sources) finds wrong folders and wrong names", () => {
  const some = ["src/charts/figures/bars.ts", "src/charts/color.ts", "src/index.ts"];
  const good = [
    "test/charts/figures/bars.test.ts",
    "test/charts/figures/barsInRows.test.ts",
    "test/charts/pictures.test.ts",
    "test/browser/anything.test.ts",
  ];
  for (const path of good) assert.equal(strayFault(path, some), undefined, path);
  assert.match(strayFault("test/charts/bars.test.ts", some) ?? "", /there is no src\/charts\/bars\.ts/);
  assert.match(strayFault("test/charts/figures/barstool.test.ts", some) ?? "", /barstool/);
  assert.match(strayFault("test/maps/bars.test.ts", some) ?? "", /there is no src\/maps\//);
  assert.match(strayFault("test/bars.test.ts", some) ?? "", /there is no src\/bars\.ts/);
});
