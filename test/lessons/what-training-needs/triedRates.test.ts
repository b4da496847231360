import assert from "node:assert/strict";
import { test } from "node:test";
import { triedRates } from "../../../src/lessons/what-training-needs/triedRates.js";

test("triedRates(id) gathers the seeds of each network and rate", async () => {
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
  await assert.rejects(triedRates("mnist-cnn/freeze"), /Cannot read rates of mnist-cnn\/freeze/);
});
