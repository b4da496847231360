// What takes the types out where oxc cannot run does the same as oxc, on every cell of the lessons.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { transformSync } from "esbuild";
import { isErasable } from "../../../src/kernel/compile/erasable.js";
import { erase } from "../../../src/kernel/compile/erase.js";
import { plainly } from "../../../src/kernel/compile/plainly.js";
import * as inPage from "../../../src/kernel/compile/sourceMap.browser.js";
import * as inNode from "../../../src/kernel/compile/sourceMap.js";
import ts from "../../../src/kernel/compile/typescript.cjs";

const folder = new URL("../../../notebooks/", import.meta.url);

/** The code cells of all lessons without their imports, as the compiler hands them on. */
function* cells(): Generator<string> {
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".ipynb"))) {
    const { cells } = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    for (const { cell_type: type, source } of cells) {
      if (type !== "code") continue;
      const text = source.join("");
      const file = ts.createSourceFile("cell.ts", text, ts.ScriptTarget.ESNext, true);
      if (!isErasable(file, 0)) continue;
      let body = text;
      for (const each of file.statements)
        if (ts.isImportDeclaration(each))
          body =
            body.slice(0, each.pos) +
            body.slice(each.pos, each.end).replace(/[^\n]/g, " ") +
            body.slice(each.end);
      yield body;
    }
  }
}

/** The same for texts that mean the same; the empty statement before the code does nothing. */
const meaning = (code: string): string =>
  transformSync(`async function cell() {${code.replace(/^;/, "")}\n}`, {
    loader: "js",
    minifyWhitespace: true,
    target: "esnext",
  }).code;

type Locate = ReturnType<typeof inNode.originalsOf>;

/** Each call of the code, and what stands in the cell where its name comes from: the same. Words in texts are left out. */
function callsOf(body: string, code: string, locate: Locate, margin: number): string[] {
  const calls = code.split("\n").flatMap((text, line) =>
    [...text.matchAll(/(?<![\w$.])[A-Za-z_$][\w$]*(?=\()/g)].map((found) => {
      const place = locate(line, found.index);
      const at = (place?.column ?? 0) - (place?.line === 0 ? margin : 0);
      return `${found[0]} ${place?.line}: ${body.split("\n")[place?.line ?? 0]?.slice(at, at + found[0].length)}`;
    }),
  );
  return calls.filter((call) => /^(\S+) \d+: \1$/.test(call));
}

test("plainly(body) means what erase(body) means, and its map leads to the same places", () => {
  let [count, right] = [0, 0];
  for (const body of cells()) {
    const [ours, theirs] = [plainly(body, true), erase(body, true)];
    assert.equal(meaning(ours.code), meaning(theirs.code));
    const [map, other] = [ours.map?.(), theirs.map?.()];
    assert.ok(map && other);
    const calls = callsOf(body, ours.code, inPage.originalsOf(map), ours.margin);
    assert.deepEqual(calls, callsOf(body, theirs.code, inNode.originalsOf(other), theirs.margin));
    right += calls.length;
    count++;
  }
  assert.ok(count > 300, `${count} cells`);
  assert.ok(right > 1000, `${right} calls lead to themselves`);
});

test("both readers of maps find the same place for every place", () => {
  const { code, map } = plainly(
    "const a: number = 1;\nconst f = (x: string): number => {\n  return x.length;\n};",
    false,
  );
  const payload = map?.();
  assert.ok(payload);
  const [ours, theirs] = [inPage.originalsOf(payload), inNode.originalsOf(payload)];
  for (const [line, text] of code.split("\n").entries())
    for (let column = 0; column <= text.length; column++)
      assert.deepEqual(ours(line, column), theirs(line, column), `${line}:${column}`);
});
