import assert from "node:assert/strict";
import { test } from "node:test";
import { gaussianKernelExplorer } from "../../../src/lessons/lenet-5/gaussianKernelExplorer.js";
import {
  type ClassPoint,
  leastErrorsOfALine,
  mixedClasses,
} from "../../../src/lessons/lenet-5/gaussianKernelPoints.js";
import { driven, textsOf } from "../explorer/vegaExplorer.js";

type Row = Record<string, number | string>;

const read = (signals: Record<string, unknown>) =>
  driven(gaussianKernelExplorer(), signals, (view) => ({
    points: (view.data("judged") as Row[]).map((row) => ({ ...row })),
    regions: (view.data("regions") as Row[]).map(({ x, y, called }) => ({ x, y, called })),
    summary: { ...(view.data("summary") as Row[])[0] },
    texts: textsOf(view),
  }));

/** By brute force: all thresholds on the sum of both closenesses. */
function leastErrors(name: string, sigma: number): number {
  const { points, prototypes } = mixedClasses[name] as (typeof mixedClasses)[string];
  const sums = points.map(({ x, y, kind }) => ({
    kind,
    sum: prototypes.reduce(
      (total, [px, py]) => total + Math.exp(-((x - px) ** 2 + (y - py) ** 2) / 2 / sigma ** 2),
      0,
    ),
  }));
  return Math.min(
    ...sums.map(
      ({ sum: threshold }) => sums.filter(({ kind, sum }) => sum > threshold !== (kind === "inside")).length,
    ),
  );
}

for (const classes of Object.keys(mixedClasses)) {
  for (const sigma of [0.05, 0.2, 0.8, 1.5, 4]) {
    test(`gaussianKernelExplorer() finds the best line for ${classes}, σ = ${sigma}`, async () => {
      const { points, summary, texts, regions } = await read({ classes, sigma });
      assert.equal(points.length, 60);
      const wanted = leastErrors(classes, sigma);
      assert.equal(summary.wrong, wanted);
      assert.equal(points.filter(({ called, kind }) => called !== kind).length, wanted);
      assert.ok(
        texts.some((text) => text.includes(`${wanted} of 60 points on the wrong side`)),
        texts.join(" | "),
      );
      // A point and the region around its place are called the same, but for points right at the border.
      const agree = points.filter(({ x, y, called }) => {
        const near = regions.reduce((best, region) =>
          Math.hypot(Number(region.x) - Number(x), Number(region.y) - Number(y)) <
          Math.hypot(Number(best.x) - Number(x), Number(best.y) - Number(y))
            ? region
            : best,
        );
        return near.called === called;
      }).length;
      assert.ok(agree >= (sigma < 0.1 ? 50 : 56), `${agree} of 60`);
    });
  }
}

test("gaussianKernelExplorer() leaves room between the classes with a suitable width, and hardly any with others", async () => {
  const room = async (classes: string, sigma: number) =>
    Number((await read({ classes, sigma })).summary.room);
  assert.equal(leastErrors("four corners", 0.8), 0);
  assert.ok((await room("four corners", 0.8)) > 0.2);
  assert.ok((await room("four corners", 0.1)) < 1e-6, "all but the prototypes fall into one corner");
  assert.ok(
    leastErrors("four corners", 4) > 10,
    "closeness to two corners becomes a closeness to the middle",
  );
  assert.ok((await room("ring", 0.8)) > 0.1);
  assert.ok((await room("ring", 4)) < 0.1);
});

test("leastErrorsOfALine(points) by hand", () => {
  const at = (x: number, y: number, kind: ClassPoint["kind"]) => ({ x, y, kind });
  const corners = [at(0, 0, "inside"), at(1, 1, "inside"), at(0, 1, "outside"), at(1, 0, "outside")];
  assert.equal(leastErrorsOfALine(corners), 1, "exclusive or: three of four at best");
  assert.equal(leastErrorsOfALine(corners.slice(0, 3)), 0);
  assert.equal(leastErrorsOfALine([at(0, 0, "inside"), at(1, 0, "outside"), at(2, 0, "inside")]), 1);
});
