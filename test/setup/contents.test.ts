import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const read = (path: string) => readFileSync(join(root, path), "utf8");

let bytes = 0;
let files: string[] = [];
before(() => {
  const options = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  const said = execFileSync("npm", options, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [found] = JSON.parse(said.slice(said.indexOf("["))) as [{ size: number; files: { path: string }[] }];
  bytes = found.size;
  files = found.files.map(({ path }) => path);
});

describe("npm pack", () => {
  test("is as large as the README says, and at most 10 MB", () => {
    const said = Number(/`convlab-[\d.]+\.tgz` \(([\d.]+) MB\)/.exec(read("README.md"))?.[1]);
    assert.ok(Math.abs(bytes / 1e6 - said) < 0.5, `README says ${said} MB, it has ${bytes / 1e6} MB`);
    assert.ok(bytes < 10e6);
  });

  test("holds the library, its declarations, data, lessons and commands", () => {
    const wanted = [
      "LICENSE",
      "README.md",
      "data/sources.json",
      "data/weights/mnist-cnn/weights.bin",
      "dist/experiments/mnist-cnn/width.js",
      "dist/index.d.ts",
      "dist/kernel/compile/typescript.cjs",
      "dist/kernel/main.js",
      "dist/lab/controls.js",
      "dist/lab/extension.js",
      "scripts/convlab.mjs",
      "scripts/requirements.txt",
      "scripts/setup/tfjs-node/package-lock.json",
    ];
    assert.deepEqual(
      wanted.filter((path) => !files.includes(path)),
      [],
    );
    const lessons = files.filter((path) => path.startsWith("notebooks/"));
    assert.equal(lessons.length, read("README.md").match(/^\| \d\d \| /gm)?.length);
  });

  test("holds nothing that only this checkout needs", () => {
    const needless =
      /^(?:src|test|bench|docs|experiments|lab|work)\/|\.map$|tsbuildinfo|__pycache__|checkpoints|claims|scripts\/(?:bench|tests?|experiments|lab)\b/;
    assert.deepEqual(
      files.filter((path) => needless.test(path)),
      [],
    );
    // The extension of JupyterLab and the program of controls are bundled from several.
    const sources = files.filter((path) => /^dist\/(?!lab\/(?:controls|extension)\.js).*\.c?js$/.test(path));
    const stale = sources.filter((path) => {
      const source = path.replace(/^dist\/(?!experiments\/)/, "src/").replace(/^dist\//, "");
      return !ts.sys.fileExists(join(root, source.replace(/js$/, "ts")));
    });
    assert.deepEqual(stale, [], "compiled from sources that are gone: npm run setup takes them away");
  });

  test("holds every file that one of its files imports, and no path of this machine", () => {
    const code = files.filter((path) => /\.[cm]?(?:js|ts)$/.test(path));
    const missing = code.flatMap((path) =>
      ts
        .preProcessFile(read(path), true, true)
        .importedFiles.map(({ fileName }) => fileName)
        .filter((name) => name.startsWith("."))
        .map((name) => posix.join(posix.dirname(path), name))
        .filter((target) => !files.includes(target))
        // What only a checkout asks for is imported when it is asked for.
        .filter((target) => target !== "scripts/notebooks/renumber.mjs")
        .map((target) => `${path} imports ${target}`),
    );
    assert.deepEqual(missing, []);
    const telling = files.filter(
      (path) => /\.(?:[cm]?js|ts|json|py)$/.test(path) && read(path).includes(root),
    );
    assert.deepEqual(telling, []);
  });
});

test("the lock of set-up's own package has what the checkout's lock has", () => {
  const packagesOf = (path: string) =>
    Object.entries(
      (
        JSON.parse(read(path)) as {
          packages: Record<string, { version?: string; integrity?: string; link?: boolean }>;
        }
      ).packages,
    );
  const named = (path: string, { version, integrity }: { version?: string; integrity?: string }) =>
    `${path.split("node_modules/").at(-1)} ${version} ${integrity}`;
  const whole = new Set(packagesOf("package-lock.json").map(([path, one]) => named(path, one)));
  const own = packagesOf("scripts/setup/tfjs-node/package-lock.json").filter(
    ([path, { link }]) => path.startsWith("node_modules/") && !link,
  );
  assert.ok(own.length > 20);
  assert.deepEqual(
    own.map(([path, one]) => named(path, one)).filter((one) => !whole.has(one)),
    [],
  );
});
