import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { disposeModel } from "../../src/networks/models/disposeModel.js";
import { tf } from "../../src/networks/tf.js";
import { evaluate } from "../../src/networks/training/evaluate.js";
import { fit } from "../../src/networks/training/fit.js";
import { type DisplayContent, kernelSymbol, type NotebookKernel } from "../../src/notebook/kernel.js";
import { train } from "../../src/notebook/train.js";
import { drawn, numbersOf, smallNetwork } from "../networks/helpers.js";

interface Sent extends DisplayContent {
  readonly update: boolean;
}

/** A kernel that keeps what is sent to it, and tells somebody. */
class FakeKernel implements NotebookKernel {
  readonly sent: Sent[] = [];
  whenSent: () => void = () => {};

  display(content: DisplayContent, update: boolean): void {
    this.sent.push({ ...content, update });
    this.whenSent();
  }

  get bars(): Sent[] {
    return this.sent.filter(({ data }) => "text/html" in data);
  }

  get curves(): Sent[] {
    return this.sent.filter(({ data }) => "application/vnd.vegalite.v5+json" in data);
  }

  /** What the bar stood at, each time it was drawn. */
  get barValues(): number[] {
    return this.bars.map(({ data }) =>
      Number(/<progress value="([\d.]+)"/.exec(String(data["text/html"]))?.[1]),
    );
  }
}

const globals = globalThis as { [kernelSymbol]?: NotebookKernel };
const text = (sent: Sent | undefined) => String(sent?.data["text/plain"]);

/** How often a display name comes: once as new, then only as updates. */
function assertOneOutput(sent: readonly Sent[]): void {
  const [first, ...later] = sent;
  assert.equal(first?.update, false);
  assert.ok(first?.transient.display_id, "it has a name");
  for (const each of later) {
    assert.equal(each.update, true);
    assert.equal(each.transient.display_id, first?.transient.display_id);
  }
}

describe("train outside a notebook", () => {
  for (const quiet of [true, false]) {
    it(`train(model, data, { quiet: ${quiet} }) does what fit does and touches no signal`, async () => {
      const digits = drawn(40);
      const options = { epochs: 2, batchSize: 8, seed: 3, validation: digits };
      const [model, twin] = [smallNetwork(), smallNetwork()];
      const listeners = process.listenerCount("SIGINT");
      let during = listeners;
      const trainOnBatch = model.trainOnBatch.bind(model);
      model.trainOnBatch = (...given) => {
        during = Math.max(during, process.listenerCount("SIGINT"));
        return trainOnBatch(...given);
      };
      const history = await train(model, digits, { ...options, quiet });
      const expected = await fit(twin, digits, options);
      assert.deepEqual({ ...history, seconds: 0 }, { ...expected, seconds: 0 });
      assert.deepEqual(numbersOf(model), numbersOf(twin));
      assert.equal(during, listeners, "Ctrl-C keeps ending the program");
      disposeModel(model);
      disposeModel(twin);
    });
  }

  it("train(model, data, { signal }) stops for the caller's signal", async () => {
    const model = smallNetwork();
    const history = await train(model, drawn(8), { epochs: 2, signal: AbortSignal.abort() });
    assert.deepEqual(history, { loss: [], accuracy: [], seconds: [], stopped: true });
    disposeModel(model);
  });
});

