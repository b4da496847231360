import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  convolve,
  crossCorrelate,
  padImage,
  type SlideOptions,
  turned,
} from "../../src/arithmetic/correlate.js";
import type { Matrix } from "../../src/arithmetic/matrix.js";
import { seeded } from "../../src/arithmetic/random.js";
import type { AxisPadding } from "../../src/arithmetic/window.js";
import { matrices, plainZeros, transposed } from "./matrices.js";

const image = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
];

test("crossCorrelate(image, kernel) multiplies what lies on top of each other and adds up", () => {
  const kernel = [
    [0, 1],
    [2, 3],
  ];
  assert.deepEqual(crossCorrelate(image, kernel), [
    [1 * 0 + 2 * 1 + 4 * 2 + 5 * 3, 2 * 0 + 3 * 1 + 5 * 2 + 6 * 3],
    [4 * 0 + 5 * 1 + 7 * 2 + 8 * 3, 5 * 0 + 6 * 1 + 8 * 2 + 9 * 3],
  ]);
});

test("convolve(image, kernel) turns the kernel first", () => {
  const kernel = [
    [0, 1],
    [2, 3],
  ];
  assert.deepEqual(convolve(image, kernel), [
    [1 * 3 + 2 * 2 + 4 * 1 + 5 * 0, 2 * 3 + 3 * 2 + 5 * 1 + 6 * 0],
    [4 * 3 + 5 * 2 + 7 * 1 + 8 * 0, 5 * 3 + 6 * 2 + 8 * 1 + 9 * 0],
  ]);
});

// biome-ignore format: an aligned table shows the wrong row
const cases: readonly [image: Matrix, kernel: Matrix, options: SlideOptions, output: Matrix][] = [
  [ [[7]],                 [[3]],          {},                                               [[21]] ],
  [ image,                 [[1]],          {},                                               image ],
  [ image,                 image,          {},                                               [[285]] ],      // 1 + 4 + 9 + … + 81
  [ image,                 [[0]],          {},                                               [[0, 0, 0], [0, 0, 0], [0, 0, 0]] ],
  [ [[1, 2, 3, 4, 5]],     [[1, 10]],      {},                                               [[21, 32, 43, 54]] ],
  [ [[1, 2, 3, 4, 5]],     [[1, 10]],      { stride: { rows: 1, columns: 2 } },              [[21, 43]] ],   // 5 is never seen
  [ [[1, 2, 3, 4, 5]],     [[1, 10]],      { dilation: 2 },                                  [[31, 42, 53]] ],
  [ [[1, 2, 3, 4, 5]],     [[1, 10]],      { padding: "same" },                              [[21, 32, 43, 54, 5]] ],
  [ [[1, 2, 3]],           [[1, 10]],      { padding: { rows: 0, columns: 1 } },             [[10, 21, 32, 3]] ],
  [ [[1, 2, 3]],           [[1, 10]],      { padding: { rows: "valid", columns: [1, 0] } },  [[10, 21, 32]] ],
  [ [[1, 2, 3]],           [[1, 10]],      { padding: { rows: "valid", columns: "full" } },  [[10, 21, 32, 3]] ],
  [ [[1], [2], [3], [4]],  [[1], [10]],    { stride: { rows: 2, columns: 1 } },              [[21], [43]] ],
  [ [[1, 1], [1, 1]],      [[1, 1, 1], [1, 1, 1], [1, 1, 1]], { padding: "same" },           [[4, 4], [4, 4]] ],
  [ [[1, 2]],              [[5]],          { padding: [1, 0] },                              [[0, 0, 0], [0, 5, 10]] ],
];

test("crossCorrelate(image, kernel, options) honours stride, dilation and padding on each axis", () => {
  for (const [input, kernel, options, output] of cases) {
    assert.deepEqual(
      crossCorrelate(input, kernel, options),
      output,
      JSON.stringify({ input, kernel, options }),
    );
  }
});

test("crossCorrelate(ones, ones, same) shows 4 in corners, 6 at edges, 9 inside: zeros are not neutral", () => {
  const ones = (height: number, width: number) => Array.from({ length: height }, () => Array(width).fill(1));
  assert.deepEqual(crossCorrelate(ones(4, 4), ones(3, 3), { padding: "same" }), [
    [4, 6, 6, 4],
    [6, 9, 9, 6],
    [6, 9, 9, 6],
    [4, 6, 6, 4],
  ]);
});

