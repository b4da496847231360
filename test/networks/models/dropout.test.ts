import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { SeededDropout } from "../../../src/networks/models/dropout.js";
import { mnistCnn } from "../../../src/networks/models/mnistCnn.js";
import { tf } from "../../../src/networks/tf.js";

/** What a dropout layer makes of that many ones while training: each call is one batch. */
function outputsOf(layer: tf.layers.Layer, count: number, training = true): number[] {
  return tf.tidy(() => Array.from((layer.apply(tf.ones([1, count]), { training }) as tf.Tensor).dataSync()));
}

describe("SeededDropout", () => {
  for (const rate of [0.1, 0.5, 0.8]) {
    it(`SeededDropout({ rate: ${rate} }) keeps about ${(100 * (1 - rate)).toFixed()} % and divides them by ${(1 - rate).toFixed(1)}`, () => {
      const count = 10_000;
      const outputs = outputsOf(new SeededDropout({ rate, seed: 5 }), count);
      const kept = outputs.filter((value) => value !== 0);
      const deviation = Math.sqrt((rate * (1 - rate)) / count);
      assert.ok(Math.abs(kept.length / count - (1 - rate)) < 4 * deviation, `${kept.length} of ${count}`);
      for (const value of kept) assert.ok(Math.abs(value - 1 / (1 - rate)) < 1e-5, String(value));
    });
  }

  it("SeededDropout keeps each value: what is not dropped is the value over 1 - rate", () => {
    const values = Array.from({ length: 40 }, (_, index) => index - 20.5);
    const layer = new SeededDropout({ rate: 0.5 });
    const outputs = tf.tidy(() =>
      Array.from((layer.apply(tf.tensor2d([values]), { training: true }) as tf.Tensor).dataSync()),
    );
    outputs.forEach((output, index) => {
      assert.ok(
        output === 0 || output === 2 * (values[index] as number),
        `${values[index]} became ${output}`,
      );
    });
    assert.ok(
      outputs.some((output) => output !== 0),
      "every value was dropped",
    );
  });

  it("SeededDropout draws another mask for every batch", () => {
    const layer = new SeededDropout({ rate: 0.5, seed: 1 });
    const masks = Array.from({ length: 20 }, () => outputsOf(layer, 64).join());
    assert.equal(new Set(masks).size, 20);
  });

  it("SeededDropout draws masks that do not depend on each other", () => {
    const layer = new SeededDropout({ rate: 0.5, seed: 1 });
    const [count, batches] = [50, 400];
    const kept = Array.from({ length: batches }, () =>
      outputsOf(layer, count).map((value) => Number(value > 0)),
    );
    // Over the batches every place is kept about half the time, and agrees with the batch before about half the time.
    for (let place = 0; place < count; place++) {
      const share = kept.reduce((sum, mask) => sum + (mask[place] ?? 0), 0) / batches;
      const agree =
        kept.slice(1).filter((mask, index) => mask[place] === kept[index]?.[place]).length / (batches - 1);
      for (const found of [share, agree])
        assert.ok(Math.abs(found - 0.5) < 0.125, `place ${place}: ${found}`);
    }
  });

  it("SeededDropout({ seed }) repeats its sequence for the same seed, and not for another", () => {
    const sequence = (seed?: number) => {
      const layer = new SeededDropout({ rate: 0.5, ...(seed === undefined ? {} : { seed }) });
      return [outputsOf(layer, 64), outputsOf(layer, 64), outputsOf(layer, 64)];
    };
    assert.deepEqual(sequence(7), sequence(7));
    assert.deepEqual(sequence(), sequence(1));
    assert.notDeepEqual(sequence(7), sequence(8));
  });

  it("SeededDropout changes nothing in prediction, nor with rate 0", () => {
    const ones = new Array<number>(50).fill(1);
    assert.deepEqual(outputsOf(new SeededDropout({ rate: 0.9 }), 50, false), ones);
    assert.deepEqual(outputsOf(new SeededDropout({ rate: 0 }), 50), ones);
    const model = mnistCnn({ filters: [2, 2], hiddenUnits: 4, dropout: 0.9 });
    tf.tidy(() => {
      const images = tf.randomUniform([3, 28, 28, 1], 0, 1, "float32", 1);
      const [first, second] = [1, 2].map(() => Array.from((model.predict(images) as tf.Tensor).dataSync()));
      assert.deepEqual(first, second);
    });
    disposeModel(model);
  });

  it("SeededDropout({ rate }) refuses what is not a share below 1", () => {
    const impossible = fc.oneof(
      fc.double({ min: 1, noNaN: true }),
      fc.double({ max: -1e-9, noNaN: true }),
      fc.constant(Number.NaN),
    );
    fc.assert(
      fc.property(impossible, (rate) => {
        assert.throws(() => new SeededDropout({ rate }), {
          name: "RangeError",
          message: `Cannot drop out values: rate is ${rate}. Give a share from 0 to below 1.`,
        });
      }),
    );
  });

  it("tf.layers.dropout({ seed }) repeats one mask for ever: the day it does not, SeededDropout can go", () => {
    const upstream = tf.layers.dropout({ rate: 0.5, seed: 1 });
    const first = outputsOf(upstream, 64);
    assert.ok(first.includes(0) && first.includes(2), `some dropped, some kept: ${first}`);
    assert.deepEqual(outputsOf(upstream, 64), first);
    tf.tidy(() => {
      const mask = () => Array.from(tf.dropout(tf.ones([64]), 0.5, undefined, 1).dataSync());
      assert.deepEqual(mask(), mask());
    });
  });
});
