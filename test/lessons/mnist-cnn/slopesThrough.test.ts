import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { crossCorrelate } from "../../../src/arithmetic/correlate.js";
import { seeded } from "../../../src/arithmetic/random.js";
import { slopesThrough } from "../../../src/lessons/mnist-cnn/slopesThrough.js";
import { tf } from "../../../src/networks/tf.js";

const random = seeded(3);
const matrix = (height: number, width: number) =>
  Array.from({ length: height }, () => Array.from({ length: width }, () => 2 * random() - 1));
/** Heights and widths of the sums, and of the kernel. */
const sizes = [[1, 1, 3, 3], [3, 3, 1, 1], [2, 2, 2, 2], [3, 3, 3, 3], [4, 2, 3, 5], [8, 8, 5, 5]] as const; // biome-ignore format: six sizes
const close = (
  found: readonly (readonly number[])[],
  expected: readonly (readonly number[])[],
  within: number,
) => {
  assert.deepEqual(
    found.map((row) => row.length),
    expected.map((row) => row.length),
  );
  found.flat().forEach((value, at) => {
    assert.ok(
      Math.abs(value - (expected.flat()[at] as number)) < within,
      `${at}: ${value}, ${expected.flat()[at]}`,
    );
  });
};

describe("slopesThrough", () => {
  it("slopesThrough follows the pen: a 3x3 input, a 2x2 kernel, four sums", () => {
    const slopes = [[1, 0], [0, -2]]; // biome-ignore format: as one writes it
    const kernel = [[1, 2], [3, 4]]; // biome-ignore format: as one writes it
    assert.deepEqual(slopesThrough(slopes, kernel), [[1, 2, 0], [3, 2, -4], [0, -6, -8]]); // biome-ignore format: as one writes it
  });

  it("slopesThrough are what a loss changes by when an input does", () => {
    const step = 1e-4;
    for (const [height, width, rows, columns] of sizes) {
      const slopes = matrix(height, width);
      const kernel = matrix(rows, columns);
      const image = matrix(height + rows - 1, width + columns - 1);
      // A loss with just these slopes.
      const loss = (input: number[][]) =>
        crossCorrelate(input, kernel)
          .flat()
          .reduce((sum, each, at) => sum + each * (slopes.flat()[at] as number), 0);
      const expected = image.map((line, row) =>
        line.map((_, column) => {
          const moved = (by: number) =>
            image.map((each, i) => each.map((v, j) => (i === row && j === column ? v + by : v)));
          return (loss(moved(step)) - loss(moved(-step))) / (2 * step);
        }),
      );
      close(slopesThrough(slopes, kernel), expected, 1e-8);
    }
  });

  it("slopesThrough are the slopes, with zeros around, correlated with the turned kernel", () => {
    for (const [height, width, rows, columns] of sizes) {
      const slopes = matrix(height, width);
      const kernel = matrix(rows, columns);
      const turned = [...kernel].reverse().map((row) => [...row].reverse());
      close(slopesThrough(slopes, kernel), crossCorrelate(slopes, turned, { padding: "full" }), 1e-12);
    }
  });

  it("slopesThrough, added over filters, are those of TensorFlow for every channel", () => {
    const [side, channels, filters, size] = [5, 3, 4, 3];
    const kernels = tf.randomNormal([size, size, channels, filters], 0, 1, "float32", 5) as tf.Tensor4D;
    const maps = tf.randomNormal(
      [1, side - size + 1, side - size + 1, filters],
      0,
      1,
      "float32",
      6,
    ) as tf.Tensor4D;
    const input = tf.zeros([1, side, side, channels]) as tf.Tensor4D;
    const [expected] = tf.grads((x) =>
      tf.sum(tf.mul(maps, tf.conv2d(x as tf.Tensor4D, kernels, 1, "valid"))),
    )([input]);
    const [weights, slopes, wanted] = [
      kernels.arraySync(),
      maps.arraySync(),
      (expected as tf.Tensor4D).arraySync(),
    ];
    tf.dispose([kernels, maps, input, expected as tf.Tensor]);
    for (let channel = 0; channel < channels; channel++) {
      const parts = Array.from({ length: filters }, (_, filter) =>
        slopesThrough(
          (slopes[0] as number[][][]).map((row) => row.map((place) => place[filter] as number)),
          weights.map((row) => row.map((place) => place[channel]?.[filter] as number)),
        ),
      );
      const sum = parts.reduce((all, part) =>
        all.map((row, i) => row.map((v, j) => v + (part[i]?.[j] as number))),
      );
      close(
        sum,
        (wanted[0] as number[][][]).map((row) => row.map((place) => place[channel] as number)),
        1e-5,
      );
    }
  });

  it("slopesThrough refuses what is no matrix", () => {
    assert.throws(() => slopesThrough([[1, 2], [3]], [[1]]), { name: "RangeError" });
    assert.throws(() => slopesThrough([[1]], []), { name: "RangeError" });
  });
});