test("crossCorrelate(delta, kernel, full) draws the kernel turned, convolve draws it as it is", () => {
  fc.assert(
    fc.property(matrices(6, 6), (kernel) => {
      const upsideDown = kernel.map((row) => row.slice().reverse()).reverse();
      assert.deepEqual(plainZeros(crossCorrelate([[1]], kernel, { padding: "full" })), upsideDown);
      assert.deepEqual(plainZeros(convolve([[1]], kernel, { padding: "full" })), kernel);
    }),
    { seed: 1 },
  );
});

test("crossCorrelate(image, delta, same) gives the image back", () => {
  const sides = fc.tuple(fc.nat(3), fc.nat(3));
  fc.assert(
    fc.property(matrices(8, 8), sides, (input, [rows, columns]) => {
      const delta = Array.from({ length: 2 * rows + 1 }, (_, row) =>
        Array.from({ length: 2 * columns + 1 }, (_, column) => (row === rows && column === columns ? 1 : 0)),
      );
      assert.deepEqual(plainZeros(crossCorrelate(input, delta, { padding: "same" })), plainZeros(input));
    }),
    { seed: 2 },
  );
});

const perAxis = (max: number) =>
  fc.record({ rows: fc.integer({ min: 1, max }), columns: fc.integer({ min: 1, max }) });
const slides = fc.record({ stride: perAxis(3), dilation: perAxis(2) });
const options: fc.Arbitrary<SlideOptions> = fc.record({
  stride: perAxis(3),
  dilation: perAxis(2),
  padding: fc.constantFrom<AxisPadding>("same", "full", 8),
});

test("convolve(image, kernel) is crossCorrelate(image, kernel turned by 180 degrees)", () => {
  fc.assert(
    fc.property(matrices(9, 9), matrices(4, 4), options, (input, kernel, settings) => {
      const turnedKernel = kernel.map((row) => row.slice().reverse()).reverse();
      assert.deepEqual(turned(kernel), turnedKernel);
      assert.deepEqual(convolve(input, kernel, settings), crossCorrelate(input, turnedKernel, settings));
    }),
    { seed: 3 },
  );
});

test("convolve(image, kernel, full) does not care which of the two is the image", () => {
  fc.assert(
    fc.property(matrices(6, 6), matrices(6, 6), (a, b) => {
      const full = { padding: "full" } as const;
      assert.deepEqual(plainZeros(convolve(a, b, full)), plainZeros(convolve(b, a, full)));
    }),
    { seed: 4 },
  );
});

test("crossCorrelate(image, kernel) is linear in the image and in the kernel", () => {
  const added = (a: Matrix, b: Matrix, factor: number) =>
    a.map((row, r) => row.map((value, c) => value + factor * (b[r]?.[c] as number)));
  fc.assert(
    fc.property(
      matrices(7, 7),
      matrices(4, 4),
      options,
      fc.integer({ min: -5, max: 5 }),
      (a, k, settings, factor) => {
        const b = a.map((row, r) => row.map((value, c) => value * c - r));
        const l = k.map((row, r) => row.map((value, c) => r - value * c));
        const [ak, bk, al] = [
          crossCorrelate(a, k, settings),
          crossCorrelate(b, k, settings),
          crossCorrelate(a, l, settings),
        ];
        assert.deepEqual(
          plainZeros(crossCorrelate(added(a, b, factor), k, settings)),
          plainZeros(added(ak, bk, factor)),
        );
        assert.deepEqual(
          plainZeros(crossCorrelate(a, added(k, l, factor), settings)),
          plainZeros(added(ak, al, factor)),
        );
      },
    ),
    { seed: 5 },
  );
});

test("crossCorrelate(shifted image, kernel) is the output, shifted", () => {
  fc.assert(
    fc.property(matrices(6, 6), matrices(3, 3), fc.nat(3), fc.nat(3), (input, kernel, down, right) => {
      const width = (input[0] as number[]).length;
      const blank = Array.from({ length: down }, () => Array(width + right).fill(0));
      const shifted = [...blank, ...input.map((row) => [...Array(right).fill(0), ...row])];
      const expected = crossCorrelate(input, kernel, { padding: "full" });
      const output = crossCorrelate(shifted, kernel, { padding: "full" });
      assert.deepEqual(plainZeros(output.slice(down).map((row) => row.slice(right))), plainZeros(expected));
    }),
    { seed: 6 },
  );
});