describe("train in a notebook", { timeout: 120_000 }, () => {
  let kernel: FakeKernel;
  let others: NodeJS.SignalsListener[];
  beforeEach(() => {
    kernel = new FakeKernel();
    globals[kernelSymbol] = kernel;
    // The test runner may listen itself; the tests below send SIGINT only to what `train` adds.
    others = process.listeners("SIGINT") as NodeJS.SignalsListener[];
    process.removeAllListeners("SIGINT");
  });
  afterEach(() => {
    delete globals[kernelSymbol];
    for (const listener of others) process.on("SIGINT", listener);
  });

  it("train: the bar moves, the curve grows in place, the stop button ends it, the model stays usable", async () => {
    const model = smallNetwork({ optimizer: tf.train.adam(0.001) });
    const digits = drawn(400);
    // Stops once enough was seen, however fast the machine is.
    kernel.whenSent = () => {
      if (kernel.curves.length >= 3 && kernel.bars.length >= 6) process.emit("SIGINT", "SIGINT");
    };
    const history = await train(model, digits, { epochs: 1_000_000 });
    kernel.whenSent = () => {};

    assert.equal(history.stopped, true);
    assertOneOutput(kernel.bars);
    assertOneOutput(kernel.curves);
    const values = kernel.barValues;
    assert.ok(new Set(values).size >= 4, `the bar stood at ${values}`);
    assert.deepEqual(
      values,
      values.toSorted((a, b) => a - b),
    );
    assert.match(
      text(kernel.bars.at(-1)),
      /^Training on images: .* stopped after .* epoch \d+\/1000000 · loss \d/,
    );
    assert.match(text(kernel.curves.at(-1)), /training loss .* training accuracy /);
    assert.ok("image/png" in (kernel.curves.at(-1)?.data ?? {}), "the curve has its picture");

    assert.equal(process.listenerCount("SIGINT"), 0);
    const found = await evaluate(model, digits);
    assert.ok(Number.isFinite(found.loss), `loss ${found.loss}`);
    const more = await train(model, digits, { epochs: 1, quiet: true });
    assert.equal(more.stopped, false);
    disposeModel(model);
  });

  it("train: the final curve has one point an epoch, training and test, and the bar ends full", async () => {
    const model = smallNetwork();
    const digits = drawn(24);
    const history = await train(model, digits, { epochs: 3, batchSize: 8, validation: digits });
    assert.equal(kernel.barValues.at(-1), 3 * 24);
    const final = kernel.curves.at(-1);
    const spec = JSON.stringify(final?.data["application/vnd.vegalite.v5+json"]);
    for (const list of [history.loss, history.accuracy, history.validationLoss, history.validationAccuracy]) {
      for (const value of list ?? [Number.NaN])
        assert.ok(spec.includes(JSON.stringify(value)), String(value));
    }
    assert.ok(!spec.includes('"epoch":0.'), "the points within an epoch are gone");
    assertOneOutput(kernel.curves);
    assert.equal(process.listenerCount("SIGINT"), 0);
    disposeModel(model);
  });

  it("train: stopped in its first epoch, before validation, it still draws the curve", async () => {
    const model = smallNetwork();
    kernel.whenSent = () => {
      if (kernel.curves.length > 0) process.emit("SIGINT", "SIGINT");
    };
    const history = await train(model, drawn(400), { epochs: 3, batchSize: 8, validation: drawn(10) });
    assert.equal(history.stopped, true);
    assert.equal(history.loss.length, 1);
    assert.ok(
      Number.isNaN(history.validationLoss?.[0]) && Number.isNaN(history.validationAccuracy?.[0]),
      "validation was not measured",
    );
    assert.ok(kernel.curves.length >= 2, "drawn once more at the end");
    assert.match(text(kernel.curves.at(-1)), /training loss \d/);
    disposeModel(model);
  });

  it("train({ quiet: true }) shows nothing, and the stop button still works", async () => {
    const model = smallNetwork();
    const timer = setTimeout(() => process.emit("SIGINT", "SIGINT"), 100);
    const history = await train(model, drawn(200), { epochs: 1_000_000, quiet: true });
    clearTimeout(timer);
    assert.equal(history.stopped, true);
    assert.deepEqual(kernel.sent, []);
    assert.equal(process.listenerCount("SIGINT"), 0);
    disposeModel(model);
  });

  it("train: an impossible training shows nothing and leaves no listener", async () => {
    const model = smallNetwork();
    await assert.rejects(train(model, drawn(4), { epochs: 0 }), /^RangeError: Cannot train: epochs is 0/);
    assert.deepEqual(kernel.sent, []);
    assert.equal(process.listenerCount("SIGINT"), 0);
    disposeModel(model);
  });

  it("train: a training that breaks down ends its bar and leaves no listener", async () => {
    const model = smallNetwork();
    const output = model.getLayer("output");
    const call = output.call.bind(output);
    let batches = 0;
    output.call = (...given) => {
      batches += 1;
      if (batches > 3) throw new Error("out of memory");
      return call(...given);
    };
    await assert.rejects(train(model, drawn(80), { epochs: 1, batchSize: 8, fast: false }), /out of memory/);
    assert.match(text(kernel.bars.at(-1)), /stopped after/);
    assert.equal(process.listenerCount("SIGINT"), 0);
    disposeModel(model);
  });
});
