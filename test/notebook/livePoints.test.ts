import assert from "node:assert/strict";
import { test } from "node:test";
import { LivePoints } from "../../src/notebook/livePoints.js";

/** A training of 100 images an epoch whose images have these losses one by one. */
function training(losses: readonly number[]) {
  const points = new LivePoints();
  const reach = (epoch: number, seen: number) => {
    const loss = losses.slice(0, seen).reduce((sum, value) => sum + value, 0) / seen;
    points.reach({ epoch, epochs: 3, seen, total: 100, loss, accuracy: 1 - loss });
  };
  return { points, reach };
}

const falling = Array.from({ length: 100 }, (_, index) => 1 - index / 100);
const rounded = (points: LivePoints) =>
  points.all.map(({ epoch, loss }) => [epoch, Number(loss.toFixed(6))] as const);

test("LivePoints: a point tells what the batches since the one before have reached", () => {
  const { points, reach } = training(falling);
  for (const seen of [20, 60, 100]) {
    reach(1, seen);
    points.add();
  }
  // Means of 1 to 0.81, of 0.8 to 0.41 and of 0.4 to 0.01.
  assert.deepEqual(rounded(points), [
    [0.2, 0.905],
    [0.6, 0.605],
    [1, 0.205],
  ]);
  reach(2, 10);
  points.add();
  assert.deepEqual(rounded(points).at(-1), [1.1, 0.955]);
});

test("LivePoints: while an epoch runs, fewer images than a fiftieth of it wait for the next point, however slow they come", () => {
  const { points, reach } = training(falling);
  for (let seen = 1; seen < 100; seen += 1) {
    reach(1, seen);
    points.add();
  }
  points.endEpoch();
  assert.equal(points.all.length, 50);
  assert.deepEqual(rounded(points).slice(0, 2), [
    [0.01, 1],
    [0.03, 0.985],
  ]);
});

test("LivePoints: the few batches at an end go with the point before, and nothing stands there twice", () => {
  const { points, reach } = training([...Array.from({ length: 40 }, () => 0.5), 9]);
  reach(1, 20);
  points.add();
  reach(1, 40);
  points.add();
  reach(1, 41); // one image that is off
  points.endEpoch();
  assert.deepEqual(rounded(points), [
    [0.2, 0.5],
    [0.41, Number(((20 * 0.5 + 9) / 21).toFixed(6))],
  ]);
  points.endEpoch();
  assert.equal(points.all.length, 2);
  assert.equal(points.share, 0.41);
});

test("LivePoints: a test that was measured belongs to the end of its epoch; NaN was not measured", () => {
  const { points, reach } = training(falling);
  reach(1, 100);
  points.endEpoch(0.3, 0.9);
  reach(2, 100);
  points.endEpoch(Number.NaN, Number.NaN);
  assert.deepEqual(
    points.all.map(({ epoch, validationLoss, validationAccuracy }) => [
      epoch,
      validationLoss,
      validationAccuracy,
    ]),
    [
      [1, 0.3, 0.9],
      [2, undefined, undefined],
    ],
  );
});

test("LivePoints: without a batch there is no point", () => {
  const points = new LivePoints();
  points.add();
  points.endEpoch(1, 1);
  assert.deepEqual(points.all, []);
});
