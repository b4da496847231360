import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { checkout, load } from "./copy.js";

let root = "";
before(() => {
  root = mkdtempSync(join(tmpdir(), "parts-"));
  mkdirSync(join(root, ".cache"));
});
after(() => rmSync(root, { recursive: true }));

describe("run.mjs", () => {
  // What the programs really print, and the trouble it means.
  const cases: readonly [kind: string, printed: string, message: RegExp][] = [
    ["disk", "npm error code ENOSPC\nnpm error nospc write", /the disk is full \(.+ free\)/],
    [
      "disk",
      "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
      /the disk is full/,
    ],
    ["disk", "/usr/bin/ld: final link failed: No space left on device", /the disk is full/],
    ["write", "npm error code EROFS\nnpm error rofs Often virtualized file systems", /cannot be written to/],
    [
      "hash",
      "npm error code EINTEGRITY\nnpm error sha512-a integrity checksum failed when using sha512",
      /SHA-256 differs/,
    ],
    ["hash", "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", /SHA-256 differs/],
    [
      "network",
      "npm error code ENOTFOUND\nnpm error network request to x failed, reason: getaddrinfo ENOTFOUND x",
      /out of reach/,
    ],
    [
      "network",
      "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError(x: [Errno 111] Connection refused)'",
      /out of reach/,
    ],
    [
      "cut",
      "error: incomplete-download\n\nx Download failed because not enough bytes were received",
      /cut off in the middle/,
    ],
    [
      "certificate",
      "npm error code SELF_SIGNED_CERT_IN_CHAIN",
      /certificate of the npm registry is not trusted/,
    ],
    ["absent", "ERROR: No matching distribution found for pip==26.3", /does not have it/],
  ];
  for (const [kind, printed, message] of cases) {
    test(`failure(${printed.slice(0, 40).replaceAll("\n", " ")}…) is about: ${kind}`, async () => {
      type Run = {
        troubleIn(text: string): string;
        failure(action: string, text: string, options: object): Error;
      };
      const { troubleIn, failure } = await load<Run>("setup/run.mjs");
      assert.equal(troubleIn(printed), kind);
      const error = failure("do a thing", printed, { root, registry: "npm" });
      assert.match(error.message, message);
      assert.match(error.message, /^Cannot do a thing: [^\n]+\.$/);
    });
  }

  test("failure(unknown trouble) gives the last error and where all of it is", async () => {
    type Run = { failure(action: string, text: string, options: object): Error };
    const { failure } = await load<Run>("setup/run.mjs");
    const error = failure("do a thing", "start\nfatal error: odd.h is odd\nbye", { root });
    assert.match(
      error.message,
      /^Cannot do a thing: fatal error: odd\.h is odd\. All it said is in \.cache\/setup\.log\./,
    );
    assert.match(readFileSync(join(root, ".cache", "setup.log"), "utf8"), /^start/);
  });
});

describe("lock.mjs", () => {
  type Lock = {
    takeLock(root: string, options?: { onWait?(pid: number): void; pollEvery?: number }): Promise<() => void>;
  };
  const file = () => join(root, ".cache", "setup.lock");

  test("takeLock(root) waits for a living holder, and gives back", async () => {
    const { takeLock } = await load<Lock>("setup/lock.mjs");
    const first = await takeLock(root);
    let waited = 0;
    const second = takeLock(root, { onWait: (pid) => (waited = pid), pollEvery: 10 });
    await new Promise((done) => setTimeout(done, 50));
    assert.equal(waited, process.pid);
    first();
    (await second)();
    assert.equal(existsSync(file()), false);
  });

  test("takeLock(root) takes over from a holder that is gone", async () => {
    const { takeLock } = await load<Lock>("setup/lock.mjs");
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    for (const content of [`${dead} 123\n`, "", "nonsense", `${process.pid} 1\n`]) {
      writeFileSync(file(), content);
      (await takeLock(root))();
      assert.equal(existsSync(file()), false, content);
    }
  });
});