test("crossCorrelate(transposed image, transposed kernel) is the output, transposed", () => {
  fc.assert(
    fc.property(matrices(8, 8), matrices(4, 4), options, (input, kernel, settings) => {
      const swapped = (value: unknown) =>
        value && typeof value === "object" && "rows" in value && "columns" in value
          ? { rows: value.columns, columns: value.rows }
          : value;
      const turnedOver = Object.fromEntries(
        Object.entries(settings).map(([key, value]) => [key, swapped(value)]),
      );
      const expected = transposed(crossCorrelate(input, kernel, settings));
      assert.deepEqual(crossCorrelate(transposed(input), transposed(kernel), turnedOver), expected);
    }),
    { seed: 7 },
  );
});

test("crossCorrelate(image, kernel, same) is padding with zeros, then valid", () => {
  fc.assert(
    fc.property(matrices(9, 9), matrices(4, 4), slides, (input, kernel, { stride, dilation }) => {
      const around = (length: number, taps: number, step: number, spacing: number) => {
        const reach = (taps - 1) * spacing + 1;
        const total = Math.max(0, (Math.ceil(length / step) - 1) * step + reach - length);
        return [Math.floor(total / 2), Math.ceil(total / 2)] as const;
      };
      const [width, taps] = [(input[0] as number[]).length, (kernel[0] as number[]).length];
      const padded = padImage(input, {
        rows: around(input.length, kernel.length, stride.rows, dilation.rows),
        columns: around(width, taps, stride.columns, dilation.columns),
      });
      assert.deepEqual(
        crossCorrelate(input, kernel, { stride, dilation, padding: "same" }),
        crossCorrelate(padded, kernel, { stride, dilation }),
      );
    }),
    { seed: 8, numRuns: 500 },
  );
});

test("crossCorrelate(image, kernel, stride) takes every second, third … value of stride 1", () => {
  fc.assert(
    fc.property(matrices(9, 9), matrices(3, 3), slides, (input, kernel, { stride, dilation }) => {
      const padding = 6; // so that every kernel fits
      const every = crossCorrelate(input, kernel, { dilation, padding });
      const some = every
        .filter((_, row) => row % stride.rows === 0)
        .map((values) => values.filter((_, column) => column % stride.columns === 0));
      assert.deepEqual(crossCorrelate(input, kernel, { stride, dilation, padding }), some);
    }),
    { seed: 9 },
  );
});

test("crossCorrelate(image shifted by a stride, kernel) is the output, shifted by one", () => {
  fc.assert(
    fc.property(matrices(9, 9), matrices(3, 3), slides, (input, kernel, { stride }) => {
      const shifted = padImage(input, { rows: [stride.rows, 0], columns: [stride.columns, 0] });
      const settings = { stride, padding: 3 };
      const output = crossCorrelate(input, kernel, settings);
      const moved = crossCorrelate(shifted, kernel, settings);
      assert.deepEqual(plainZeros(moved.slice(1).map((row) => row.slice(1))), plainZeros(output));
    }),
    { seed: 10 },
  );
});

test("convolve(image, kernel, full) lays down the kernel once for every pixel, as bright as the pixel", () => {
  fc.assert(
    fc.property(matrices(8, 8), matrices(5, 5), (input, kernel) => {
      const [width, taps] = [(input[0] as number[]).length, (kernel[0] as number[]).length];
      const sum = Array.from({ length: input.length + kernel.length - 1 }, () =>
        Array<number>(width + taps - 1).fill(0),
      );
      for (const [row, pixels] of input.entries())
        for (const [column, pixel] of pixels.entries())
          for (const [i, weights] of kernel.entries())
            for (const [j, weight] of weights.entries())
              (sum[row + i] as number[])[column + j] =
                (sum[row + i]?.[column + j] as number) + pixel * weight;
      assert.deepEqual(plainZeros(convolve(input, kernel, { padding: "full" })), plainZeros(sum));
    }),
    { seed: 11, numRuns: 500 },
  );
});

test("padImage(image, padding, value) puts [before, after] pixels along each axis", () => {
  assert.deepEqual(padImage([[5]], { rows: [0, 1], columns: [2, 0] }), [
    [0, 0, 5],
    [0, 0, 0],
  ]);
  assert.deepEqual(padImage([[5]], [1, 0], -1), [
    [-1, -1],
    [-1, 5],
  ]);
  const framed = padImage([[5]], 1);
  assert.deepEqual(framed, [
    [0, 0, 0],
    [0, 5, 0],
    [0, 0, 0],
  ]);
  assert.deepEqual(padImage([[5]], { rows: 0, columns: [2, 1] }), [[0, 0, 5, 0]]);
  assert.throws(() => padImage([[5]], [-1, 0]), /^RangeError: Cannot pad: padding before is -1/);
  assert.throws(() => padImage([[5]], 1.5), /^RangeError: Cannot pad: padding before is 1\.5/);
  assert.throws(() => padImage([], 1), /^RangeError: Cannot pad: the image is empty/);
});

