import { before, describe, it } from "node:test";
import fc from "fast-check";
import { always, assertSame, startWasm } from "./compare.js";
import { convolution, depthwise, fusedConvolution } from "./computations.js";
import { randomWindows, type Windows } from "./randomWindows.js";

before(startWasm);

const filters = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom(8, 13));
const format = fc.constantFrom<("NHWC" | "NCHW")[]>("NHWC", "NHWC", "NCHW");
const forward = { gradients: false };

describe("convolutions on WebAssembly", () => {
  it("equal those of plain JavaScript, with any padding, stride, dilation and order of the axes", () =>
    always(fc.tuple(randomWindows, filters, format), 1500, ([windows, count, order]) =>
      assertSame(convolution(windows, count, order), forward),
    ));

  it("with bias and activation in one", () =>
    always(fc.tuple(randomWindows, filters), 500, ([windows, count]) =>
      assertSame(fusedConvolution(windows, count), forward),
    ));

  it("depthwise, with any multiplier", () =>
    always(fc.tuple(randomWindows, fc.integer({ min: 1, max: 3 })), 1000, ([windows, multiplier]) =>
      assertSame(depthwise(windows, multiplier), forward),
    ));
});

describe('padding "same" with a stride above the kernel', () => {
  const lengths = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  for (const [kernel, strides] of [
    [
      [1, 2],
      [3, 3],
    ],
    [
      [2, 1],
      [3, 3],
    ],
    [
      [1, 1],
      [2, 2],
    ],
    [
      [2, 2],
      [3, 3],
    ],
    [
      [2, 3],
      [5, 4],
    ],
    [
      [3, 1],
      [1, 4],
    ],
    [
      [1, 3],
      [4, 2],
    ],
  ] as [Windows["kernel"], Windows["strides"]][]) {
    it(`kernel ${kernel.join("x")}, stride ${strides.join("x")}`, async () => {
      for (const length of lengths) {
        const windows: Windows = {
          batch: 2,
          size: [length, 10 - length],
          channels: 3,
          kernel,
          strides,
          padding: "same",
          dilations: [1, 1],
          rounding: undefined,
          seed: length,
        };
        await assertSame(convolution(windows, 4));
        await assertSame(fusedConvolution(windows, 4));
        if (strides[0] === strides[1]) await assertSame(depthwise(windows, 2));
      }
    });
  }
});
