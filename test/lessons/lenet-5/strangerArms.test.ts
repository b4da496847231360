import assert from "node:assert/strict";
import { test } from "node:test";
import { strangerArms, strangerKinds } from "../../../src/lessons/lenet-5/strangerArms.js";
import { storedRows } from "../../../src/lessons/results/experiment.js";

test("strangerArms(kind, share) takes that share and that kind from the stored curves, a number a seed", async () => {
  const rows = await storedRows("lenet-5/reject");
  for (const [at, kind] of strangerKinds.entries()) {
    const [codes, softmax] = await strangerArms(kind, 0.98);
    assert.deepEqual([codes?.name, softmax?.name], [`${kind}, by distance`, `${kind}, by softmax`]);
    const wanted = ["rbf", "softmax"].map((output) =>
      [1, 2, 3].map((seed) => {
        const row = rows.find(({ name }) => name === `${output}, seed ${seed}`);
        const curve = row?.result[output === "rbf" ? "smallest distance" : "largest probability"];
        return (curve as unknown as number[][]).find(([kept = 0]) => Math.abs(kept - 0.98) < 1e-3)?.[2 + at];
      }),
    );
    assert.deepEqual([codes?.values, softmax?.values], wanted, kind);
  }
});

test("strangerArms(kind, share) names the shares that were measured", async () => {
  await assert.rejects(strangerArms("noise", 0.85), /^RangeError: Cannot tell .* 0\.85 .*0\.9, /);
});
