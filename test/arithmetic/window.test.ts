import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  type AxisPadding,
  type AxisWindow,
  outputLength,
  paddingOf,
  receptiveField,
} from "../../src/arithmetic/window.js";

// biome-ignore format: an aligned table shows the wrong row
const cases: readonly [length: number, window: AxisWindow, padding: [number, number], output: number][] = [
  [ 28, { kernel: 5 },                                          [0, 0],  24 ],
  [ 28, { kernel: 5, padding: "same" },                         [2, 2],  28 ],
  [ 28, { kernel: 5, padding: "full" },                         [4, 4],  32 ],
  [ 28, { kernel: 5, padding: 1 },                              [1, 1],  26 ],
  [ 28, { kernel: 5, padding: [0, 3] },                         [0, 3],  27 ],
  [ 28, { kernel: 2, stride: 2 },                               [0, 0],  14 ],
  [ 29, { kernel: 2, stride: 2 },                               [0, 0],  14 ], // the last pixel is seen by no window
  [ 29, { kernel: 2, stride: 2, padding: "same" },              [0, 1],  15 ],
  [  3, { kernel: 2, padding: "same" },                         [0, 1],   3 ], // the odd pixel goes after
  [  5, { kernel: 3, stride: 2, padding: "same" },              [1, 1],   3 ],
  [  6, { kernel: 3, stride: 2, padding: "same" },              [0, 1],   3 ],
  [  8, { kernel: 4, dilation: 3, padding: "same" },            [4, 5],   8 ],
  [  8, { kernel: 3, dilation: 3 },                             [0, 0],   2 ],
  [  8, { kernel: 5, stride: 4 },                               [0, 0],   1 ],
  [  8, { kernel: 5, stride: 4, padding: [1, 1] },              [1, 1],   2 ],
  [  4, { kernel: 1, stride: 3, padding: "same" },              [0, 0],   2 ], // nothing to pad although it jumps
  [  1, { kernel: 1 },                                          [0, 0],   1 ],
  [  1, { kernel: 7, padding: "same" },                         [3, 3],   1 ],
  [  1, { kernel: 3, dilation: 2, padding: "full" },            [4, 4],   5 ],
];

test("paddingOf(length, window) gives the pixels before and after", () => {
  for (const [length, window, padding] of cases) {
    assert.deepEqual(paddingOf(length, window), padding, JSON.stringify({ length, window }));
  }
});

test("outputLength(length, window) counts the places where the window fits", () => {
  for (const [length, window, , output] of cases) {
    assert.equal(outputLength(length, window), output, JSON.stringify({ length, window }));
  }
});

const paddings = fc.oneof(
  fc.constantFrom<AxisPadding>("valid", "same", "full"),
  fc.nat(8),
  fc.tuple(fc.nat(8), fc.nat(8)),
);
const windows: fc.Arbitrary<Required<AxisWindow>> = fc.record({
  kernel: fc.integer({ min: 1, max: 7 }),
  stride: fc.integer({ min: 1, max: 4 }),
  dilation: fc.integer({ min: 1, max: 3 }),
  padding: paddings,
});

test("outputLength(length, window) agrees with trying every place in turn", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), windows, (length, window) => {
      const [before, after] = paddingOf(length, window);
      let places = 0;
      for (let start = -before; start + (window.kernel - 1) * window.dilation < length + after; ) {
        places++;
        start += window.stride;
      }
      if (places === 0) assert.throws(() => outputLength(length, window), RangeError);
      else assert.equal(outputLength(length, window), places);
    }),
    { numRuns: 2000, seed: 1 },
  );
});

test("paddingOf(length, same) makes ceil(length / stride) places, with no more padding than needed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), windows, (length, window) => {
      const same = { ...window, padding: "same" } as const;
      const [before, after] = paddingOf(length, same);
      const places = Math.ceil(length / window.stride);
      assert.equal(outputLength(length, same), places);
      assert.ok(after - before === 0 || after - before === 1, "the odd pixel goes after");
      if (after > 0) {
        const oneLess = { ...window, padding: [before, after - 1] } as const;
        const fits = before + after - 1 + length > (window.kernel - 1) * window.dilation;
        assert.ok(!fits || outputLength(length, oneLess) < places, "one pixel less is too few");
      }
    }),
    { numRuns: 1000, seed: 2 },
  );
});

test("outputLength(length, window) refuses a window longer than the padded input, with both lengths", () => {
  assert.throws(() => outputLength(3, { kernel: 4 }), {
    name: "RangeError",
    message:
      "Cannot slide a window of 4 over 3 pixels: it does not fit. Use a smaller kernel or dilation, or pad more.",
  });
  assert.throws(
    () => outputLength(3, { kernel: 3, dilation: 3, padding: 1 }),
    /of 7 over 3 pixels padded to 5/,
  );
});

// biome-ignore format: an aligned table shows the wrong row
const refused: readonly [length: unknown, window: unknown, message: RegExp][] = [
  [ 0,         { kernel: 1 },                                /^Cannot slide a window: length is 0\. Give a whole number from 1 up/ ],
  [ NaN,       { kernel: 1 },                                /length is NaN/ ],
  [ 5.5,       { kernel: 1 },                                /length is 5\.5/ ],
  [ "5",       { kernel: 1 },                                /length is "5"\./ ],
  [ 5,         {},                                           /kernel is undefined/ ],
  [ 5,         undefined,                                    /kernel is undefined/ ],
  [ 5,         3,                                            /kernel is undefined/ ],
  [ 5,         { kernel: 0 },                                /kernel is 0/ ],
  [ 5,         { kernel: NaN },                              /kernel is NaN/ ],
  [ 5,         { kernel: Infinity },                         /kernel is Infinity/ ],
  [ 5,         { kernel: 2, stride: 0 },                     /stride is 0/ ],
  [ 5,         { kernel: 2, stride: -1 },                    /stride is -1/ ],
  [ 5,         { kernel: 2, stride: 1.5 },                   /stride is 1\.5/ ],
  [ 5,         { kernel: 2, dilation: 0 },                   /dilation is 0/ ],
  [ 5,         { kernel: 2, padding: -1 },                   /padding before is -1/ ],
  [ 5,         { kernel: 2, padding: [0, -2] },              /padding after is -2/ ],
  [ 5,         { kernel: 2, padding: [0, NaN] },             /padding after is NaN/ ],
  [ 5,         { kernel: 2, padding: "SAME" },               /padding is "SAME"\. Give "valid", "same", "full"/ ],
  [ 5,         { kernel: 2, padding: [1] },                  /padding is \[1\]/ ],
];

