import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import {
  noiseImages,
  positionReach,
  positionReader,
  positionsOf,
} from "../../../src/lessons/padding-and-stride/positionReader.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { WrapPadding } from "../../../src/networks/models/wrapPadding.js";
import { tf } from "../../../src/networks/tf.js";

const size = 32;
const models = {
  zeros: positionReader({ border: "zeros", size }),
  wrap: positionReader({ border: "wrap", size }),
};
after(() => Object.values(models).forEach(disposeModel));

describe("WrapPadding", () => {
  it("continues on the opposite side", () => {
    const map = tf.tidy(() => {
      const input = tf.tensor4d([1, 2, 3, 4, 5, 6], [1, 2, 3, 1]);
      return (new WrapPadding({ amount: 1 }).apply(input) as tf.Tensor).squeeze([0, 3]).arraySync();
    });
    assert.deepEqual(map, [
      [6, 4, 5, 6, 4],
      [3, 1, 2, 3, 1],
      [6, 4, 5, 6, 4],
      [3, 1, 2, 3, 1],
    ]);
  });
  it("refuses amounts that are impossible", () => {
    for (const amount of [0, 1.5, Number.NaN])
      assert.throws(() => new WrapPadding({ amount }), /^RangeError: Cannot wrap a border: amount is/);
    const layer = new WrapPadding({ amount: 3 });
    assert.throws(() => layer.apply(tf.zeros([1, 2, 2, 1])), /^RangeError: Cannot wrap 3 pixels of 2/);
  });
});

describe("positionReader", () => {
  it("has two answers for each pixel and 8,650 parameters, whatever the border", () => {
    for (const model of Object.values(models)) {
      assert.deepEqual(model.outputs[0]?.shape, [null, size, size, 2]);
      assert.equal(model.countParams(), 8650);
    }
  });

  it("reaches 14 pixels: one pixel changed is noticed within that distance and no further", () => {
    const moved = tf.tidy(() => {
      const noise = noiseImages(1, size, 1);
      const spot = tf.buffer([1, size, size, 1]);
      spot.set(5, 0, 16, 16, 0);
      const answers = [noise, noise.add(spot.toTensor())].map(
        (image) => models.zeros.predict(image) as tf.Tensor,
      );
      const change = (answers[0] as tf.Tensor)
        .sub(answers[1] as tf.Tensor)
        .abs()
        .sum(3)
        .squeeze([0]);
      return change.arraySync() as number[][];
    });
    const rows = moved.flatMap((row, index) => (row.some((value) => value > 0) ? [index] : []));
    assert.ok(Math.min(...rows) >= 16 - positionReach, `${rows}`);
    assert.ok(Math.max(...rows) <= 16 + positionReach, `${rows}`);
    assert.ok(rows.length > 20, `${rows.length} rows noticed it`);
  });

  it("is the same at every place when it wraps around, and not with zeros", () => {
    for (const [border, model] of Object.entries(models)) {
      const gap = tf.tidy(() => {
        const noise = noiseImages(1, size, 2);
        const rolled = (map: tf.Tensor) =>
          tf.concat([map.slice([0, 5], [1, size - 5]), map.slice([0, 0], [1, 5])], 1);
        const first = rolled(model.predict(noise) as tf.Tensor);
        const second = model.predict(rolled(noise)) as tf.Tensor;
        return first.sub(second).abs().max().dataSync()[0] as number;
      });
      if (border === "wrap") assert.ok(gap < 1e-4, `wrapped: ${gap}`);
      else assert.ok(gap > 1e-2, `zeros: ${gap}`);
    }
  });

  it("positionsOf(count, size) runs from -1 to 1, rows first", () => {
    const positions = tf.tidy(() => positionsOf(1, 3).arraySync())[0] as number[][][];
    assert.deepEqual(positions[0]?.[2], [-1, 1]);
    assert.deepEqual(positions[2]?.[1], [1, 0]);
  });
});
