import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { type Cell, code, type Notebook, notebook, prose } from "../notebooks/notebook.js";
import { filesUnder, read, root } from "./files.js";
import { brokenLinks, cellsOf, faultsOf } from "./hygiene.js";
import { strictFaults } from "./strict.js";
import { traps } from "./traps.js";

const lessons = filesUnder("notebooks", ".ipynb").filter((path) => !path.includes(".ipynb_checkpoints"));
const codeOf = (cells: readonly Cell[]) => cells.filter((cell) => cell.cell_type === "code");

for (const path of lessons) {
  test(`${path} is in the form of a committed lesson`, () => {
    assert.deepEqual(faultsOf(join(root, path), read(path)), []);
  });
  test(`${path} avoids what stock tslab breaks on`, () => {
    assert.deepEqual(traps(codeOf(cellsOf(read(path)))), []);
  });
  test(`${path} passes a strict type check as one module`, () => {
    assert.deepEqual(strictFaults(basename(path, ".ipynb"), cellsOf(read(path))), []);
  });
}

test("README's table names every lesson once, in order", () => {
  const named = tableRows(existsSync(join(root, "README.md")) ? read("README.md") : "");
  assert.deepEqual(named, lessons);
});

test("every lesson's last words link to the next one", () => {
  for (const [index, path] of lessons.slice(0, -1).entries()) {
    const text = String(cellsOf(read(path)).at(-1)?.source);
    assert.match(
      text,
      new RegExp(`\\*\\*Next:\\*\\* \\[[^\\]]+\\]\\(${basename(lessons[index + 1] as string)}\\)`),
      path,
    );
  }
});

/** The lessons linked from lines that are rows of a table. */
function tableRows(readme: string): string[] {
  const rows = readme.split("\n").filter((line) => line.startsWith("|"));
  return rows.flatMap((row) => /\((?:\.\/)?(notebooks\/[\w-]+\.ipynb)\)/.exec(row)?.[1] ?? []);
}

interface Claim {
  number: number;
  lesson: string;
  cell: string;
}

test("every claim of data/claims.json points to a cell that exists", () => {
  const claims = existsSync(join(root, "data/claims.json"))
    ? (JSON.parse(read("data/claims.json")) as Claim[])
    : [];
  const lost = claims.filter(({ lesson, cell }) => {
    const path = lessons.find((name) => basename(name).slice(3) === `${lesson}.ipynb`);
    return path === undefined || !cellsOf(read(path)).some(({ id }) => id === cell);
  });
  assert.deepEqual(
    lost.map(({ number, lesson, cell }) => `claim ${number}: no cell ${cell} in ${lesson}`),
    [],
  );
  assert.equal(new Set(claims.map(({ number }) => number)).size, claims.length, "a number occurs twice");
});

const title = prose("title", "# A lesson");
const parameters = code("parameters", "let epochs = 10;", {
  metadata: { tags: ["parameters"] },
  execution_count: 1,
});
const ran = (id: string, source: string, more: Partial<Cell> = {}) =>
  code(id, source, { execution_count: 2, ...more });

