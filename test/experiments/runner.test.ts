import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { rowHash, type StoredExperiment } from "../../src/lessons/results/experiment.js";
import { root } from "../lessons/results/sources.js";

// The real runner in a small tree of its own, with experiments that take no time.

const folder = mkdtempSync(join(tmpdir(), "convlab-test-"));
const log = join(folder, "measured.log");
const broken = join(folder, "broken");

const fake = (id: string, factor: number, rows: string[]) => `
import { appendFileSync, existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
export default {
  id: "${id}",
  question: "Does it run?",
  rows: ${JSON.stringify(rows)}.map((name, index) => ({ name: name + ", seed 1", configuration: { size: index + 1 }, seed: 1 })),
  means: [{ arms: ["a", "b"], measure: "value" }],
  async run({ name, configuration }, context) {
    appendFileSync(${JSON.stringify(log)}, "${id} " + name + "\\n");
    context.report(0.5);
    if (existsSync(${JSON.stringify(broken)})) {
      if (name.startsWith("b")) process.exit(3);
      await sleep(3000);
    }
    if (name.startsWith("c")) {
      const { tf } = await import("../../networks/tf.js");
      const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
      await context.keep(model, "kept", { testAccuracy: 0.5 });
    }
    return { result: { value: ${factor} * configuration.size, threads: Number(process.env.TF_NUM_INTRAOP_THREADS) }, weights: "w" };
  },
};
`;

before(() => {
  mkdirSync(join(folder, "scripts"));
  for (const name of ["experiments.mjs", "experiments", "commandLine.mjs", "errors.mjs", "installation.cjs"])
    cpSync(join(root, "scripts", name), join(folder, "scripts", name), { recursive: true });
  cpSync(join(root, "package.json"), join(folder, "package.json"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  cpSync(join(root, "dist"), join(folder, "dist"), {
    recursive: true,
    filter: (path) => !/[\\/]dist[\\/](?:experiments|kernel)/.test(path),
  });
  execFileSync("git", ["init", "-q"], { cwd: folder });
  const author = ["-c", "user.name=nobody", "-c", "user.email=nobody@example.org"];
  execFileSync("git", [...author, "commit", "-q", "--allow-empty", "-m", "start"], { cwd: folder });
});
after(() => rmSync(folder, { recursive: true, force: true }));

async function run(...options: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ["scripts/experiments.mjs", ...options], { cwd: folder });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, out, err };
}

const stored = (id = "fake/first"): StoredExperiment =>
  JSON.parse(readFileSync(join(folder, "data", "results", `${id}.json`), "utf8"));
const measured = () => (existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : []);
const names = () => stored().rows.map(({ name }) => name);

