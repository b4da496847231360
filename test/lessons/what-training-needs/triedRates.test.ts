import assert from "node:assert/strict";
import { test } from "node:test";
import { atBestRate, triedRates } from "../../../src/lessons/what-training-needs/triedRates.js";

test("triedRates(id) gathers the seeds of each network and rate; atBestRate takes the rate with the highest mean", async () => {
  const tried = await triedRates("mnist-cnn/changes-rates");
  assert.equal(tried.length, 24);
  assert.ok(
    tried.every(({ values }) => values.length === 3 && values.every((value) => value > 0 && value <= 1)),
  );
  const [first, second, third] = tried;
  assert.deepEqual(
    [first?.name, first?.rate, second?.rate, third?.rate],
    ["two convolutions", 0.001, 0.003, 0.01],
  );
  const [best] = atBestRate(tried, ["two convolutions"]);
  assert.deepEqual(best, { name: "two convolutions", values: second?.values });
  const made = [
    { name: "a", rate: 1, values: [0.5, 0.6] },
    { name: "a", rate: 2, values: [0.9, 0.1] },
    { name: "b", rate: 1, values: [0.2] },
  ];
  assert.deepEqual(atBestRate(made, ["b", "a"]), [
    { name: "b", values: [0.2] },
    { name: "a", values: [0.5, 0.6] },
  ]);
  assert.throws(() => atBestRate(made, ["c"]), /Cannot find the best rate of "c".*a; b/);
  await assert.rejects(triedRates("mnist-cnn/freeze"), /Cannot read rates of mnist-cnn\/freeze/);
});
