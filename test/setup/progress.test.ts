import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { csvTable, htmlTable, learnerNames } from "../../scripts/progress/tables.mjs";
import { checkout } from "./copy.js";

const listed = [
  { exercise: "convolution.1", number: "03.1", title: 'Nine "products"' },
  { exercise: "pooling.1", number: "06.1", title: "Maximum <2x2>" },
];
const learners = [
  { name: "ada", begun: true, rows: [{ exercise: "convolution.1", done: true, tries: 2 }] },
  { name: "=1+1", begun: true, rows: [{ exercise: "pooling.1", done: false, tries: 3 }] },
];

test("learnerNames(folders) keeps what tells the folders apart", () => {
  const cases: [string[], string[]][] = [
    [
      ["/srv/ada/convlab", "/srv/ben/convlab"],
      ["ada", "ben"],
    ],
    [
      ["/class/ada", "/class/ben"],
      ["ada", "ben"],
    ],
    [
      ["/a/x/1/convlab", "/a/y/2/convlab"],
      ["x/1", "y/2"],
    ],
    [
      ["/class/ada", "/class/ada/again"],
      ["ada", "ada/again"],
    ],
    [["/srv/ada/convlab"], ["convlab"]],
    [
      ["/srv/same", "/srv/same"],
      ["same", "same"],
    ],
  ];
  for (const [folders, names] of cases) assert.deepEqual(learnerNames(folders), names, folders.join(" "));
});

test("csvTable(listed, learners) has a line for each learner and exercise, and no formula", () => {
  const lines = csvTable(listed, learners).trim().split("\n");
  assert.deepEqual(lines, [
    "learner,exercise,number,title,done,tries",
    'ada,convolution.1,03.1,"Nine ""products""",true,2',
    "ada,pooling.1,06.1,Maximum <2x2>,false,0",
    `'=1+1,convolution.1,03.1,"Nine ""products""",false,0`,
    "'=1+1,pooling.1,06.1,Maximum <2x2>,false,3",
  ]);
});

test("htmlTable(listed, learners) marks what is done and what was tried, and shows titles as they are", () => {
  const html = htmlTable(listed, learners);
  assert.match(
    html,
    /03\.1.*Nine &quot;products&quot;<\/th><td title="done after 2 tries">✓ 2<\/td><td><\/td>/,
  );
  assert.match(
    html,
    /Maximum &lt;2x2&gt;<\/th><td><\/td><td class="tried" title="not done yet">3 tried<\/td>/,
  );
  assert.match(html, /done<\/th><td>1<\/td><td>0<\/td>/);
});

describe("npm run progress", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "class-"));
    for (const name of ["ada", "ben"]) mkdirSync(join(folder, name, "convlab"), { recursive: true });
    const kept = { "convolution.1": { done: true, tries: 1 }, "no such.9": { done: true, tries: 1 } };
    writeFileSync(join(folder, "ada", "convlab", "convlab-progress.json"), JSON.stringify(kept));
    writeFileSync(join(folder, "ben", "convlab", "convlab-progress.json"), "damaged {");
  });
  after(() => rmSync(folder, { recursive: true }));
  const progress = (...args: string[]) =>
    execFileSync(process.execPath, [join(checkout, "scripts", "progress.mjs"), ...args], {
      cwd: folder,
      encoding: "utf8",
    });

  test("makes one table of many folders, whatever lies in them", () => {
    const said = progress("ada/convlab", "ben/convlab");
    assert.match(said, /^ada: 1 of \d+ exercises done$/m);
    assert.match(said, /^ben: 0 of \d+ exercises done$/m);
    const csv = readFileSync(join(folder, "progress.csv"), "utf8");
    assert.match(csv, /^ada,convolution\.1,\d\d\.1,.*,true,1$/m);
    assert.doesNotMatch(csv, /no such/);
    assert.match(readFileSync(join(folder, "progress.html"), "utf8"), /<th scope="col">ben<\/th>/);
    progress("--output", "of/term", "ada/convlab");
    assert.ok(
      existsSync(join(folder, "of", "term", "progress.csv")),
      "the folder is made where there is none",
    );
  });

  test("names a folder that is not there", () => {
    assert.throws(() => progress("cleo"), /Cannot read the progress in cleo: there is no such folder/);
  });
});
