import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { crossCorrelate, padImage } from "../../src/arithmetic/correlate.js";
import type { Matrix } from "../../src/arithmetic/matrix.js";
import { averagePool, globalAverage, maxPool, type PoolWindow } from "../../src/arithmetic/pool.js";
import { matrices, transposed } from "./matrices.js";

const image = [
  [1, 2, 3, 4],
  [5, 6, 7, 8],
  [9, 10, 11, 12],
];

// biome-ignore format: an aligned table shows the wrong row
const cases: readonly [image: Matrix, window: PoolWindow, maximum: Matrix, average: Matrix][] = [
  [ image,               { size: 2 },                                      [[6, 8]],                  [[3.5, 5.5]] ],            // the last row is seen by no window
  [ image,               { size: 2, stride: 1 },                           [[6, 7, 8], [10, 11, 12]], [[3.5, 4.5, 5.5], [7.5, 8.5, 9.5]] ],
  [ image,               { size: { rows: 1, columns: 2 } },                [[2, 4], [6, 8], [10, 12]], [[1.5, 3.5], [5.5, 7.5], [9.5, 11.5]] ],
  [ image,               { size: { rows: 3, columns: 1 }, stride: { rows: 1, columns: 3 } }, [[9, 12]], [[5, 8]] ],
  [ image,               { size: 1 },                                      image,                     image ],
  [ image,               { size: 2, padding: "same" },                     [[6, 8], [10, 12]],        [[3.5, 5.5], [9.5, 11.5]] ], // divides by the two real pixels
  [ [[1, 2, 3]],         { size: { rows: 1, columns: 2 }, padding: { rows: 0, columns: 1 } },          [[1, 3]],           [[1, 2.5]] ],
  [ [[1, 2, 3]],         { size: { rows: 1, columns: 2 }, stride: 1, padding: { rows: 0, columns: "full" } }, [[1, 2, 3, 3]], [[1, 1.5, 2.5, 3]] ],
  [ [[-7]],              { size: 3, padding: "same" },                     [[-7]],                    [[-7]] ],
  [ [[-1, -2], [-3, -4]], { size: 2, padding: 1 },                         [[-1, -2], [-3, -4]],      [[-1, -2], [-3, -4]] ],
];

test("maxPool(image, window) takes the largest pixel of each window", () => {
  for (const [input, window, maximum] of cases) {
    assert.deepEqual(maxPool(input, window), maximum, JSON.stringify({ input, window }));
  }
});

test("averagePool(image, window) takes the mean over the real pixels of each window", () => {
  for (const [input, window, , average] of cases) {
    assert.deepEqual(averagePool(input, window), average, JSON.stringify({ input, window }));
  }
});

test("maxPool(image, same) has -2 in the corner, not 0: padding is minus infinity", () => {
  const corner = [
    [1, -1, 0],
    [-1, 2, 1],
    [0, 2, -2],
  ];
  assert.deepEqual(maxPool(corner, { size: 2, padding: "same" }), [
    [2, 1],
    [2, -2],
  ]);
});

test("globalAverage(image) is the mean of all pixels", () => {
  assert.equal(globalAverage(image), (1 + 12) / 2);
  assert.equal(globalAverage([[-3]]), -3);
  assert.throws(() => globalAverage([]), /^RangeError: Cannot average: the image is empty/);
});

const window: fc.Arbitrary<PoolWindow> = fc
  .record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) })
  .chain((size) =>
    fc.record({
      size: fc.constant(size),
      stride: fc.record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) }),
      padding: fc.constantFrom("same", "full"),
    }),
  );

test("averagePool(image, valid) is crossCorrelate with weights of 1 / k²", () => {
  const sizes = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }));
  fc.assert(
    fc.property(matrices(9, 9), sizes, (input, [rows, columns]) => {
      fc.pre(rows <= input.length && columns <= (input[0] as number[]).length);
      const weights = Array.from({ length: rows }, () => Array(columns).fill(1 / (rows * columns)));
      const pooled = averagePool(input, { size: { rows, columns }, stride: 1 });
      const correlated = crossCorrelate(input, weights);
      assert.equal(pooled.length, correlated.length);
      for (const [row, values] of pooled.entries()) {
        for (const [column, value] of values.entries()) {
          assert.ok(
            Math.abs(value - (correlated[row]?.[column] as number)) < 1e-12,
            `row ${row}, column ${column}`,
          );
        }
      }
    }),
    { seed: 1 },
  );
});

