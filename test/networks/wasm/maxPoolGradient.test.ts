import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type Tensor4D, tf } from "../../../src/networks/tf.js";
import { always, assertSame, startWasm } from "./compare.js";
import { differentiable, pooling } from "./computations.js";
import { randomPools } from "./randomWindows.js";

before(startWasm);

/** The gradient of the largest of four numbers, times ten. */
async function slopes(pixels: readonly number[]): Promise<number[]> {
  await tf.setBackend("wasm");
  return tf.tidy(() => {
    const image = tf.tensor4d([...pixels], [1, 2, 2, 1]);
    return Array.from(
      tf
        .grad((x) => tf.maxPool(x as Tensor4D, 2, 2, "valid").mul(10))(image)
        .dataSync(),
    );
  });
}

describe("the gradient of max pooling on WebAssembly", () => {
  it("equals that of plain JavaScript, ties and windows of negative numbers included", () =>
    always(differentiable(randomPools), 1000, (windows) => assertSame(pooling("maxPool", windows))));

  const table: [pixels: number[], largest: number][] = [
    [[-4, -3, -2, -1], 3],
    [[-1, -2, -3, -4], 0],
    [[-4, -1, -2, -3], 1],
    [[-1, 0, -1, -1], 1],
    [[-1e30, -1e-30, -1e30, -1], 1],
    // Apart by less than what is left of their digits when they are shifted to be positive.
    [[-1000.0001, -1000, -1e8, -1000.0002], 1],
    [[5, 5, 5, 5], 0],
    [[-5, -5, -5, -5], 0],
    [[Number.NEGATIVE_INFINITY, -3, Number.NEGATIVE_INFINITY, -4], 1],
  ];
  for (const [pixels, largest] of table) {
    it(`of ${pixels.join(", ")} goes to number ${largest + 1}`, async () => {
      assert.deepEqual(
        await slopes(pixels),
        pixels.map((_, place) => (place === largest ? 10 : 0)),
      );
    });
  }
});
