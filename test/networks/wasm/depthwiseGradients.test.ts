import { before, describe, it } from "node:test";
import fc from "fast-check";
import { always, assertSame, startWasm } from "./compare.js";
import { depthwise, differentiable } from "./computations.js";
import { randomWindows } from "./randomWindows.js";

before(startWasm);

describe("the gradients of a depthwise convolution on WebAssembly", () => {
  it("equal those of plain JavaScript", () =>
    always(
      fc.tuple(differentiable(randomWindows), fc.integer({ min: 1, max: 3 })),
      1000,
      ([windows, multiplier]) => assertSame(depthwise(windows, multiplier)),
    ));
});
