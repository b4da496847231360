import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { seeded } from "../../../src/arithmetic/random.js";
import { type Tensor, type Tensor4D, tf } from "../../../src/networks/tf.js";
import { always, assertSame, eighths, startWasm } from "./compare.js";
import { pooling } from "./computations.js";
import { randomPools } from "./randomWindows.js";

before(startWasm);

describe("pooling on WebAssembly", () => {
  it("of the maximum equals that of plain JavaScript, however windows are counted", () =>
    always(randomPools, 700, (windows) => assertSame(pooling("maxPool", windows), { gradients: false })));

  it("of the average, too", () =>
    always(randomPools, 700, (windows) =>
      assertSame(pooling("avgPool", windows), { room: 1e-6, gradients: false }),
    ));

  // Plain JavaScript takes a window over the edge for a full one here, and so its gradient is not that of its own pooling.
  it("of the average: what the gradient gives the inputs is what they gave", () =>
    always(randomPools, 700, async (windows) => {
      const { shapes, seed, compute } = pooling("avgPool", { ...windows, rounding: undefined });
      tf.tidy(() => {
        const random = seeded(seed);
        const x = eighths(shapes[0] as number[], random);
        const y = compute(x);
        const upstream = eighths(y.shape, random);
        const gradient = tf.grads(compute)([x], upstream)[0] as Tensor;
        const [given, taken] = [tf.sum(tf.mul(upstream, y)), tf.sum(tf.mul(gradient, x))].map(
          (sum) => sum.dataSync()[0] as number,
        ) as [number, number];
        const size = tf.sum(tf.abs(tf.mul(gradient, x))).dataSync()[0] as number;
        const room = 1e-5 * (1 + size);
        assert.ok(Math.abs(given - taken) <= room, `${given} and ${taken}`);
      });
    }));

  it("of the average, at an edge, as TensorFlow has it", () =>
    assertSame(
      {
        shapes: [[2, 5, 4, 3]],
        seed: 1,
        compute: (x) => tf.avgPool(x as Tensor4D, 3, 2, "same"),
      },
      { room: 1e-6, right: "tensorflow" },
    ));
});
