import assert from "node:assert/strict";
import { test } from "node:test";
import { digitAt, digitsFrom } from "../../../src/images/digits/digits.js";
import { type DistortOptions, distort } from "../../../src/images/digits/distort.js";
import { shift } from "../../../src/images/digits/shift.js";
import { type Affine, warp } from "../../../src/images/digits/warp.js";

const stay: Affine = { rows: [1, 0, 0], columns: [0, 1, 0] };
const still: DistortOptions = { seed: 1, shift: 0, scale: 0, squeeze: 0, shear: 0 };
const cross = [
  [0, 0, 0, 0, 0],
  [0, 0, 200, 0, 0],
  [0, 40, 100, 80, 0],
  [0, 0, 20, 0, 0],
  [0, 0, 0, 0, 0],
];
const one = digitsFrom([cross], [7]);

// name, map, image: worked out by hand. The middle pixel of the cross is the fixed point.
const cases: [string, Affine, number[][]][] = [
  ["stay", stay, cross],
  [
    "half a pixel to the right",
    { rows: [1, 0, 0], columns: [0, 1, 0.5] },
    [
      [0, 0, 0, 0, 0],
      [0, 0, 100, 100, 0],
      [0, 20, 70, 90, 40],
      [0, 0, 10, 10, 0],
      [0, 0, 0, 0, 0],
    ],
  ],
  [
    "a quarter of a pixel down",
    { rows: [1, 0, 0.25], columns: [0, 1, 0] },
    [
      [0, 0, 0, 0, 0],
      [0, 0, 150, 0, 0],
      [0, 30, 125, 60, 0],
      [0, 10, 40, 20, 0],
      [0, 0, 5, 0, 0],
    ],
  ],
  [
    "twice as large",
    { rows: [2, 0, 0], columns: [0, 2, 0] },
    [
      [0, 100, 200, 100, 0],
      [20, 85, 150, 95, 40],
      [40, 70, 100, 90, 80],
      [20, 40, 60, 50, 40],
      [0, 10, 20, 10, 0],
    ],
  ],
  [
    "a row of slant: what is below moves right",
    { rows: [1, 0, 0], columns: [1, 1, 0] },
    [
      [0, 0, 0, 0, 0],
      [0, 200, 0, 0, 0],
      [0, 40, 100, 80, 0],
      [0, 0, 0, 20, 0],
      [0, 0, 0, 0, 0],
    ],
  ],
  [
    "a quarter turn: the right arm comes to the bottom",
    { rows: [0, 1, 0], columns: [-1, 0, 0] },
    [
      [0, 0, 0, 0, 0],
      [0, 0, 40, 0, 0],
      [0, 20, 100, 200, 0],
      [0, 0, 80, 0, 0],
      [0, 0, 0, 0, 0],
    ],
  ],
];

test("warp(digits, affineOf) looks up where each pixel came from", () => {
  for (const [name, map, expected] of cases) {
    assert.deepEqual(
      digitAt(
        warp(one, () => map),
        0,
      ),
      expected,
      name,
    );
  }
});

test("warp(digits, affineOf) by whole pixels is a shift, for each digit its own", () => {
  const two = digitsFrom([cross, cross], [7, 3]);
  const moved = warp(two, (index) => ({ rows: [1, 0, index], columns: [0, 1, -2 * index] }));
  assert.deepEqual(digitAt(moved, 0), cross);
  assert.deepEqual(digitAt(moved, 1), digitAt(shift(one, { rows: 1, columns: -2 }), 0));
  assert.deepEqual([...moved.labels], [7, 3]);
  assert.throws(
    () => warp(one, () => ({ rows: [0, 0, 1], columns: [0, 1, 0] })),
    /^RangeError: Cannot warp an image/,
  );
});

test("distort(digits, options) with ranges of 0 changes nothing", () => {
  assert.deepEqual(digitAt(distort(one, still), 0), cross);
});

test("distort(digits, options) repeats with its seed, and differs from digit to digit", () => {
  const four = digitsFrom([cross, cross, cross, cross], [1, 2, 3, 4]);
  const first = distort(four, { seed: 5 });
  assert.deepEqual(distort(four, { seed: 5 }), first);
  assert.notDeepEqual(distort(four, { seed: 6 }).pixels, first.pixels);
  assert.notDeepEqual(digitAt(first, 0), digitAt(first, 1));
  assert.deepEqual([...first.labels], [1, 2, 3, 4]);
  assert.equal(digitAt(one, 0)[1]?.[2], 200, "the original stays");
});

