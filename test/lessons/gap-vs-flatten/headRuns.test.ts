import assert from "node:assert/strict";
import { test } from "node:test";
import { headRuns, headRunsOf } from "../../../src/lessons/gap-vs-flatten/headRuns.js";
import { type StoredRow, storedRows } from "../../../src/lessons/results/experiment.js";

/** A row with numbers from which everything can be worked out in the head. */
const row = (head: string, rate: number, seed: number, kept: number): StoredRow => ({
  name: `${head}, rate ${rate}, seed ${seed}`,
  configuration: { head, learningRate: rate },
  seed,
  weights: "",
  result: {
    keptAccuracy: kept,
    testAccuracy: kept - 0.1 * seed,
    trainAccuracy: kept + 0.1,
    shiftedAccuracy: [0.9, 0.8, 0.7, 0.6, 0.5].map((share) => share - rate),
    ...(head === "flatten"
      ? {}
      : { canvasAccuracy: [0.9, 0.5, 0.4, 0.3, 0.45, 0.55], ringAccuracy: [0.9, 0.8, 0.7, 0.6, 0.5, 0.2] }),
  },
  seconds: 1,
  versions: {},
  commit: "",
  sha256: "",
});
const rows = [
  row("gap", 0.01, 2, 0.8),
  row("gap", 0.01, 1, 0.8),
  row("flatten", 0.1, 1, 0.5),
  row("flatten", 0.1, 2, 0.7),
  row("flatten", 0.01, 1, 0.9),
  row("flatten", 0.01, 2, 0.6),
  row("gap", 0.1, 1, 0.9),
  row("gap", 0.1, 2, 0.8),
];
const runs = headRunsOf(rows);
const close = (found: readonly number[] | undefined, wanted: readonly number[]) => {
  assert.equal(found?.length, wanted.length);
  found?.forEach((value, at) => {
    assert.ok(Math.abs(value - (wanted[at] as number)) < 1e-12, `${found}, not ${wanted}`);
  });
};

test("headRunsOf(rows) gives one arm a head, at a rate or each at the rate that reads most digits kept aside", () => {
  assert.deepEqual(runs.heads, ["gap", "flatten"]);
  assert.deepEqual(runs.rates, [0.01, 0.1]);
  assert.equal(runs.ownRate("gap"), 0.1);
  assert.equal(runs.ownRate("flatten"), 0.01);
  const valuesOf = (rate?: number) => runs.arms("testAccuracy", rate).map(({ values }) => values);
  close(valuesOf(0.01)[0], [0.7, 0.6]);
  close(valuesOf(0.1)[1], [0.4, 0.5]);
  close(valuesOf()[0], [0.8, 0.6]);
  close(valuesOf()[1], [0.8, 0.4]);
  close(runs.arms("training less test")[0]?.values, [0.2, 0.3]);
});

test("headRunsOf(rows) leaves out heads that take one size of images only", () => {
  assert.deepEqual(
    runs.arms({ canvas: 56 }).map(({ name }) => name),
    ["gap"],
  );
  const measures = new Map([
    [56, { canvas: 56 }],
    [28, { canvas: 28 }],
  ]);
  const { description } = runs.lines(measures, { xTitle: "side", yTitle: "accuracy" });
  assert.match(description, /2 points: gap: 90\.0% at 28, 50\.0% at 56/);
  assert.throws(() => runs.lines(new Map(), { xTitle: "side", yTitle: "accuracy" }), /^RangeError/);
});

test("headRunsOf(rows) names what is compared, so that a difference reads as a sentence", () => {
  const [lead] = runs.leads([["flatten", "gap"]], { movedBy: 2 });
  assert.equal(lead?.first.name, "moved by 2: flatten");
  assert.equal(lead?.second.name, "gap");
  close(lead?.first.values, [0.69, 0.69]);
  close(lead?.second.values, [0.6, 0.6]);
  const [plain] = runs.leads([["gap", "flatten"]], "testAccuracy", 0.1);
  assert.equal(plain?.first.name, "gap");
  close(plain?.second.values, [0.4, 0.5]);
  const names = (changes: ReturnType<typeof runs.changes>) =>
    changes.map(({ first, second }) => [first.name, first.values[0], second.name, second.values[0]]);
  assert.deepEqual(names(runs.changes({ canvas: 28 }, { canvas: 112 })), [
    ["gap on 112 pixels", 0.3, "on 28 pixels", 0.9],
  ]);
  assert.deepEqual(names(runs.changes({ rings: 0 }, { rings: 1 })), [
    ["gap with 1 ring", 0.8, "with none", 0.9],
  ]);
  assert.deepEqual(names(runs.changes({ rings: 4 }, { rings: 7 })), [
    ["gap with 7 rings", 0.2, "with 4 rings", 0.5],
  ]);
  assert.deepEqual(names(runs.changes({ canvas: 56, at: 12 }, { canvas: 56, at: 14 })), [
    ["gap at place 14", 0.45, "at place 12", 0.5],
  ]);
});

test("headRunsOf(rows) refuses what was not measured", () => {
  for (const measure of [{ movedBy: 5 }, { canvas: 60 }, { canvas: 84, at: 12 }, { rings: 5 }])
    assert.throws(() => runs.arms(measure), /^RangeError: Cannot compare heads .* was not measured/);
  assert.throws(
    () => runs.arms("testAccuracy", 0.5),
    /^RangeError: Cannot read the runs of "gap" at rate 0.5/,
  );
  assert.throws(() => runs.ownRate("crown"), /^RangeError: Cannot read the runs of "crown"/);
});

test("headRunsOf(rows) shows the digits kept aside at each rate, and every training a dot", () => {
  const lines = runs.ratesTable().description.split("\n");
  assert.deepEqual(
    ["gap", "flatten"].map((head) => lines.find((line) => line.startsWith(head))?.split(/\s+/)),
    [
      ["gap", "80.0%", "85.0%", "0.10"],
      ["flatten", "75.0%", "60.0%", "0.01"],
    ],
  );
  assert.match(runs.spread("All", 0.1).description, /^All, 4 runs\. gap: mean 70\.0%.*flatten: mean 45\.0%/);
  assert.match(runs.spread("Own").description, /flatten: mean 60\.0%/);
});

test("headRuns() reads what is stored: five heads, ten seeds each", async () => {
  const stored = await headRuns();
  const all = await storedRows("gap-vs-flatten/seeds");
  const numberOf = (name: string) => all.find((each) => each.name === name)?.result.testAccuracy;
  assert.deepEqual(stored.heads, ["flatten", "gap", "flattenDense", "gapDense", "globalMax"]);
  const [flatten] = stored.arms("testAccuracy", 0.003);
  assert.deepEqual(
    flatten?.values,
    Array.from({ length: 10 }, (_, at) => numberOf(`flatten, rate 0.003, seed ${at + 1}`)),
  );
  assert.equal(stored.ownRate("gap"), 0.003);
});