test("maxPool(image, same) is padding with minus infinity, then valid", () => {
  fc.assert(
    fc.property(
      matrices(9, 9),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      (input, size, stride) => {
        const [rows, columns] = [input.length, (input[0] as number[]).length].map((length) => {
          const total = Math.max(0, (Math.ceil(length / stride) - 1) * stride + size - length);
          return [Math.floor(total / 2), Math.ceil(total / 2)] as const;
        }) as [readonly [number, number], readonly [number, number]];
        const padded = padImage(input, { rows, columns }, -Infinity);
        assert.deepEqual(
          maxPool(input, { size, stride, padding: "same" }),
          maxPool(padded, { size, stride }),
        );
      },
    ),
    { seed: 2 },
  );
});

test("pooling keeps between the smallest and the largest pixel, and the average below the maximum", () => {
  fc.assert(
    fc.property(matrices(9, 9), window, (input, settings) => {
      const [smallest, largest] = [Math.min(...input.flat()), Math.max(...input.flat())];
      const maxima = maxPool(input, settings).flat();
      const means = averagePool(input, settings).flat();
      assert.equal(maxima.length, means.length);
      for (const [index, mean] of means.entries()) {
        const maximum = maxima[index] as number;
        assert.ok(
          smallest - 1e-12 <= mean && mean <= maximum + 1e-12 && maximum <= largest,
          `${mean}, ${maximum}`,
        );
      }
    }),
    { seed: 3 },
  );
});

test("pooling a transposed image gives the output, transposed", () => {
  fc.assert(
    fc.property(matrices(8, 8), window, (input, settings) => {
      const swap = (value: unknown) => {
        const { rows, columns } = value as { rows: number; columns: number };
        return { rows: columns, columns: rows };
      };
      const turned = { ...settings, size: swap(settings.size), stride: swap(settings.stride) };
      assert.deepEqual(maxPool(transposed(input), turned), transposed(maxPool(input, settings)));
      // Same terms in another order: equal up to rounding.
      const means = averagePool(transposed(input), turned).flat();
      const expected = transposed(averagePool(input, settings)).flat();
      assert.ok(
        means.every((mean, index) => Math.abs(mean - (expected[index] as number)) < 1e-12),
        String(means),
      );
    }),
    { seed: 4 },
  );
});

test("maxPool(image, window) survives one window over 300 x 600 pixels and changes nothing", () => {
  const large = Array.from({ length: 300 }, (_, row) =>
    Object.freeze(Array.from({ length: 600 }, (_, column) => row + column)),
  );
  assert.deepEqual(maxPool(Object.freeze(large), { size: { rows: 300, columns: 600 } }), [[299 + 599]]);
});

// biome-ignore format: an aligned table shows the wrong row
const refused: readonly [image: unknown, window: unknown, name: string, message: RegExp][] = [
  [ [],             { size: 2 },                          "RangeError", /^Cannot pool: the image is empty/ ],
  [ [[1], [1, 2]],  { size: 1 },                          "RangeError", /the image is ragged/ ],
  [ [[1, NaN]],     { size: 1 },                          "RangeError", /the image has NaN at row 0, column 1/ ],
  [ [[1, null]],    { size: 1 },                          "TypeError",  /the image has object at row 0, column 1/ ],
  [ [[1, 2]],       { size: 2 },                          "RangeError", /window of 2 over 1 pixel:/ ],
  [ image,          { size: 0 },                          "RangeError", /^Cannot pool: size is 0\./ ],
  [ image,          { size: NaN },                        "RangeError", /^Cannot pool: size is NaN\./ ],
  [ image,          {},                                   "RangeError", /^Cannot pool: size is undefined\./ ],
  [ image,          undefined,                            "TypeError",  /^Cannot pool: the options are missing\. Give an object of size/ ],
  [ image,          2,                                    "TypeError",  /^Cannot pool: the options are number\./ ],
  [ image,          { size: 2, strides: 1 },              "TypeError",  /^Cannot pool: there is no option strides\. Here it is stride\./ ],
  [ image,          { size: { rows: 2 } },                "RangeError", /^Cannot slide along two axes with \{"rows":2\}/ ],
  [ image,          { size: 2, stride: 0 },               "RangeError", /stride is 0/ ],
  [ image,          { size: 2, padding: 2 },              "RangeError", /^Cannot pool with padding \[2, 2\] and size 2/ ],
  [ image,          { size: 2, padding: [0, 3] },         "RangeError", /^Cannot pool with padding \[0, 3\] and size 2/ ],
  [ image,          { size: { rows: 3, columns: 2 }, padding: 2 }, "RangeError", /padding \[2, 2\] and size 2/ ],
];

test("maxPool and averagePool refuse what they cannot compute, in words", () => {
  for (const [input, settings, name, message] of refused) {
    for (const call of [maxPool, averagePool]) {
      assert.throws(
        () => call(input as Matrix, settings as PoolWindow),
        { name, message },
        `${call.name} ${JSON.stringify({ input, settings })}`,
      );
    }
  }
});
