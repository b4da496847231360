import assert from "node:assert/strict";
import { test } from "node:test";
import { digitGrid } from "../../../src/charts/figures/digits.js";
import { opacityOf, pixelsOf } from "../pixels.js";

test("digitGrid(digits) keeps hard edges: a block of pixels has one gray, exactly", () => {
  const digits = { count: 1, height: 2, width: 2, pixels: Uint8Array.of(0, 255, 128, 64) };
  const figure = digitGrid(digits, { scale: 10 });
  const at = pixelsOf(figure);
  // Two device pixels per CSS pixel, a margin of 12: the image starts at 24 and a pixel of it is 20 wide.
  const corners = [0, 10, 19];
  for (const [row, column, level] of [
    [0, 0, 0],
    [0, 1, 255],
    [1, 0, 128],
    [1, 1, 64],
  ] as const) {
    for (const dy of corners) {
      for (const dx of corners) {
        assert.deepEqual(
          at(24 + 20 * column + dx, 24 + 20 * row + dy),
          [level, level, level],
          `${row}, ${column}`,
        );
      }
    }
  }
  assert.equal(opacityOf(figure)(24, 24), 255, "a black pixel is opaque");
  assert.equal(opacityOf(figure)(2, 2), 0, "around the images it is clear");
});

test("digitGrid(digits, { columns }) makes many in a row smaller, so that a narrow page does not shrink their captions away", () => {
  const digits = { count: 10, height: 28, width: 28, pixels: new Uint8Array(7840) };
  const widthOf = (columns: number) => {
    const size = digitGrid(digits, { columns }).metadata?.["image/png"] as { width: number } | undefined;
    return size?.width ?? Number.NaN;
  };
  assert.equal(widthOf(10), 10 * (56 + 8) + 16);
  assert.equal(widthOf(5), 5 * (84 + 8) + 16);
});