/** Where the ink of each digit lies from the middle, and its extent (root mean square) along both axes. */
function moments(range: Partial<DistortOptions>, image: readonly (readonly number[])[]) {
  const many = distort(digitsFrom(new Array(600).fill(image), new Array(600).fill(0)), {
    ...still,
    ...range,
  });
  return Array.from({ length: many.count }, (_, index) => {
    const pixels = digitAt(many, index).flatMap((line, row) =>
      line.map((ink, column) => ({ ink, row, column })),
    );
    const mass = pixels.reduce((sum, { ink }) => sum + ink, 0);
    const average = (of: (pixel: { row: number; column: number }) => number) =>
      pixels.reduce((sum, pixel) => sum + pixel.ink * of(pixel), 0) / mass;
    const [middleRow, middleColumn] = [average(({ row }) => row), average(({ column }) => column)];
    return {
      row: middleRow - (image.length - 1) / 2,
      column: middleColumn - (image.length - 1) / 2,
      tall: Math.sqrt(average(({ row }) => (row - middleRow) ** 2)),
      wide: Math.sqrt(average(({ column }) => (column - middleColumn) ** 2)),
      slant:
        average(({ row, column }) => (row - middleRow) * (column - middleColumn)) /
        average(({ row }) => (row - middleRow) ** 2),
    };
  });
}

const disc = Array.from({ length: 29 }, (_, row) =>
  Array.from({ length: 29 }, (_, column) => (Math.hypot(row - 14, column - 14) < 8.2 ? 200 : 0)),
);

test("distort(digits, { shift }) moves by up to that many pixels, evenly", () => {
  const moved = moments({ shift: 3 }, disc);
  for (const axis of ["row", "column"] as const) {
    const places = moved.map((digit) => digit[axis]);
    assert.ok(Math.max(...places) <= 3.02 && Math.max(...places) > 2.9, axis);
    assert.ok(Math.min(...places) >= -3.02 && Math.min(...places) < -2.9, axis);
    assert.ok(Math.abs(places.filter((place) => place > 1.5).length / 600 - 0.25) < 0.06, `${axis} evenly`);
  }
  assert.ok(
    moved.every(({ tall, wide }) => Math.abs(tall - 4.1) < 0.1 && Math.abs(wide - 4.1) < 0.1),
    "size stays",
  );
});

test("distort(digits, options) scales, squeezes and shears by up to that part", () => {
  const spread = (values: number[]) =>
    [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(1));
  const plain = moments({}, disc)[0]?.tall ?? 0;
  const scaled = moments({ scale: 0.3 }, disc);
  assert.deepEqual(spread(scaled.map(({ tall }) => tall / plain)), ["0.7", "1.3"]);
  assert.ok(
    scaled.every(({ tall, wide }) => Math.abs(tall / wide - 1) < 0.03),
    "proportions stay",
  );
  const squeezed = moments({ squeeze: 0.3 }, disc);
  assert.ok(
    squeezed.every(({ tall, wide }) => Math.abs((tall * wide) / plain ** 2 - 1) < 0.06),
    "the area stays",
  );
  assert.ok(Math.max(...squeezed.map(({ tall, wide }) => tall / wide)) > 1.5, "tall and narrow");
  const sheared = moments({ shear: 0.4 }, disc);
  assert.deepEqual(spread(sheared.map(({ slant }) => slant)), ["-0.4", "0.4"]);
  assert.ok(
    sheared.every(({ tall }) => Math.abs(tall / plain - 1) < 0.02),
    "height stays",
  );
  const turned = moments({ rotation: 30 }, disc);
  assert.ok(
    turned.every(({ tall, wide }) => Math.abs(tall / wide - 1) < 0.03),
    "a disc stays a disc",
  );
});

test("distort(digits, options) refuses ranges that make no sense", () => {
  for (const range of [{ shift: -1 }, { scale: 1 }, { squeeze: 1.5 }, { shear: Number.NaN }]) {
    assert.throws(() => distort(one, { seed: 1, ...range }), /^RangeError: Cannot distort digits with \w+ /);
  }
});
