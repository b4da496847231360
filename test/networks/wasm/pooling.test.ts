import { before, describe, it } from "node:test";
import { always, assertSame, startWasm } from "./compare.js";
import { differentiable, pooling } from "./computations.js";
import { randomPools } from "./randomWindows.js";

before(startWasm);

describe("pooling on WebAssembly", () => {
  it("of the maximum equals that of plain JavaScript, however windows are counted", () =>
    always(randomPools, 700, (windows) => assertSame(pooling("maxPool", windows), { gradients: false })));

  it("of the average, too", () =>
    always(randomPools, 700, (windows) =>
      assertSame(pooling("avgPool", windows), { room: 1e-6, gradients: false }),
    ));

  it("of the average, with its gradient", () =>
    always(differentiable(randomPools), 700, (windows) =>
      assertSame(pooling("avgPool", windows), { room: 1e-6 }),
    ));
});
