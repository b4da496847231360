import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Project } from "./project.js";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const project = new Project();
const tarball = `convlab-${JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version}.tgz`;

/** Runs a command that must go well. */
async function must(line: string, cwd?: string): Promise<{ out: string; seconds: number }> {
  const ended = await project.run(line, cwd === undefined ? {} : { cwd });
  assert.equal(ended.code, 0, `${line}: ${ended.out}`);
  return ended;
}

before(() => must(`npm pack --ignore-scripts --pack-destination ${project.folder}`, root));
after(() => project.remove());

// One story, in order: each part stands on those before it.
describe("the package in an empty folder", () => {
  test("npm install brings it with install scripts on, and none of them downloads", async () => {
    await must(`npm install ./${tarball}`);
    const lock = JSON.parse(readFileSync(project.on("package-lock.json"), "utf8"));
    const scripted = Object.entries(lock.packages as Record<string, { hasInstallScript?: boolean }>)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path);
    // zeromq's looks for the addon that it ships, core-js's says a word of thanks.
    assert.deepEqual(scripted, ["node_modules/core-js", "node_modules/zeromq"]);
  });

  test("before set-up, TensorFlow says how it is brought", async () => {
    const { code, out } = await project.run("node --input-type=module -e import('convlab')");
    assert.equal(code, 1);
    assert.match(out, /Error: Cannot load TensorFlow: .*Set it up: npx convlab setup/);
  });

  test("npx convlab setup brings the rest into .convlab/, which git and npm leave alone", async () => {
    const { out } = await must("npx convlab setup");
    assert.match(out, /Start the lessons with: npx convlab start/);
    for (const name of [".venv", ".cache", "node_modules"])
      assert.ok(existsSync(project.on(".convlab", name)));
    assert.equal(readFileSync(project.on(".convlab", ".gitignore"), "utf8"), "*\n");
    assert.equal((await must("npx convlab setup")).out.split("\n")[0], "Everything is set up already.");
  });

  test("the README's program runs, also after npm ci and a set-up that takes seconds", async () => {
    const program =
      /```js\n(import [\s\S]*?)```/.exec(readFileSync(join(root, "README.md"), "utf8"))?.[1] ?? "";
    writeFileSync(project.on("digits.mjs"), program);
    const accuracy = async () =>
      Number(/([\d.]+)% of 10,000 test digits right/.exec((await must("node digits.mjs")).out)?.[1]);
    assert.ok((await accuracy()) > 80);
    await must("npm ci");
    assert.ok((await accuracy()) > 80, "what set-up made is still there");
    const { seconds } = await must("npx convlab setup");
    assert.ok(seconds < 30, `it took ${seconds} s`);
    assert.ok((await accuracy()) > 80);
  });

  test("there is one TensorFlow.js, with TensorFlow under it", async () => {
    writeFileSync(
      project.on("same.mjs"),
      `import { tf } from "convlab";
      import * as theirs from "@tensorflow/tfjs";
      const fit = tf.scalar(1) instanceof theirs.Tensor && tf.engine() === theirs.engine();
      console.log(fit, tf.getBackend(), typeof tf.io.fileSystem, typeof tf.node.decodePng);`,
    );
    assert.match((await must("node same.mjs")).out, /^true tensorflow function function$/m);
  });

  test("where npm nests TensorFlow.js below convlab, set-up follows", async () => {
    const [above, below] = [
      project.on("node_modules"),
      project.on("node_modules", "convlab", "node_modules"),
    ];
    mkdirSync(below, { recursive: true });
    renameSync(join(above, "@tensorflow"), join(below, "@tensorflow"));
    // Another version in its place, which nothing of ours may load.
    const other = join(above, "@tensorflow", "tfjs-core");
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, "package.json"), '{ "name": "@tensorflow/tfjs-core", "version": "1.0.0" }');
    writeFileSync(join(other, "index.js"), 'throw new Error("the wrong one");');
    await must("npx convlab setup");
    const program = "import('convlab').then(({tf})=>console.log(tf.getBackend()))";
    assert.match((await must(`node --input-type=module -e ${program}`)).out, /^tensorflow$/m);
    rmSync(join(above, "@tensorflow"), { recursive: true });
    renameSync(join(below, "@tensorflow"), join(above, "@tensorflow"));
    await must("npx convlab setup");
    assert.match((await must("node same.mjs")).out, /^true tensorflow/m);
  });

  test("npx convlab kernel install registers a kernel whose cells are checked", async () => {
    assert.match((await must("npx convlab kernel install")).out, /Registered as TypeScript: .*jupyter/);
    const shown = cells([
      'import { paddingOf, tf } from "convlab";\ntf.scalar(42).dataSync()[0]',
      "const wrong: string = tf.scalar(1);",
      'paddingOf("five", { kernel: 3 })',
      'import { pocketForward } from "convlab/lessons";\npocketForward([[1]], 2)',
    ]);
    assert.match(shown[0] ?? "", /42/);
    assert.match(shown[1] ?? "", /'Scalar' is not assignable to type 'string'/);
    assert.match(shown[2] ?? "", /'string' is not assignable to parameter of type 'number'/);
    assert.match(shown[3] ?? "", /Expected \d arguments?|not assignable/);
    await must("npx convlab kernel remove");
  });

  test("npx convlab start opens the lessons where one stands, and overwrites nothing", async () => {
    const folder = project.on("reading");
    mkdirSync(folder);
    const [first = ""] = readdirSync(project.on("node_modules", "convlab", "notebooks")).sort();
    writeFileSync(join(folder, first), "mine");
    let page: Promise<number> | undefined;
    const { out } = await project.run(`npx convlab start -- --no-browser --port=${await freePort()}`, {
      cwd: folder,
      onOutput: (text, interrupt) => {
        const address = /is ready.*: (http:\S+)/.exec(text)?.[1];
        if (address === undefined || page !== undefined) return;
        page = fetch(address).then(({ status }) => status);
        page.finally(interrupt);
      },
    });
    assert.equal(await page, 200, out);
    assert.equal(readFileSync(join(folder, first), "utf8"), "mine");
    const lessons = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
    assert.deepEqual(lessons, readdirSync(project.on("node_modules", "convlab", "notebooks")).sort());
    const left = spawnSync("ps", ["-A", "-o", "args="], { encoding: "utf8" }).stdout.split("\n");
    assert.deepEqual(
      left.filter((line) => line.includes(project.folder)),
      [],
    );
  });

  test("npx convlab lessons --restore brings a fresh copy there", async () => {
    const { out } = await must("npx convlab lessons --restore 02", project.on("reading"));
    assert.match(out, /A fresh copy: 02-\S+-fresh\.ipynb/);
  });

  test("npx convlab refuses what it does not know", async () => {
    const { code, out } = await project.run("npx convlab update");
    assert.equal(code, 1);
    assert.match(
      out,
      /Cannot run convlab update: it knows setup, start, lessons, progress, kernel and fetch\./,
    );
  });
});

/** What cells show on the kernel that Jupyter finds as tslab. */
function cells(sources: string[]): string[] {
  const python = project.on(".convlab", ".venv", "bin", "python");
  const { status, stdout, stderr } = spawnSync(
    python,
    [join(root, "test", "setup", "elsewhere.py"), project.folder],
    {
      input: JSON.stringify(sources),
      env: project.env,
      encoding: "utf8",
    },
  );
  assert.equal(status, 0, stderr);
  const { folder, shown } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
  assert.equal(folder, project.on("jupyter", "kernels", "tslab"));
  return shown;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}
