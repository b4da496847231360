import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { findPython, isForAll, othersMayRun } from "../../scripts/setup/checks.mjs";
import { checkForAll, openToAll } from "../../scripts/setup/everyone.mjs";
import { checkout } from "./copy.js";

let folder = "";
const on = (...names: string[]) => join(folder, ...names);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "everyone-"));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

/** A checkout as umask 077 leaves it. */
function shutCheckout(): string {
  const root = on("convlab");
  for (const name of ["data", "work", ".venv/bin", ".git"])
    mkdirSync(join(root, name), { recursive: true, mode: 0o700 });
  for (const name of ["data/sources.json", "work/mine.ipynb", ".git/config"])
    writeFileSync(join(root, name), '{ "sources": [] }', { mode: 0o600 });
  writeFileSync(join(root, ".venv/bin/python"), "#!/bin/sh\n", { mode: 0o700 });
  for (const name of ["", "data", "work", ".venv", ".venv/bin", ".git"]) chmodSync(join(root, name), 0o700);
  return root;
}

describe("an installation for everybody", () => {
  test("othersMayRun(program) looks at every folder above, through links", () => {
    mkdirSync(on("home", "bin"), { recursive: true });
    writeFileSync(on("home", "bin", "python"), "", { mode: 0o755 });
    symlinkSync(on("home", "bin", "python"), on("link"));
    assert.deepEqual([on("home", "bin", "python"), on("link")].map(othersMayRun), [true, true]);
    chmodSync(on("home"), 0o700);
    assert.deepEqual([on("home", "bin", "python"), on("link"), on("missing")].map(othersMayRun), [
      false,
      false,
      false,
    ]);
    chmodSync(on("home"), 0o755);
    chmodSync(on("home", "bin", "python"), 0o750);
    assert.equal(othersMayRun(on("link")), false);
  });

  test("findPython() takes one that everybody may run, where there is one", async () => {
    const forAll = await isForAll("/usr/bin/python3");
    if (forAll && (await isForAll(await findPython())) === false) assert.fail("a private one was taken");
    assert.equal(await isForAll("/usr/bin/no-such-python"), false);
  });

  test("openToAll(root) lets everybody read and pass, and leaves what is somebody's own", () => {
    const root = shutCheckout();
    openToAll(root);
    assert.deepEqual(
      ["", "data", "data/sources.json", ".venv/bin/python"].map((name) => modeOf(join(root, name))),
      ["755", "755", "644", "755"],
    );
    assert.deepEqual(
      ["work", "work/mine.ipynb", ".git"].map((name) => modeOf(join(root, name))),
      ["700", "600", "700"],
    );
  });

  test("checkForAll(root) says what is wrong, each with the way out, and nothing after it was mended", () => {
    const root = shutCheckout();
    const wrong = () => checkForAll(root).filter(({ ok }) => !ok);
    assert.deepEqual(
      wrong().map(({ what }) => what.split(":")[0]),
      ["Python", "Files"],
    );
    for (const { wayOut } of wrong()) assert.match(String(wayOut), /setup -- --all/);
    openToAll(root);
    assert.deepEqual(wrong(), []);
    chmodSync(folder, 0o700);
    assert.match(
      wrong()
        .map(({ what }) => what)
        .join(),
      /Folders above: .* lets only some pass/,
    );
  });
});

/** What a script of the checkout says to a user without rights; undefined where nobody can become one. */
function asStranger(code: string): { status: number | null; said: string } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const home = on("home");
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o777);
  const { status, stdout, stderr, error } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    uid: 20_001,
    gid: 20_001,
    cwd: home,
    env: { ...process.env, HOME: home },
    encoding: "utf8",
  });
  return error ? undefined : { status, said: stdout + stderr };
}

describe("a reader who may only read", {
  skip: process.getuid?.() !== 0 && "only root can become another user",
}, () => {
  const script = (path: string) => JSON.stringify(join(checkout, "scripts", path));

  test("has lessons and settings at home", () => {
    const { said = "" } =
      asStranger(`import i from ${script("installation.cjs")};
const root = ${JSON.stringify(checkout)};
console.log(i.isShared(root), i.readersFolder(root), i.readersCache(root), i.keeperOf(root));`) ?? {};
    const keeper = statSync(checkout).uid === 0 ? "root" : ".*";
    assert.match(said, new RegExp(`^true ${on("home")}/convlab ${on("home")}/.cache/convlab ${keeper}`));
  });

  test("is told who can fetch and set up", () => {
    const { said = "" } =
      asStranger(`import { refuseReader } from ${script("setup/readers.mjs")};
refuseReader(${JSON.stringify(checkout)}, "fetch Photographs", "fetch", "photographs");`) ?? {};
    assert.match(
      said,
      /Cannot fetch Photographs: convlab lies in .*, where you may not write\. Ask \S+, who may, to run this there: node scripts\/fetch\.mjs photographs/,
    );
  });

  test("gets copies of the lessons", () => {
    const { said = "" } =
      asStranger(`import { readersFiles } from ${script("start/readersFiles.mjs")};
console.log(readersFiles(${JSON.stringify(checkout)}, ${JSON.stringify(on("home", "convlab"))}).join());`) ??
      {};
    assert.match(said, /Added to convlab\/: 01-/);
    assert.equal(statSync(on("home", "convlab", "welcome.md")).uid, 20_001);
    assert.ok(existsSync(on("home", "convlab", "glossary.md")));
  });
});