test("crossCorrelate(image, kernel) changes neither", () => {
  const input = Object.freeze([Object.freeze([1, 2, 3]), Object.freeze([4, 5, 6])]);
  const kernel = Object.freeze([Object.freeze([1, -1])]);
  crossCorrelate(input, kernel, { padding: "full" });
  convolve(input, kernel, { padding: "full" });
  assert.deepEqual(input, [
    [1, 2, 3],
    [4, 5, 6],
  ]);
  assert.deepEqual(kernel, [[1, -1]]);
});

const holes: number[][] = [[1]];
holes[2] = [3]; // and nothing at 1

// biome-ignore format: an aligned table shows the wrong row
const refused: readonly [image: unknown, kernel: unknown, options: unknown, name: string, message: RegExp][] = [
  [ [],                 [[1]],           {},                              "RangeError", /^Cannot cross-correlate: the image is empty \(0x0\)/ ],
  [ [[]],               [[1]],           {},                              "RangeError", /the image is empty \(1x0\)/ ],
  [ [[1]],              [],              {},                              "RangeError", /the kernel is empty/ ],
  [ [[1, 2], [3]],      [[1]],           {},                              "RangeError", /the image is ragged, row 1 has length 1 and row 0 has 2/ ],
  [ [[1]],              [[1], [1, 2]],   {},                              "RangeError", /the kernel is ragged/ ],
  [ [[1, NaN]],         [[1]],           {},                              "RangeError", /the image has NaN at row 0, column 1/ ],
  [ [[1, "2"]],         [[1]],           {},                              "TypeError",  /the image has string at row 0, column 1/ ],
  [ [1, 2],             [[1]],           {},                              "TypeError",  /the image is not a matrix/ ],
  [ undefined,          [[1]],           {},                              "TypeError",  /the image is not a matrix/ ],
  [ [[1, 2]],           [[1, 2, 3]],     {},                              "RangeError", /window of 3 over 2 pixels/ ],
  [ [[1, 2]],           [[1], [2]],      {},                              "RangeError", /window of 2 over 1 pixel:/ ],
  [ [[1, 2]],           [[1]],           { stride: 0 },                   "RangeError", /stride is 0/ ],
  [ [[1, 2]],           [[1]],           { stride: { rows: 1 } },         "RangeError", /^Cannot slide along two axes with \{"rows":1\}\. Give both/ ],
  [ [[1, 2]],           [[1]],           { dilation: NaN },               "RangeError", /dilation is NaN/ ],
  [ [[1, 2]],           [[1]],           { padding: "reflect" },          "RangeError", /padding is "reflect"/ ],
  [ [[1, 2]],           [[1]],           { padding: { columns: 1 } },     "RangeError", /two axes with \{"columns":1\}/ ],
  [ [[1, 2]],           [[1]],           { padding: [1, 1, 1] },          "RangeError", /padding is \[1,1,1\]/ ],
  [ [[1, 2]],           [[1, 2, 3]],     { padding: [0, 0] },             "RangeError", /window of 3 over 2 pixels/ ],
  [ [[1, 2, 3]],        [[1, 2]],        { dilation: 3 },                 "RangeError", /window of 4 over 3 pixels/ ],
  [ holes,              [[1]],           {},                              "TypeError",  /the image is not a matrix/ ],
];

test("crossCorrelate(image, kernel, options) refuses what it cannot compute, in words", () => {
  for (const [input, kernel, settings, name, message] of refused) {
    const call = () => crossCorrelate(input as Matrix, kernel as Matrix, settings as SlideOptions);
    assert.throws(call, { name, message }, JSON.stringify({ input, kernel, settings }));
    assert.throws(() => convolve(input as Matrix, kernel as Matrix, settings as SlideOptions), { name });
  }
});

test("crossCorrelate(28x28, 5x5) takes less than a millisecond", () => {
  const random = seeded(1);
  const matrix = (side: number) => Array.from({ length: side }, () => Array.from({ length: side }, random));
  const [image, kernel] = [matrix(28), matrix(5)];
  const times = Array.from({ length: 300 }, () => {
    const start = performance.now();
    crossCorrelate(image, kernel);
    return performance.now() - start;
  });
  // The middle one: the first runs are compiled on the way, and other processes get in between.
  const median = times.sort((a, b) => a - b)[150] as number;
  assert.ok(median < 1, `${median.toFixed(2)} ms`);
});