test("faultsOf(path, content) accepts a good notebook and finds each kind of fault", () => {
  const faults = (input: Notebook) =>
    faultsOf(join(root, "notebooks/x.ipynb"), JSON.stringify(input)).join("\n");
  assert.equal(faults(notebook([title, parameters, ran("a", 'import { show } from "convlab";')])), "");
  const cases: [input: Notebook, expected: RegExp][] = [
    [{ ...notebook([title, parameters]), nbformat_minor: 4 }, /nbformat 4\.4/],
    [notebook([title, parameters], { widgets: {} }), /holds the metadata widgets/],
    [notebook([title, parameters], { kernelspec: { name: "python3" } }), /not for tslab/],
    [notebook([parameters]), /title/],
    [notebook([title]), /0 cells tagged parameters/],
    [notebook([title, parameters, { ...title }]), /bad cell ids/],
    [
      notebook([title, parameters, ran("a", "1", { metadata: { tags: ["injected-parameters"] } })]),
      /quick values/,
    ],
    [
      notebook([title, parameters, ran("a", "1", { metadata: { tags: ["raises-exception"] } })]),
      /expects errors/,
    ],
    [notebook([title, parameters, ran("a", "1\n".repeat(20))]), /cell a is longer than 20 lines/],
    [notebook([title, parameters, ran("a", "1", { execution_count: null })]), /cell a has count null, not 2/],
    [
      notebook([title, parameters, ran("a", "1", { outputs: [{ output_type: "error" }] })]),
      /cell a shows an error/,
    ],
    [
      notebook([
        title,
        parameters,
        ran("a", "1", { outputs: [{ name: "stderr", text: "Error: x\n    at f (a.js:1:2)" }] }),
      ]),
      /cell a shows an error/,
    ],
    [
      notebook([
        title,
        parameters,
        ran("a", "1", { outputs: [{ text: `in ${["", "home", "ada"].join("/")}` }] }),
      ]),
      /shows the path \/home/,
    ],
    [notebook([title, parameters, ran("a", 'import * as fs from "fs";')]), /imports fs/],
    [notebook([title, parameters, ran("a", 'import { x } from "../src/x";')]), /imports \.\.\/src\/x/],
    [notebook([title, parameters, prose("l", "[next](07-nothing.ipynb)")]), /links to 07-nothing\.ipynb/],
    [notebook([title, parameters, prose("big", "x".repeat(1_000_001))]), /larger than 1 MB/],
  ];
  for (const [input, expected] of cases) assert.match(faults(input), expected);
});

test("brokenLinks(path, markdown) follows relative links only", () => {
  const path = join(root, "README.md");
  const text =
    '[a](package.json#x) [b](https://example.org/b) [c](#here) `[d](none)` ![e](none.png) <img src="no.png">';
  assert.deepEqual(brokenLinks(path, text), ["none.png", "no.png"]);
});

test("traps(cells) finds what stock tslab breaks on, and nothing else", () => {
  const cells = (...sources: string[]) => sources.map((source, index) => ({ id: `c${index}`, source }));
  const bad: [sources: string[], expected: RegExp][] = [
    [["const rate = 0.1;", "\nfit({ rate });"], /^c1:2 \{ rate \} is from an earlier cell/],
    [["const { rate } = settings;", "fit({ rate });"], /^c1:1/],
    [['import { seeded } from "convlab";', "use({ seeded });"], /^c1:1/],
    [["function f() {}", "use({ f });"], /^c1:1/],
    [["await (async () => {})();"], /`await \(` at the top level/],
    [["const x = await (p);"], /`await \(`/],
    [["if (true) { await (p).then(g); }"], /`await \(`/],
    [["for await (const x of xs) {}"], /`for await`/],
    [['const fs = await import("node:fs");'], /`await import/],
    [["export const a = 1;"], /`export`/],
    [["import.meta.url"], /`import\.meta`/],
    [["using a = b;"], /`using`/],
  ];
  for (const [sources, expected] of bad) assert.match(traps(cells(...sources)).join("\n"), expected);
  const good = [
    ["const rate = 0.1;", "fit({ rate: rate });"],
    ["const rate = 0.1; fit({ rate });"],
    ["const rate = 0.1;", "const g = (rate: number) => ({ rate });"],
    ["function f() { const inner = 1; }", "const o = (x: number) => { const inner = x; return { inner }; };"],
    ["const f = async () => { await (p); for await (const x of xs) {} };"],
    ["await f(); await p; const r = await train(model, data);"],
  ];
  for (const sources of good) assert.deepEqual(traps(cells(...sources)), []);
});

test("strictFaults(name, cells) names the cell and line", () => {
  const cells = [
    code("load", 'import { loadMnist } from "convlab";\nconst data = await loadMnist({ testImages: 5 });'),
    prose("text", "Prose is no code."),
    code("use", "const count: number = data.train.count;\nconst wrong: string = data.train.count;"),
    code("implicit", "function g(x) { return x; }"),
  ];
  const faults = strictFaults("x", cells);
  assert.equal(faults.length, 2);
  assert.match(faults[0] ?? "", /^use:2 .*not assignable to type 'string'/);
  assert.match(faults[1] ?? "", /^implicit:1 .*implicitly/);
  assert.match(strictFaults("x", [code("a", "const a = 1;"), code("b", "const a = 2;")]).join(), /redeclare/);
});
