import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { enlarge } from "../../../src/arithmetic/maps/enlarge.js";
import { globalAverage } from "../../../src/arithmetic/pool.js";
import { tf } from "../../../src/networks/tf.js";

const near = (a: number, b: number) => Math.abs(a - b) < 1e-5;
const value = fc.integer({ min: -9, max: 9 });
const someMap = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([height, width]) =>
    fc.array(fc.array(value, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );

describe("enlarge", () => {
  it("keeps values in the middle of what they stood for", () => {
    assert.deepEqual(enlarge([[0, 4]], { height: 1, width: 4 }), [[0, 1, 3, 4]]);
    // Three times as large, every old value has a new pixel with the same middle.
    const three = enlarge(
      [
        [1, 7],
        [4, -2],
      ],
      { height: 6, width: 6 },
    );
    assert.deepEqual([three[1]?.[1], three[1]?.[4], three[4]?.[1], three[4]?.[4]], [1, 7, 4, -2]);
    assert.deepEqual(enlarge([[5]], { height: 2, width: 3 }), [
      [5, 5, 5],
      [5, 5, 5],
    ]);
    assert.deepEqual(enlarge([[1, 2, 3]], { height: 1, width: 3 }), [[1, 2, 3]], "not larger: as it was");
  });

  it("is TensorFlow's resizeBilinear with half pixel centres", () => {
    fc.assert(
      fc.property(
        someMap,
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
        (map, taller, wider) => {
          const [height, width] = [map.length, map[0]?.length ?? 0];
          const size = { height: height + taller, width: width + wider };
          const wanted = tf.tidy(() =>
            tf.image
              .resizeBilinear(
                tf.tensor4d(map.flat(), [1, height, width, 1]),
                [size.height, size.width],
                false,
                true,
              )
              .dataSync(),
          );
          enlarge(map, size)
            .flat()
            .forEach((found, index) => {
              assert.ok(near(found, wanted[index] as number), `${index}: ${found}, not ${wanted[index]}`);
            });
        },
      ),
      { numRuns: 50 },
    );
  });

  it("keeps the mean with a whole factor", () => {
    fc.assert(
      fc.property(someMap, fc.integer({ min: 1, max: 4 }), (map, factor) => {
        const size = { height: factor * map.length, width: factor * (map[0]?.length ?? 0) };
        assert.ok(near(globalAverage(enlarge(map, size)), globalAverage(map)));
      }),
    );
  });

  it("refuses to make a map smaller", () => {
    assert.throws(
      () => enlarge([[1, 2]], { height: 1, width: 1 }),
      /^RangeError: Cannot enlarge a map: width is 1. Give a whole number from 2 up/,
    );
    assert.throws(
      () => enlarge([[1]], { height: 1.5, width: 1 }),
      /^RangeError: Cannot enlarge a map: height is 1.5/,
    );
    assert.throws(
      () => enlarge([], { height: 1, width: 1 }),
      /^RangeError: Cannot enlarge: the map is empty/,
    );
  });
});