test("paddingOf and outputLength refuse what makes no sense, by name and value", () => {
  for (const [length, window, message] of refused) {
    for (const call of [paddingOf, outputLength] as const) {
      assert.throws(
        () => call(length as number, window as AxisWindow),
        (error) => error instanceof RangeError && message.test(error.message),
        `${call.name} ${JSON.stringify({ length, window })}`,
      );
    }
  }
});

// biome-ignore format: an aligned table shows the wrong row
const stacks: readonly [length: number, layers: AxisWindow[], view: { size: number; jump: number; start: number }][] = [
  [ 28, [],                                                                    { size:  1, jump: 1, start:  0 } ],
  [ 28, [{ kernel: 5 }],                                                       { size:  5, jump: 1, start:  0 } ],
  [ 28, [{ kernel: 5 }, { kernel: 5 }],                                        { size:  9, jump: 1, start:  0 } ],
  [ 28, [{ kernel: 5 }, { kernel: 2, stride: 2 }],                             { size:  6, jump: 2, start:  0 } ],
  [ 28, [{ kernel: 5 }, { kernel: 2, stride: 2 }, { kernel: 5 }],              { size: 14, jump: 2, start:  0 } ],
  [ 28, [{ kernel: 3, padding: "same" }, { kernel: 3, padding: "same" }],      { size:  5, jump: 1, start: -2 } ],
  [ 28, [{ kernel: 2, stride: 2 }, { kernel: 3, padding: 1 }],                 { size:  6, jump: 2, start: -2 } ],
  [ 28, [{ kernel: 3, dilation: 2 }, { kernel: 3, dilation: 4 }],              { size: 13, jump: 1, start:  0 } ],
  // LeNet-5: C1, S2, C3, S4, C5
  [ 32, [{ kernel: 5 }, { kernel: 2, stride: 2 }, { kernel: 5 }, { kernel: 2, stride: 2 }, { kernel: 5 }],
                                                                               { size: 32, jump: 4, start:  0 } ],
  // With stride 2, same pads an even length by [0, 1] and an odd one by [1, 1].
  [ 28, [{ kernel: 3, stride: 2, padding: "same" }],                           { size:  3, jump: 2, start:  0 } ],
  [ 27, [{ kernel: 3, stride: 2, padding: "same" }],                           { size:  3, jump: 2, start: -1 } ],
];

test("receptiveField(length, layers) gives size, jump and start", () => {
  for (const [length, layers, view] of stacks) {
    assert.deepEqual(receptiveField(length, layers), view, JSON.stringify({ length, layers }));
  }
});

test("receptiveField(length, layers) is what each output depends on, traced tap by tap", () => {
  const small = fc.array(
    fc.record({
      kernel: fc.integer({ min: 1, max: 4 }),
      stride: fc.integer({ min: 1, max: 3 }),
      dilation: fc.integer({ min: 1, max: 2 }),
      padding: fc.oneof(fc.constantFrom<AxisPadding>("valid", "same", "full"), fc.nat(2)),
    }),
    { maxLength: 3 },
  );
  let compared = 0;
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 40 }), small, (length, layers) => {
      const seen = inputsSeen(length, layers);
      if (seen.length === 0) return;
      const { size, jump, start } = receptiveField(length, layers);
      const padded = layers.some(({ padding }) => padding !== "valid" && padding !== 0);
      for (const [output, pixels] of seen.entries()) {
        const first = start + output * jump;
        assert.ok(
          pixels.every((pixel) => pixel >= first && pixel < first + size),
          `output ${output} sees ${pixels}`,
        );
        // Padding between layers can hide the outermost pixels; without padding the view is exact.
        if (!padded) assert.deepEqual([Math.min(...pixels), Math.max(...pixels)], [first, first + size - 1]);
        compared++;
      }
    }),
    { numRuns: 300, seed: 3 },
  );
  assert.ok(compared > 2000, `${compared} outputs`);
});

/** For each output, the input pixels it depends on, traced tap by tap; empty when some window does not fit. */
function inputsSeen(length: number, layers: readonly Required<AxisWindow>[]): number[][] {
  let seen = Array.from({ length }, (_, pixel) => [pixel]);
  for (const window of layers) {
    const [before, after] = paddingOf(seen.length, window);
    const next: number[][] = [];
    const reach = (window.kernel - 1) * window.dilation;
    for (let start = -before; start + reach < seen.length + after; start += window.stride) {
      const taps = Array.from(
        { length: window.kernel },
        (_, tap) => seen[start + tap * window.dilation] ?? [],
      );
      next.push([...new Set(taps.flat())]);
    }
    seen = next;
  }
  return seen;
}

test("receptiveField(length, layers) refuses a layer that does not fit, and a bad length", () => {
  assert.throws(() => receptiveField(6, [{ kernel: 5 }, { kernel: 3 }]), /window of 3 over 2 pixels/);
  assert.throws(() => receptiveField(0, []), /length is 0/);
});
