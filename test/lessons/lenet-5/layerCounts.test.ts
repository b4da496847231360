import assert from "node:assert/strict";
import { test } from "node:test";
import { layerCounts } from "../../../src/lessons/lenet-5/layerCounts.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { type Lenet5Options, lenet5 } from "../../../src/networks/models/lenet5.js";

function countsOf(options: Lenet5Options = {}) {
  const model = lenet5(options);
  const counts = layerCounts(model);
  disposeModel(model);
  return counts;
}
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test("layerCounts(lenet5()) are the paper's numbers, layer by layer", () => {
  const counts = countsOf();
  assert.deepEqual(
    counts.map(({ layer, parameters, connections }) => [layer, parameters, connections]),
    [
      ["c1", 156, 122_304],
      ["s2", 12, 5_880],
      ["c3", 1_516, 151_600],
      ["s4", 32, 2_000],
      ["c5", 48_120, 48_120],
      ["f6", 10_164, 10_164],
      ["output", 0, 840],
    ],
  );
  assert.equal(sum(counts.map(({ parameters }) => parameters)), 60_000);
  assert.equal(sum(counts.map(({ connections }) => connections)), 340_908);
  assert.equal(counts[2]?.numbers, "10 x 10 x 16");
});

test("layerCounts(model) follows what was changed: links, pooling, output, size of the image", () => {
  const changed = countsOf({ connections: "full", subsampling: "average", output: "softmax" });
  const by = new Map(changed.map((each) => [each.layer, each]));
  assert.equal(by.get("c3")?.parameters, 2_416);
  assert.equal(by.get("c3")?.connections, 241_600);
  assert.equal(by.get("s2")?.connections, 0, "a mean has no weight");
  assert.equal(by.get("output")?.connections, 850);
  const large = countsOf({ inputSize: 60 });
  assert.equal(large.find(({ layer }) => layer === "c5")?.connections, 81 * 48_120);
  assert.equal(large.find(({ layer }) => layer === "output")?.connections, 81 * 840);
});
