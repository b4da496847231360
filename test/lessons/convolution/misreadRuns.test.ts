import assert from "node:assert/strict";
import { test } from "node:test";
import { misreadRuns } from "../../../src/lessons/convolution/misreadRuns.js";
import { storedRows } from "../../../src/lessons/results/experiment.js";

const names = { designed: "classical", dice: "random" };

test("misreadRuns(id, names) counts what each training misreads of 10,000 digits", async () => {
  const runs = await misreadRuns("convolution/filters", names);
  const rows = (await storedRows("convolution/filters")).filter(({ name }) => name.startsWith("classical, "));
  const misread = rows.map(({ result }) => 10_000 - Math.round(10_000 * Number(result.testAccuracy)));
  assert.equal(misread.length, 10);
  const total = misread.reduce((sum, count) => sum + count, 0);
  assert.ok(Math.abs(runs.mean("designed") - total / 10) < 1e-9);
});

test("misreadRuns(id, names) draws the arms that are asked for, under the names given", async () => {
  const runs = await misreadRuns("convolution/filters", names);
  const all = runs.chart("Two arms").description;
  assert.match(all, /^Two arms, 20 runs\. designed: mean 8\d\d.*; dice: mean 8\d\d/);
  const one = runs.chart("One arm", ["dice"]).description;
  assert.match(one, /10 runs\. dice/);
  assert.doesNotMatch(one, /designed/);
});

test("misreadRuns(id, names) compares seed by seed: designed filters are not shown to differ from dice", async () => {
  const runs = await misreadRuns("convolution/filters", { ...names, learned: "learned" });
  const { description } = runs.differences(["designed", "dice"], ["learned", "dice"]);
  const [, , first = "", second = ""] = description.split("\n");
  assert.match(first, /designed minus dice +−10.8 .* not shown by ten seeds/);
  assert.match(second, /learned minus dice +−193 .* shown by ten seeds/);
  assert.doesNotMatch(second, /not shown/);
});

test("misreadRuns(id, names) says which arms there are, if one is asked for that is not there", async () => {
  await assert.rejects(misreadRuns("convolution/filters", { a: "clasical" }), {
    name: "RangeError",
    message:
      'Cannot read the runs "clasical" of convolution/filters. Name one of "classical", "random", "learned", "pixels alone".',
  });
  const runs = await misreadRuns("convolution/filters", names);
  const unknown = { name: "RangeError", message: /"learned".*Name one of "designed", "dice"\.$/ };
  assert.throws(() => runs.mean("learned"), unknown);
  assert.throws(() => runs.differences(["designed", "learned"]), unknown);
  assert.throws(() => runs.chart("A chart", ["learned"]), unknown);
});
