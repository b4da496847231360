import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { experiment, rowHash, type StoredRow } from "../../../src/lessons/results/experiment.js";
import { copyOfSources } from "./sources.js";

const row = {
  name: "small, seed 1",
  configuration: { width: 3, learns: "all" },
  seed: 1,
  result: { testAccuracy: 0.9, loss: [2, 1] },
  weights: "abc",
};
const text =
  '{"id":"06-x","name":"small, seed 1","configuration":{"width":3,"learns":"all"},"seed":1,"result":{"testAccuracy":0.9,"loss":[2,1]},"weights":"abc"}';

describe("rowHash", () => {
  it("rowHash(id, row) is SHA-256 over what was set and found, whatever else the row carries", () => {
    const expected = createHash("sha256").update(text).digest("hex");
    assert.equal(rowHash("06-x", row), expected);
    const carried = { seconds: 3, commit: "c", ...row, versions: { node: "20" } };
    assert.equal(rowHash("06-x", carried), expected);
  });

  it("rowHash(id, row) changes with each of them", () => {
    const hashes = [
      rowHash("06-x", row),
      rowHash("06-y", row),
      rowHash("06-x", { ...row, name: "small, seed 2" }),
      rowHash("06-x", { ...row, seed: 2 }),
      rowHash("06-x", { ...row, configuration: { width: 4, learns: "all" } }),
      rowHash("06-x", { ...row, result: { testAccuracy: 0.90001, loss: [2, 1] } }),
      rowHash("06-x", { ...row, result: { testAccuracy: 0.9, loss: [2, 1.5] } }),
      rowHash("06-x", { ...row, weights: "abd" }),
    ];
    assert.equal(new Set(hashes).size, hashes.length);
  });
});

describe("experiment", () => {
  it("experiment(definition) comes back as it is; two rows of one name are refused", () => {
    const definition = { id: "06-x", question: "?", rows: [row], run: async () => row };
    assert.equal(experiment(definition), definition);
    assert.throws(() => experiment({ ...definition, rows: [row, { ...row, seed: 2 }] }), {
      name: "Error",
      message: "Cannot use experiment 06-x: two rows share a name. Name each row differently.",
    });
  });

  it("experiment(definition) refuses to compare what has no rows", () => {
    const definition = { id: "06-x", question: "?", rows: [row], run: async () => row };
    const comparing = (second: string) => ({
      ...definition,
      comparisons: [{ first: "small", second, measure: "testAccuracy" }],
    });
    assert.ok(experiment(comparing("small")));
    assert.throws(() => experiment(comparing("smal")), {
      name: "Error",
      message:
        'Cannot use experiment 06-x: it compares "smal", and no row has that name before its seed. Give the name of rows.',
    });
  });
});

describe("storedRows", async () => {
  const copy = copyOfSources();
  after(() => copy.remove());
  const { storedRows } = await copy.load<typeof import("../../../src/lessons/results/experiment.js")>(
    "src/lessons/results/experiment.ts",
  );
  const sha256 = createHash("sha256").update(text).digest("hex");
  const whole: StoredRow = { ...row, seconds: 1, versions: {}, commit: "c", sha256 };
  const store = (rows: StoredRow[]) =>
    writeFileSync(
      join(copy.folder, "data", "results", "06-x.json"),
      JSON.stringify({ id: "06-x", question: "?", rows }),
    );

  it("storedRows(id) reads rows that fit their hash", async () => {
    store([whole]);
    assert.deepEqual(await storedRows("06-x"), [whole]);
  });

  it("storedRows(id) reads rows that were hashed under the id the file names", async () => {
    const { sha256: _, ...bare } = whole;
    const before = { ...bare, sha256: rowHash("99-older", row) };
    writeFileSync(
      join(copy.folder, "data", "results", "06-x.json"),
      JSON.stringify({ id: "06-x", measuredAs: "99-older", question: "?", rows: [before] }),
    );
    assert.deepEqual(await storedRows("06-x"), [before]);
    store([before]);
    await assert.rejects(storedRows("06-x"), /its numbers do not fit its hash/);
  });

  it("storedRows(id) refuses a number altered by hand, and says how to measure again", async () => {
    for (const altered of [
      { ...whole, result: { testAccuracy: 0.99, loss: [2, 1] } },
      { ...whole, seed: 2 },
      { ...whole, weights: "abd" },
      { ...whole, configuration: { width: 4, learns: "all" } },
    ]) {
      store([whole, altered]);
      await assert.rejects(storedRows("06-x"), {
        name: "Error",
        message:
          'Cannot trust 06-x, row "small, seed 1": its numbers do not fit its hash. Measure again: npm run experiments -- 06-x "small, seed 1" --again',
      });
    }
  });

  it("storedRows(id) that are not there or not JSON are refused in words", async () => {
    const message = (id: string) =>
      `Cannot read the results of experiment ${id}. Measure them: npm run experiments -- ${id}`;
    await assert.rejects(storedRows("06-none"), { name: "Error", message: message("06-none") });
    writeFileSync(join(copy.folder, "data", "results", "06-x.json"), '{"id": "06-x", "rows": [');
    await assert.rejects(storedRows("06-x"), { name: "Error", message: message("06-x") });
  });
});
