import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { confusionCounts } from "../../../src/networks/training/confusionCounts.js";

describe("confusionCounts", () => {
  it("confusionCounts(labels, predicted) counts by label, then by what it was taken for", () => {
    const labels = Uint8Array.of(0, 0, 0, 1, 2, 2);
    const predicted = Uint8Array.of(0, 2, 2, 1, 0, 2);
    assert.deepEqual(confusionCounts(labels, predicted, 3), [
      [1, 0, 2],
      [0, 1, 0],
      [1, 0, 1],
    ]);
  });

  it("confusionCounts(labels, predicted) has ten classes unless told otherwise, and starts at 0", () => {
    const none = confusionCounts(new Uint8Array(0), new Uint8Array(0));
    assert.deepEqual(
      none,
      Array.from({ length: 10 }, () => Array.from({ length: 10 }, () => 0)),
    );
  });

  it("confusionCounts: rows sum to how often a label is there, columns to how often it was predicted", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })));
    fc.assert(
      fc.property(pairs, (drawnPairs) => {
        const [labels, predicted] = [0, 1].map((side) =>
          Uint8Array.from(drawnPairs, (pair) => pair[side] ?? 0),
        );
        const counts = confusionCounts(labels as Uint8Array, predicted as Uint8Array);
        for (let digit = 0; digit < 10; digit++) {
          const inRow = counts[digit]?.reduce((sum, count) => sum + count, 0);
          const inColumn = counts.reduce((sum, row) => sum + (row[digit] ?? 0), 0);
          assert.equal(inRow, drawnPairs.filter(([label]) => label === digit).length);
          assert.equal(inColumn, drawnPairs.filter(([, guess]) => guess === digit).length);
        }
      }),
    );
  });

  it("confusionCounts(labels, predicted, classes) counts more classes than a byte holds", () => {
    for (const room of [Uint16Array, Uint32Array, Int32Array]) {
      const counts = confusionCounts(room.of(299, 299, 44), room.of(299, 43, 44), 300);
      assert.equal(counts.length, 300);
      assert.deepEqual([counts[299]?.[299], counts[299]?.[43], counts[44]?.[44]], [1, 1, 1]);
      assert.equal(
        counts.flat().reduce((sum, count) => sum + count),
        3,
      );
    }
  });

  it("confusionCounts refuses lists of different lengths and classes it does not have", () => {
    assert.throws(() => confusionCounts(Uint8Array.of(1, 2), Uint8Array.of(1)), {
      name: "RangeError",
      message: "Cannot count confusions: there are 2 labels and 1 predictions. Give one each.",
    });
    for (const [label, guess] of [
      [3, 0],
      [0, 3],
    ] as const) {
      assert.throws(() => confusionCounts(Uint8Array.of(label), Uint8Array.of(guess), 3), {
        name: "RangeError",
        message: "Cannot count confusions: class 3 is not below 3. Pass how many there are.",
      });
    }
  });
});