describe("npm run experiments", { timeout: 120_000 }, () => {
  it("says in a line what is missing before anything is built", async () => {
    const { code, err } = await run();
    assert.equal(code, 1);
    assert.equal(err.trim(), "Cannot find the built experiments. Build them: npm run build");
    mkdirSync(join(folder, "dist", "experiments", "fake"), { recursive: true });
    // The other one sorts first and begins the same: a row must be measured by its own experiment.
    writeFileSync(
      join(folder, "dist", "experiments", "fake/first-other.js"),
      fake("fake/first-other", 1000, ["a"]),
    );
    writeFileSync(
      join(folder, "dist", "experiments", "fake/first.js"),
      fake("fake/first", 10, ["a", "b", "c"]),
    );
    for (const shared of ["shared.js", "fake/shared.js"])
      writeFileSync(join(folder, "dist", "experiments", shared), "throw new Error('not an experiment');");
  });

  it("--list names every row and measures none", async () => {
    const { code, out } = await run("fake/first", "--list");
    assert.equal(code, 0);
    assert.equal(out.match(/^missing {2}fake\/first(-other)? {2}[abc], seed 1$/gm)?.length, 4);
    assert.deepEqual(measured(), []);
  });

  it("refuses rows that are not there and impossible workers", async () => {
    const unknown = await run("fake/first", "d, seed 1");
    assert.equal(unknown.code, 1);
    assert.match(
      unknown.err,
      /^Cannot find rows for "fake\/first d, seed 1"\. --list shows what there is\.$/m,
    );
    const lesson = await run("99", "--list");
    assert.equal(lesson.code, 1);
    assert.match(lesson.err, /^Cannot find lesson 99: there are 01, 02, .*13\. Name one of them\.$/m);
    for (const workers of ["0", "many"]) {
      const { code, err } = await run("fake/first", "--workers", workers);
      assert.equal(code, 1);
      assert.match(err, /^Cannot measure with \w+ workers\. Give a whole number from 1 up\.$/m);
    }
    assert.deepEqual(measured(), []);
  });

  it("a row that breaks down is named and no further one begins; one that is running is still stored", async () => {
    writeFileSync(broken, "");
    const { code, err } = await run("fake/first", "--workers", "3");
    assert.equal(code, 1);
    assert.match(err, /^Cannot measure fake\/first, row "b, seed 1": its process ended with 3\.$/m);
    assert.deepEqual(names(), ["a, seed 1"]);
    assert.deepEqual(measured().sort(), [
      "fake/first a, seed 1",
      "fake/first b, seed 1",
      "fake/first-other a, seed 1",
    ]);
    rmSync(broken);
  });

  it("goes on where it was: stored rows are skipped, the others measured, in the experiment's order", async () => {
    const earlier = measured().length;
    const { code, out, err } = await run("fake/first", "--workers", "2");
    assert.equal(code, 0, err);
    assert.match(out, /^2 of 4 rows are stored, 2 to measure\.$/m);
    assert.match(out, /^2\/2 /m);
    assert.deepEqual(names(), ["a, seed 1", "b, seed 1", "c, seed 1"]);
    assert.deepEqual(measured().slice(earlier).sort(), ["fake/first b, seed 1", "fake/first c, seed 1"]);
    const again = await run("fake/first");
    assert.match(again.out, /^4 of 4 rows are stored, 0 to measure\.$/m);
  });

  it("stores what was found, on one thread, with what made it", async () => {
    const commit = execFileSync("git", ["rev-parse", "HEAD"], { cwd: folder, encoding: "utf8" }).trim();
    const { id, question, rows } = stored();
    assert.deepEqual([id, question], ["fake/first", "Does it run?"]);
    rows.forEach((row, index) => {
      assert.deepEqual(row.configuration, { size: index + 1 });
      assert.deepEqual(row.result, { value: 10 * (index + 1), threads: 1 });
      assert.equal(row.commit, commit);
      assert.equal(row.versions.node, process.versions.node);
      assert.ok(row.seconds >= 0, `${row.seconds} s`);
      assert.match(row.sha256, /^[0-9a-f]{64}$/);
    });
    assert.equal(stored("fake/first-other").rows[0]?.result.value, 1000);
  });

  it("--verdicts prints what the rows say, and stores it beside them; so does each row", async () => {
    const file = join(folder, "data", "results", "fake/first.json");
    const { verdicts, ...without } = stored();
    assert.deepEqual(
      verdicts?.map(({ first, mean }) => [first, mean]),
      [["a", 10], ["b", 20]],
    ); // biome-ignore format: two of them
    writeFileSync(file, JSON.stringify(without));
    const earlier = measured().length;
    const { code, out, err } = await run("fake/first", "--verdicts");
    assert.equal(code, 0, err);
    assert.match(out, /^fake\/first: value, a: 10\.00, 1 seed\nfake\/first: value, b: 20\.00, 1 seed$/m);
    assert.equal(measured().length, earlier);
    assert.deepEqual(stored().verdicts, verdicts);
    assert.deepEqual(names(), ["a, seed 1", "b, seed 1", "c, seed 1"]);
    const nothing = await run("fake/second", "--verdicts");
    assert.equal(nothing.code, 1);
    assert.match(nothing.err, /^Cannot find a comparison there: none is declared, or no row measured\.$/m);
  });

  it("keeps a trained network with its card and the command that makes it again", () => {
    const card = JSON.parse(readFileSync(join(folder, "data", "weights", "kept", "card.json"), "utf8"));
    assert.equal(card.testAccuracy, 0.5);
    assert.match(card.again, /^npm run experiments -- fake\/first "c, seed 1" --again$/);
    assert.ok(
      existsSync(join(folder, "data", "weights", "kept", "weights.bin")),
      "the weights are not there",
    );
  });

  it("--again measures a stored row once more; a changed configuration counts as missing", async () => {
    const earlier = measured().length;
    await run("fake/first", "a, seed 1", "--again");
    assert.equal(measured().length, earlier + 2, "of both experiments");
    assert.deepEqual(names(), ["a, seed 1", "b, seed 1", "c, seed 1"]);
    const file = join(folder, "dist", "experiments", "fake/first.js");
    writeFileSync(file, readFileSync(file, "utf8").replace("size: index + 1", "size: index + 2"));
    const { out } = await run("fake/first", "--list");
    assert.equal(out.match(/^missing {2}fake\/first {2}/gm)?.length, 3);
  });

  it("rows measured under an older id keep it: they are hashed with it, and the file goes on naming it", async () => {
    const file = join(folder, "data", "results", "fake", "first-other.json");
    const before = stored("fake/first-other");
    writeFileSync(file, JSON.stringify({ ...before, measuredAs: "99-older" }));
    await run("fake/first-other", "--again");
    const { id, measuredAs, rows } = stored("fake/first-other");
    assert.deepEqual([id, measuredAs], ["fake/first-other", "99-older"]);
    for (const row of rows) assert.equal(row.sha256, rowHash("99-older", row));
  });
});
