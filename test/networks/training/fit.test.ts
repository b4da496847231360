import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { seeded, shuffled } from "../../../src/arithmetic/random.js";
import { take } from "../../../src/images/digits/digits.js";
import { loadMnist } from "../../../src/images/digits/mnist.js";
import { weightsHash } from "../../../src/networks/files/weightsHash.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { mnistCnn } from "../../../src/networks/models/mnistCnn.js";
import { type LayersModel, tf } from "../../../src/networks/tf.js";
import { evaluate } from "../../../src/networks/training/evaluate.js";
import { fit } from "../../../src/networks/training/fit.js";
import type { BatchReport } from "../../../src/networks/training/history.js";
import { toInputs, toLabels } from "../../../src/networks/training/inputs.js";
import { assertNear, drawn, largestGap, numbersOf, smallNetwork } from "../helpers.js";

async function using<Value>(model: LayersModel, ask: (model: LayersModel) => Promise<Value>): Promise<Value> {
  try {
    return await ask(model);
  } finally {
    disposeModel(model);
  }
}

describe("fit", () => {
  it("fit(mnistCnn(), 64 digits) brings the loss down in a few steps", async () => {
    const { train } = await loadMnist({ trainImages: 64, testImages: 1 });
    await using(mnistCnn(), async (model) => {
      const before = await evaluate(model, train);
      const history = await fit(model, train, { epochs: 12 });
      const after = await evaluate(model, train);
      assert.equal(history.loss.length, 12);
      assert.ok(before.loss > 2 && before.loss < 2.7, `near ln 10 at first: ${before.loss}`);
      assert.ok(after.loss < before.loss / 2, `${before.loss} to ${after.loss}`);
      assert.ok((history.loss[11] ?? 9) < (history.loss[0] ?? 0) / 2, history.loss.join(" "));
      assert.ok(after.accuracy > before.accuracy + 0.3, `${before.accuracy} to ${after.accuracy}`);
    });
  });

  it("fit({ seed }) repeats history and weights for the same seeds, and not for another order", async () => {
    const once = (seed: number) =>
      using(mnistCnn({ filters: [2, 4], hiddenUnits: 8, dropout: 0.5 }), async (model) => {
        const { loss, accuracy } = await fit(model, drawn(40, 1, 28), { epochs: 2, batchSize: 8, seed });
        return { loss, accuracy, weights: weightsHash(model) };
      });
    const first = await once(1);
    assert.deepEqual(await once(1), first);
    const other = await once(2);
    assert.notDeepEqual(other.loss, first.loss);
    assert.notEqual(other.weights, first.weights);
  });

  it("fit(model, digits) takes the same steps as gradient descent written out", async () => {
    const digits = drawn(22);
    const [epochs, batchSize, rate, seed] = [3, 8, 0.1, 5]; // batches of 8, 8 and 6
    const expected = gradientDescentByHand({ epochs, batchSize, rate, seed });
    await using(smallNetwork({ optimizer: tf.train.sgd(rate) }), async (model) => {
      const start = numbersOf(model);
      const { loss } = await fit(model, digits, { epochs, batchSize, seed });
      assertNear(numbersOf(model), expected.weights, 1e-5, "weights");
      assertNear([loss], [expected.loss], 1e-5, "loss");
      assert.ok(largestGap(numbersOf(model), start) > 1e-2, "the weights did move");
    });

    function gradientDescentByHand(plan: { epochs: number; batchSize: number; rate: number; seed: number }) {
      const model = smallNetwork();
      const weights = model.getWeights().map((each) => tf.variable(each));
      disposeModel(model);
      const [kernel, bias, dense, denseBias] = weights as [
        tf.Variable<tf.Rank.R4>,
        tf.Variable<tf.Rank.R1>,
        tf.Variable<tf.Rank.R2>,
        tf.Variable<tf.Rank.R1>,
      ];
      const random = seeded(plan.seed);
      const loss: number[] = [];
      for (let epoch = 0; epoch < plan.epochs; epoch++) {
        const order = Array.from(shuffled(digits.count, random));
        let sum = 0;
        for (let from = 0; from < order.length; from += plan.batchSize) {
          const chosen = order.slice(from, from + plan.batchSize);
          sum += tf.tidy(() => {
            const pixels = chosen.flatMap((i) => Array.from(digits.pixels.subarray(i * 64, (i + 1) * 64)));
            const images = tf.tensor4d(pixels, [chosen.length, 8, 8, 1]).div(255) as tf.Tensor4D;
            const wanted = tf.oneHot(
              tf.tensor1d(
                chosen.map((i) => digits.labels[i] ?? 99),
                "int32",
              ),
              10,
            );
            const { value, grads } = tf.variableGrads(() => {
              const maps = tf.relu(tf.conv2d(images, kernel, 1, "valid").add(bias)) as tf.Tensor4D;
              const flat = tf.maxPool(maps, 2, 2, "valid").reshape([chosen.length, -1]);
              const logits = flat.matMul(dense).add(denseBias);
              return tf.neg(tf.logSoftmax(logits).mul(wanted).sum(1)).mean() as tf.Scalar;
            }, weights);
            for (const each of weights) {
              each.assign(each.sub((grads[each.name] as tf.Tensor).mul(plan.rate)) as never);
            }
            return (value.dataSync()[0] ?? Number.NaN) * chosen.length;
          });
        }
        loss.push(sum / order.length);
      }
      const numbers = weights.map((each) => Array.from(each.dataSync()));
      tf.dispose(weights);
      return { weights: numbers, loss };
    }
  });

  it("fit(model, { inputs, labels }) learns as from digits and leaves the tensors to the caller", async () => {
    const digits = drawn(20);
    const fromDigits = await using(smallNetwork(), async (model) => {
      await fit(model, digits, { epochs: 2, batchSize: 8 });
      return numbersOf(model);
    });
    for (const labelType of ["float32", "int32"] as const) {
      const inputs = toInputs(digits);
      const labels = tf.tensor1d(Array.from(digits.labels), labelType);
      await using(smallNetwork(), async (model) => {
        await fit(model, { inputs, labels }, { epochs: 2, batchSize: 8, validation: { inputs, labels } });
        assertNear(numbersOf(model), fromDigits, 1e-6, labelType);
      });
      assert.ok(!inputs.isDisposed && !labels.isDisposed, "they belong to the caller");
      tf.dispose([inputs, labels]);
    }
  });

  it("fit({ scale }) multiplies the bytes: 1/255 unless told otherwise", async () => {
    const digits = drawn(16);
    const after = (scale?: number) =>
      using(smallNetwork({ optimizer: tf.train.sgd(0.01) }), async (model) => {
        await fit(model, digits, {
          epochs: 1,
          ...(scale === undefined ? {} : { scale }),
          validation: digits,
        });
        return numbersOf(model);
      });
    const afterTensor = (factor: number) =>
      using(smallNetwork({ optimizer: tf.train.sgd(0.01) }), async (model) => {
        const inputs = tf.tensor4d(
          Float32Array.from(digits.pixels, (pixel) => pixel * factor),
          [16, 8, 8, 1],
        );
        const labels = toLabels(digits);
        await fit(model, { inputs, labels }, { epochs: 1 });
        tf.dispose([inputs, labels]);
        return numbersOf(model);
      });
    assertNear(await after(), await afterTensor(1 / 255), 1e-6, "scale 1/255");
    assertNear(await after(0.02), await afterTensor(0.02), 1e-6, "scale 0.02");
    assert.ok(largestGap(await after(0.02), await after()) > 1e-4, "another scale, other weights");
  });

  it("fit({ scale, validation }) measures validation on the same scale", async () => {
    const digits = drawn(16);
    await using(smallNetwork(), async (model) => {
      const history = await fit(model, digits, { epochs: 1, scale: 0.02, validation: digits });
      const { loss } = await evaluate(model, digits, { scale: 0.02 });
      assert.equal(history.validationLoss?.[0], loss);
    });
  });

  it("fit({ validation }) adds one entry an epoch, and learns nothing from it", async () => {
    const digits = drawn(20);
    const alone = await using(smallNetwork(), async (model) => {
      const history = await fit(model, digits, { epochs: 3 });
      assert.deepEqual(Object.keys(history).sort(), ["accuracy", "loss", "seconds", "stopped"]);
      return numbersOf(model);
    });
    await using(smallNetwork(), async (model) => {
      const validation = drawn(30, 9);
      const history = await fit(model, digits, { epochs: 3, validation });
      for (const list of ["loss", "accuracy", "validationLoss", "validationAccuracy", "seconds"] as const) {
        assert.equal(history[list]?.length, 3, list);
        assert.ok(
          history[list]?.every((value) => Number.isFinite(value) && value >= 0),
          list,
        );
      }
      assert.equal(history.stopped, false);
      assert.deepEqual(numbersOf(model), alone);
      const last = await evaluate(model, validation);
      assert.equal(history.validationAccuracy?.[2], last.accuracy);
    });
  });

  it("fit(model, data, options, observers) tells of every batch and epoch, the last smaller batch too", async () => {
    const batches: BatchReport[] = [];
    const epochs: [number, number][] = [];
    await using(smallNetwork(), async (model) => {
      const history = await fit(model, drawn(10), { epochs: 2, batchSize: 4 }, [
        { onBatch: (report) => batches.push({ ...report }) },
        { onEpoch: (epoch, soFar) => epochs.push([epoch, soFar.loss.length]) },
        {},
      ]);
      assert.deepEqual(
        batches.map(({ epoch, epochs, seen, total }) => [epoch, epochs, seen, total]),
        [1, 2].flatMap((epoch) => [4, 8, 10].map((seen) => [epoch, 2, seen, 10])),
      );
      assert.deepEqual(epochs, [
        [1, 1],
        [2, 2],
      ]);
      assert.equal(batches[2]?.loss, history.loss[0]);
      assert.equal(batches[5]?.accuracy, history.accuracy[1]);
    });
  });

  it("fit({ batchSize }) larger than the data is one batch an epoch; the means count examples, not batches", async () => {
    await using(smallNetwork({ optimizer: tf.train.sgd(0) }), async (model) => {
      const digits = drawn(9); // with rate 0 nothing moves: every batching has the same mean
      const whole = await evaluate(model, digits);
      for (const batchSize of [100, 4, 1]) {
        const { loss, accuracy } = await fit(model, digits, { epochs: 1, batchSize });
        assert.ok(Math.abs((loss[0] ?? 0) - whole.loss) < 1e-5, `batches of ${batchSize}`);
        assert.ok(Math.abs((accuracy[0] ?? 0) - whole.accuracy) < 1e-6, `batches of ${batchSize}`);
      }
    });
  });

  it("fit({ signal }) ends with the running batch; the model can go on", async () => {
    const digits = drawn(40);
    await using(smallNetwork({ optimizer: tf.train.adam() }), async (model) => {
      const stop = new AbortController();
      const seen: number[] = [];
      const history = await fit(
        model,
        digits,
        { epochs: 5, batchSize: 4, validation: digits, signal: stop.signal },
        [
          {
            onBatch: (report) => {
              seen.push(report.seen);
              if (report.epoch === 2 && report.seen === 8) stop.abort();
            },
          },
        ],
      );
      assert.deepEqual(seen, [4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 4, 8]);
      assert.equal(history.stopped, true);
      assert.equal(history.loss.length, 2);
      assert.ok(Number.isFinite(history.loss[1]), "the partial epoch has its loss");
      assert.deepEqual(history.validationLoss?.map(Number.isFinite), [true, false]);
      assert.deepEqual(history.validationAccuracy?.map(Number.isNaN), [false, true]);

      const { accuracy } = await evaluate(model, digits);
      assert.ok(accuracy >= 0 && accuracy <= 1, `accuracy ${accuracy}`);
      const more = await fit(model, digits, { epochs: 1 });
      assert.equal(more.stopped, false);
      assert.equal(more.loss.length, 1);
    });
  });

  it("fit({ signal }) stops for an abort that comes from outside the loop", { timeout: 20_000 }, async () => {
    await using(smallNetwork(), async (model) => {
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), 120);
      const history = await fit(model, drawn(200), { epochs: 1_000_000, signal: stop.signal });
      clearTimeout(timer);
      assert.equal(history.stopped, true);
    });
  });

  it("fit({ signal }) that is aborted already does nothing", async () => {
    await using(smallNetwork(), async (model) => {
      const before = weightsHash(model);
      const history = await fit(model, drawn(8), { epochs: 2, signal: AbortSignal.abort() });
      assert.deepEqual(history, { loss: [], accuracy: [], seconds: [], stopped: true });
      assert.equal(weightsHash(model), before);
    });
  });

  it("fit(uncompiled model) is refused in words", async () => {
    const model = tf.sequential({ name: "bare", layers: [tf.layers.flatten({ inputShape: [8, 8, 1] })] });
    await assert.rejects(fit(model, drawn(4), { epochs: 1 }), {
      name: "Error",
      message: /^Cannot train bare: it is not compiled\. Call compileClassifier/,
    });
    model.dispose();
  });

  it("fit(model, data, nonsense) is refused in words before any weight moves", async () => {
    const digits = drawn(4);
    await using(smallNetwork(), async (model) => {
      const before = weightsHash(model);
      const refuse = (data: Parameters<typeof fit>[1], options: object, message: RegExp) =>
        assert.rejects(fit(model, data, { epochs: 1, ...options }), { name: "RangeError", message });
      await refuse(take(digits, 0, 0), {}, /^Cannot train: there are 0 examples\. Give at least one\.$/);
      for (const epochs of [0, 1.5, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
        await refuse(digits, { epochs }, new RegExp(`^Cannot train: epochs is ${epochs}\\. Give`));
      }
      for (const batchSize of [0, 2.5, -4]) {
        await refuse(digits, { batchSize }, new RegExp(`^Cannot train: batchSize is ${batchSize}\\. Give`));
      }
      await refuse(digits, { seed: 0.5 }, /^Cannot seed/);
      const [inputs, labels] = [tf.zeros([5, 8, 8, 1]), tf.zeros([4]) as tf.Tensor1D];
      await refuse({ inputs, labels }, {}, /^Cannot pair 5 inputs with 4 labels\. Give one label/);
      tf.dispose([inputs, labels]);
      assert.equal(weightsHash(model), before);
    });
  });
});