describe("stamps.mjs", () => {
  test("hashOfFiles(root, paths) changes with a name, a content and a new file, and only then", async () => {
    type Stamps = { hashOfFiles(root: string, paths: string[], keep?: (name: string) => boolean): string };
    const { hashOfFiles } = await load<Stamps>("setup/stamps.mjs");
    const hash = () => hashOfFiles(root, ["src", "one.json", "absent"], (name) => name.endsWith(".ts"));
    mkdirSync(join(root, "src", "deep"), { recursive: true });
    writeFileSync(join(root, "src", "deep", "a.ts"), "a");
    const seen = [hash()];
    writeFileSync(join(root, "src", "note.md"), "not kept");
    assert.equal(hash(), seen[0]);
    writeFileSync(join(root, "src", "deep", "a.ts"), "b");
    seen.push(hash());
    writeFileSync(join(root, "src", "b.ts"), "b");
    seen.push(hash());
    writeFileSync(join(root, "one.json"), "1");
    seen.push(hash());
    assert.equal(new Set(seen).size, 4);
  });
});

describe("the lock of the Python packages and the sources", () => {
  test("requirements.txt pins and hashes every package, and names no index", () => {
    const text = readFileSync(join(checkout, "scripts", "requirements.txt"), "utf8");
    const packages = text.split(/^(?=[\w.-]+==)/m).slice(1);
    assert.ok(packages.length > 80);
    for (const one of packages) assert.match(one, /--hash=sha256:[0-9a-f]{64}/, one);
    assert.doesNotMatch(text, /:\/\/|index-url/);
    for (const pin of ["jupyterlab==4.6.6", "plotly==7.1.0", "jupyter-kernel-test==0.7.0"])
      assert.ok(text.includes(pin), pin);
  });

  test("sources.json describes every source in one form", () => {
    const { sources } = JSON.parse(readFileSync(join(checkout, "data", "sources.json"), "utf8"));
    for (const source of sources) {
      for (const key of ["id", "title", "package", "version", "to"])
        assert.equal(typeof source[key], "string", key);
      assert.ok(["npm", "pypi"].includes(source.registry) && ["setup", "first use"].includes(source.needed));
      assert.ok(source.licence.name && source.licence.of && source.licence.source, source.id);
      const archives = (source.variants ?? [source]).filter((one: { archive?: object }) => one.archive);
      for (const { archive } of archives) assert.match(archive.sha256, /^[0-9a-f]{64}$/);
      if (archives.length === 0) for (const file of source.files) assert.match(file.sha256, /^[0-9a-f]{64}$/);
    }
  });
});

describe("lab.mjs", () => {
  test("labStep puts the shipped extension where JupyterLab looks, and a changed one in its place", async () => {
    interface Lab {
      labStep: {
        inputs(root: string): unknown;
        stands(root: string): boolean;
        run(root: string): Promise<void>;
      };
    }
    const { labStep } = await load<Lab>("setup/lab.mjs");
    const packed = join(root, "node_modules", "convlab");
    mkdirSync(join(packed, "dist", "lab"), { recursive: true });
    writeFileSync(join(packed, "dist", "lab", "controls.js"), "controls()");
    writeFileSync(
      join(packed, "package.json"),
      '{ "name": "convlab", "version": "1.2.3", "license": "MIT" }',
    );
    const folder = join(root, ".convlab", ".venv", "share", "jupyter", "labextensions", "convlab");
    const seen = new Set<unknown>();
    for (const script of ["first()", "second()"]) {
      writeFileSync(join(packed, "dist", "lab", "extension.js"), script);
      seen.add(labStep.inputs(packed));
      await labStep.run(packed);
      assert.ok(labStep.stands(packed));
      const { version, jupyterlab } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      assert.equal(version, "1.2.3");
      assert.equal(readFileSync(join(folder, jupyterlab._build.load), "utf8"), script);
      assert.deepEqual(
        readdirSync(join(folder, "static")).map((name) => `static/${name}`),
        [jupyterlab._build.load],
      );
    }
    assert.equal(seen.size, 2, "the stamp changes with the script");
  });
});
