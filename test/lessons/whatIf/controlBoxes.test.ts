import assert from "node:assert/strict";
import { test } from "node:test";
import type { PixelImage } from "../../../src/arithmetic/pixelImage.js";
import { centreSquare } from "../../../src/images/photographs/cropImage.js";
import { controlBoxes, touches } from "../../../src/lessons/whatIf/controlBoxes.js";
import { paintOver } from "../../../src/lessons/whatIf/paintOver.js";
import { boxInPhotograph, seenPart } from "../../../src/lessons/whatIf/seenPart.js";

const black = (height: number, width: number): PixelImage => ({
  ...{ height, width, channels: 1 },
  pixels: new Uint8Array(height * width),
});
const sizes: readonly [height: number, width: number][] = [[256, 256], [300, 200], [431, 768], [90, 1000], [33, 35]]; // biome-ignore format: a line

for (const [height, width] of sizes) {
  test(`boxInPhotograph() finds in ${height} x ${width} pixels what was seen in the square`, () => {
    for (const box of [{ top: 0, left: 0, bottom: 56, right: 112 }, { top: 100, left: 60, bottom: 224, right: 224 }]) {
      const image = black(height, width);
      const found = boxInPhotograph(box, image, { height: 224, width: 224 });
      const seen = centreSquare(paintOver(image, found));
      // A pixel of the photograph may be several of the square, and is smoothed over its neighbours.
      const unsure = 3 + 3 * Math.max(1, 256 / Math.min(height, width));
      for (const [at, value] of seen.pixels.entries()) {
        const [row, column] = [Math.floor(at / 224), at % 224];
        const deep = Math.min(row - box.top, box.bottom - 1 - row, column - box.left, box.right - 1 - column);
        if (deep >= unsure) assert.equal(value, 127, `row ${row}, column ${column} is covered`);
        if (deep < -unsure) assert.equal(value, 0, `row ${row}, column ${column} is not`);
      }
    }
  }); // biome-ignore format: boxes in a line

  test(`controlBoxes() in ${height} x ${width} pixels have the size of the box, lie elsewhere and are seen`, () => {
    const image = black(height, width);
    const seen = seenPart(image, 224);
    const side = Math.max(1, Math.floor((seen.bottom - seen.top) / 3));
    const box = {
      top: seen.top + 2,
      left: seen.left + side,
      bottom: seen.top + 2 + side,
      right: seen.left + 2 * side,
    };
    const found = controlBoxes(image, box, { count: 40 });
    assert.deepEqual(Object.keys(found).slice(0, 2), ["elsewhere 1", "elsewhere 2"]);
    for (const each of Object.values(found)) {
      assert.deepEqual([each.bottom - each.top, each.right - each.left], [side, side]);
      assert.ok(!touches(each, box), JSON.stringify(each));
      assert.ok(
        each.top >= seen.top &&
          each.left >= seen.left &&
          each.bottom <= seen.bottom &&
          each.right <= seen.right,
      );
    }
    assert.ok(new Set(Object.values(found).map((each) => JSON.stringify(each))).size > 10);
    assert.deepEqual(controlBoxes(image, box, { count: 40 }), found, "the same seed, the same places");
    assert.notDeepEqual(controlBoxes(image, box, { count: 40, seed: 2 }), found);
  });
}

test("controlBoxes() draws every place as often", () => {
  // In 4 x 4 pixels beside the pixel in the middle there are 15.
  const image = black(5, 5);
  const { top, left } = seenPart(image, 224);
  const box = { top: top + 1, left: left + 1, bottom: top + 2, right: left + 2 };
  const counts = new Map<string, number>();
  for (const each of Object.values(controlBoxes(image, box, { count: 6000 })))
    counts.set(`${each.top},${each.left}`, (counts.get(`${each.top},${each.left}`) ?? 0) + 1);
  assert.equal(counts.size, 15);
  // 400 each; five deviations of the root of 6000 x 1/15 x 14/15 are 97.
  for (const [place, count] of counts) assert.ok(Math.abs(count - 400) < 97, `${place}: ${count}`);
});

test("boxInPhotograph() and controlBoxes() refuse what they cannot find", () => {
  const seen = { height: 224, width: 224 };
  assert.throws(
    () => boxInPhotograph({ top: 0, left: 0, bottom: 225, right: 9 }, black(50, 50), seen),
    /^RangeError: Cannot find the box .* reaches out of the 224 x 224 pixels/,
  );
  const large = { top: 5, left: 5, bottom: 45, right: 45 };
  assert.throws(
    () => controlBoxes(black(50, 50), large),
    /^RangeError: Cannot choose control boxes: beside 40 x 40 pixels there is no room/,
  );
  assert.throws(() => controlBoxes(black(50, 50), { ...large, right: 51 }), /inside 50 x 50/);
  assert.throws(
    () => controlBoxes(black(50, 50), large, { count: 0 }),
    /^RangeError: Cannot choose control boxes: count is 0/,
  );
});
