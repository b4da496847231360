import { before, describe, it } from "node:test";
import fc from "fast-check";
import { always, assertSame, startWasm } from "./compare.js";
import { convolution, differentiable } from "./computations.js";
import { randomWindows } from "./randomWindows.js";

before(startWasm);

const filters = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom(8, 13));
const format = fc.constantFrom<("NHWC" | "NCHW")[]>("NHWC", "NHWC", "NCHW");

describe("the gradients of a convolution on WebAssembly", () => {
  it("equal those of plain JavaScript", () =>
    always(fc.tuple(differentiable(randomWindows), filters, format), 1500, ([windows, count, order]) =>
      assertSame(convolution(windows, count, order)),
    ));

  it("also where every step is 1", () =>
    always(
      fc.tuple(
        differentiable(randomWindows).map((windows) => ({ ...windows, strides: [1, 1] as [number, number] })),
        filters,
      ),
      500,
      ([windows, count]) => assertSame(convolution(windows, count)),
    ));
});
