import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type AxisPadding, outputLength } from "../../../src/arithmetic/window.js";
import { useCounts } from "../../../src/lessons/padding-and-stride/useCounts.js";

// length, window, uses: counted with a pencil
const cases = [
  [5, { kernel: 3 }, [1, 2, 3, 2, 1]],
  [5, { kernel: 3, padding: "same" }, [2, 3, 3, 3, 2]],
  [5, { kernel: 3, padding: "full" }, [3, 3, 3, 3, 3]],
  [6, { kernel: 3, stride: 2, padding: "same" }, [1, 1, 2, 1, 2, 1]], // TensorFlow
  [6, { kernel: 3, stride: 2, padding: 1 }, [1, 2, 1, 2, 1, 1]], // PyTorch, the mirror image
  [10, { kernel: 3, stride: 2 }, [1, 1, 2, 1, 2, 1, 2, 1, 1, 0]],
  [8, { kernel: 3, stride: 4 }, [1, 1, 1, 0, 1, 1, 1, 0]],
  [5, { kernel: 2, dilation: 4 }, [1, 0, 0, 0, 1]],
  [3, { kernel: 2, padding: [0, 1] as const }, [1, 2, 2]],
] as const;

test("useCounts(length, window) counts the windows that take each pixel", () => {
  for (const [length, window, uses] of cases) {
    assert.deepEqual(useCounts(length, window), uses, JSON.stringify({ length, ...window }));
  }
});

test("useCounts(length, window) adds up to outputs times kernel where nothing is padded", () => {
  const inputs = fc.record({
    kernel: fc.integer({ min: 1, max: 5 }),
    stride: fc.integer({ min: 1, max: 4 }),
    dilation: fc.integer({ min: 1, max: 3 }),
    more: fc.integer({ min: 0, max: 20 }),
  });
  fc.assert(
    fc.property(inputs, ({ more, ...window }) => {
      const length = (window.kernel - 1) * window.dilation + 1 + more;
      const sum = useCounts(length, window).reduce((total, uses) => total + uses, 0);
      assert.equal(sum, outputLength(length, window) * window.kernel);
      const full = useCounts(length, { ...window, stride: 1, padding: "full" satisfies AxisPadding });
      assert.ok(
        full.every((uses) => uses === window.kernel),
        `full uses ${full}`,
      );
    }),
  );
});

test("useCounts(length, window) refuses a window that does not fit", () => {
  assert.throws(() => useCounts(2, { kernel: 3 }), /^RangeError: Cannot slide a window of 3 over 2 pixels/);
});
