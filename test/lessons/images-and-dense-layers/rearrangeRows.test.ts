import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded, shuffled } from "../../../src/arithmetic/random.js";
import { largestDifference, logitsOf } from "../../../src/lessons/images-and-dense-layers/logitsOf.js";
import { rearrangePixels } from "../../../src/lessons/images-and-dense-layers/rearrange.js";
import { rearrangeRows } from "../../../src/lessons/images-and-dense-layers/rearrangeRows.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { mnistMlp } from "../../../src/networks/models/mnistMlp.js";
import { fewDigits } from "./fewDigits.js";

const digits = fewDigits(8);
const order = shuffled(784, seeded(3));

for (const options of [
  { hiddenUnits: [] },
  { hiddenUnits: [12] },
  { hiddenUnits: [6, 5], activation: "linear" },
] as const) {
  test(`rearrangeRows(model, order) answers rearranged pixels alike: ${JSON.stringify(options)}`, () => {
    const model = mnistMlp({ ...options, seed: 4 });
    const moved = rearrangeRows(model, order);
    const [plain, shuffledOnes] = [logitsOf(model, digits), rearrangePixels(digits, order)];
    assert.ok(largestDifference(plain, logitsOf(moved, shuffledOnes)) < 1e-4);
    assert.ok(largestDifference(plain, logitsOf(model, shuffledOnes)) > 1e-2, "the old rows do not fit");
    for (const each of [model, moved]) disposeModel(each);
  });
}

test("rearrangeRows refuses an order of another length", () => {
  const model = mnistMlp({ hiddenUnits: [] });
  assert.throws(() => rearrangeRows(model, [1, 0]), /^RangeError: Cannot rearrange 784 rows/);
  disposeModel(model);
});
