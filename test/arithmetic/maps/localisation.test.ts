import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  bestThreshold,
  type Located,
  localisedShare,
  overlaps,
  pointingShare,
} from "../../../src/arithmetic/maps/localisation.js";

/** A row of pixels; the object is the first two. */
const located = (row: readonly number[], right = true): Located => ({
  map: [row],
  truth: { top: 0, left: 0, bottom: 1, right: 2 },
  right,
});

const found = [
  located([5, 5, 0, 0]), // the box is the object: 1
  located([5, 2, 2, 2]), // at 0.2 all four: 2/4; at 0.5 the first: 1/2
  located([1, 1, 9, 1]), // at 0.2 the third alone: 0; at 0.1 all four: 2/4
  located([5, 5, 0, 0], false),
  located([-1, -2, -3, -4]), // no box; the peak is inside all the same
];

describe("localisation", () => {
  it("measures overlaps at one threshold", () => {
    assert.deepEqual(overlaps(found, 0.2), [1, 0.5, 0, 1, 0]);
    assert.deepEqual(overlaps(found, 0.1), [1, 0.5, 0.5, 1, 0]);
  });

  it("counts an overlap of exactly a half, and only right classes", () => {
    assert.equal(localisedShare(found, 0.2), 2 / 5);
    assert.equal(localisedShare(found, 0.1), 3 / 5);
  });

  it("plays the pointing game with the peak, right or wrong class", () => {
    assert.equal(pointingShare(found), 4 / 5);
  });

  it("chooses the first of the best thresholds", () => {
    assert.equal(bestThreshold(found, [0.5, 0.2, 0.1, 0.05]), 0.1);
    assert.equal(bestThreshold(found, [0.3, 0.2]), 0.3);
  });

  it("refuses nothing at all", () => {
    assert.throws(() => localisedShare([], 0.2), /^RangeError: Cannot measure maps: there is no map/);
    assert.throws(() => pointingShare([]), /^RangeError: Cannot measure maps: there is no map/);
    assert.throws(
      () => bestThreshold(found, []),
      /^RangeError: Cannot choose a threshold: there is no threshold/,
    );
  });
});
