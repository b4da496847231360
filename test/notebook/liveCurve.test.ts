import assert from "node:assert/strict";
import { test } from "node:test";
import { disposeModel } from "../../src/networks/models/disposeModel.js";
import type { BatchReport } from "../../src/networks/training/history.js";
import { type DisplayContent, kernelSymbol, type NotebookKernel } from "../../src/notebook/kernel.js";
import { train } from "../../src/notebook/train.js";
import { drawn, smallNetwork } from "../networks/helpers.js";

const images = 400;

/** Where the training is stopped, and the epochs that the last curve has points at. */
const stops = [
  { what: "early in its first epoch", epoch: 1, seen: 120, ends: 0.3, validated: 0 },
  { what: "in its second epoch", epoch: 2, seen: 280, ends: 1.7, validated: 1 },
  { what: "in the middle of its third epoch", epoch: 3, seen: 200, ends: 2.5, validated: 2 },
  { what: "soon after its second epoch", epoch: 3, seen: 40, ends: 2, validated: 2 },
  {
    what: "at the end of its third epoch, before the validation",
    epoch: 3,
    seen: 400,
    ends: 3,
    validated: 2,
  },
];

for (const fast of [true, false]) {
  for (const { what, epoch, seen, ends, validated } of stops) {
    test(`train: stopped ${what}${fast ? "" : ", in the slow way"}, its curve ends cleanly`, async () => {
      const stop = new AbortController();
      const onBatch = (report: BatchReport) => {
        if (report.epoch === epoch && report.seen >= seen) stop.abort();
      };
      const curve = await lastCurve({ fast, signal: stop.signal, observers: [{ onBatch }] });
      assert.equal(curve.epochs.training.at(-1), ends);
      for (const [name, epochs] of Object.entries(curve.epochs)) {
        assert.deepEqual(
          epochs,
          [...new Set(epochs)].sort((a, b) => a - b),
          `${name} goes forward only`,
        );
      }
      assert.equal(curve.epochs.validation.length, validated);
      assert.deepEqual(curve.legend, validated === 0 ? ["training"] : ["training", "validation"]);
      assert.ok(curve.domain[1] <= Math.ceil(ends), `the axis ends at ${curve.domain[1]}`);
      assert.doesNotMatch(curve.text, /not finite|NaN/);
    });
  }
}

test("train: a training that was not stopped ends at its last epoch, with every validation", async () => {
  const curve = await lastCurve({});
  assert.deepEqual(curve.epochs, { training: [1, 2, 3, 4], validation: [1, 2, 3, 4], test: [] });
});

test('train: test images are called so with validationName: "test"', async () => {
  const curve = await lastCurve({ validationName: "test" });
  assert.deepEqual(curve.epochs, { training: [1, 2, 3, 4], validation: [], test: [1, 2, 3, 4] });
  assert.deepEqual(curve.legend, ["training", "test"]);
  assert.match(curve.text, /test loss/);
  await assert.rejects(
    lastCurve({ validationName: "training" }),
    /^RangeError: Cannot train: validationName is/,
  );
});

/** The curve that stands below the cell in the end. */
async function lastCurve(options: object) {
  const sent: DisplayContent[] = [];
  const globals = globalThis as { [kernelSymbol]?: NotebookKernel };
  globals[kernelSymbol] = { display: (content) => sent.push(content) };
  const model = smallNetwork();
  try {
    await train(model, drawn(images), { epochs: 4, batchSize: 8, validation: drawn(10), ...options });
  } finally {
    delete globals[kernelSymbol];
    disposeModel(model);
  }
  const mime = "application/vnd.vegalite.v5+json";
  const { data } = sent.findLast((each) => mime in each.data) as DisplayContent;
  const { hconcat } = data[mime] as { hconcat: Panel[] };
  const { data: rows, encoding } = hconcat[0] as Panel;
  const epochsOf = (name: string) => rows.values.flatMap(({ set, epoch }) => (set === name ? [epoch] : []));
  return {
    epochs: {
      training: epochsOf("training"),
      validation: epochsOf("validation"),
      test: epochsOf("test"),
    },
    legend: encoding.color.scale.domain,
    domain: encoding.x.scale.domain,
    text: String(data["text/plain"]),
  };
}

interface Panel {
  readonly data: { readonly values: readonly { readonly set: string; readonly epoch: number }[] };
  readonly encoding: {
    readonly color: { readonly scale: { readonly domain: readonly string[] } };
    readonly x: { readonly scale: { readonly domain: readonly [number, number] } };
  };
}
