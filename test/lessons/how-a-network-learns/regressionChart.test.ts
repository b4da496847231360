import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import { regressionChart } from "../../../src/lessons/how-a-network-learns/regressionChart.js";

const few = { ink: [2, 1], isZero: [1, 0] };
interface Layer {
  readonly data: { readonly values: readonly { x: number; y: number; series: string }[] };
}

describe("regressionChart", () => {
  it("regressionChart draws a straight line that leaves the range from 0 to 1, a curve that does not, and the digits", () => {
    const figure = regressionChart({ ...few, line: { w: 1, b: -1 }, curve: { w: 4, b: -6 } });
    assert.match(
      figure.description,
      /squared error predicts -1 and 1\.6, cross-entropy 0\.00247\d* and 0\.988/,
    );
    const { layer } = figure[jupyterDisplay]()["application/vnd.vegalite.v5+json"] as { layer: Layer[] };
    const [lines = [], dots = []] = layer.map(({ data }) => data.values);
    assert.deepEqual(
      dots.map(({ x, y }) => [x, y]),
      [
        [2, 1],
        [1, 0],
      ],
    );
    const of = (name: string) => lines.filter(({ series }) => series === name);
    for (const { x, y } of of("squared error")) assert.ok(Math.abs(y - (x - 1)) < 1e-12);
    for (const { x, y } of of("cross-entropy")) {
      assert.ok(Math.abs(Math.log(y / (1 - y)) - (4 * x - 6)) < 1e-9);
    }
  });

  it("regressionChart refuses a fit that has come to nothing, and no digits", () => {
    const [astray, fine] = [{ w: Number.NaN, b: 0 }, { w: 1, b: 0 }]; // biome-ignore format: a pair
    assert.throws(() => regressionChart({ ...few, line: astray, curve: fine }), /Pass finite numbers/);
    assert.throws(() => regressionChart({ ink: [], isZero: [], line: fine, curve: fine }), {
      name: "RangeError",
    });
  });
});
