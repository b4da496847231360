import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Box, boxHolds } from "../../../src/arithmetic/maps/boxes.js";
import { connectedComponents } from "../../../src/arithmetic/maps/components.js";
import { seeded } from "../../../src/arithmetic/random.js";
import { type Digits, digitsFrom } from "../../../src/images/digits/digits.js";
import { sceneSet } from "../../../src/images/scenes/sceneSet.js";
import { clutteredScene, type Scene } from "../../../src/images/scenes/scenes.js";

const random = seeded(4);
const between = (least: number, most: number) => least + Math.floor((most - least + 1) * random());

/**
 * Blots of one piece in a field of 28x28, 11 to 20 pixels a side, each of one gray of its own, from 60: so every pixel of a
 * scene tells which digit it comes from. Around the ink runs a frame of faint ink, 40.
 */
function blots(count: number): Digits {
  const images = Array.from({ length: count }, (_, index) => {
    const [height, width] = [between(11, 20), between(11, 20)];
    const [top, left] = [between(1, 27 - height), between(1, 27 - width)];
    const inside = (row: number, column: number, by: number) =>
      row >= top - by && row < top + height + by && column >= left - by && column < left + width + by;
    return Array.from({ length: 28 }, (_, row) =>
      Array.from({ length: 28 }, (_, column) =>
        inside(row, column, 0) ? 60 + index : inside(row, column, 1) ? 40 : 0,
      ),
    );
  });
  return digitsFrom(
    images,
    Array.from({ length: count }, (_, index) => index % 10),
  );
}
const digits = blots(100);
const seeds = Array.from({ length: 40 }, (_, seed) => seed);

const rowsOf = (values: ArrayLike<number>, size: number) =>
  Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, x) => Number(values[row * size + x])),
  );

/** Where pixels of one gray are, whatever the scene says: the gray's box and count. */
function seen(scene: Scene, size: number) {
  const found = new Map<number, { count: number; box: Box }>();
  scene.pixels.forEach((value, at) => {
    if (value <= 51) return;
    const [row, column] = [Math.floor(at / size), at % size];
    const { count, box } = found.get(value) ?? {
      count: 0,
      box: { top: size, left: size, bottom: 0, right: 0 },
    };
    found.set(value, {
      count: count + 1,
      box: {
        top: Math.min(box.top, row),
        left: Math.min(box.left, column),
        bottom: Math.max(box.bottom, row + 1),
        right: Math.max(box.right, column + 1),
      },
    });
  });
  return found;
}

/** Ink of each blot, counted in the source. */
const inkOf = (index: number) =>
  digits.pixels.subarray(784 * index, 784 * (index + 1)).filter((value) => value > 51).length;

describe("clutteredScene", () => {
  it("holds exactly one whole digit, with its label, tight box and mask", () => {
    for (const seed of seeds) {
      const scene = clutteredScene({ digits, seed });
      assert.equal(scene.pixels.length, 64 * 64);
      assert.equal(scene.objects.length, 1);
      const whole = [...seen(scene, 64)].filter(([gray, { count }]) => count === inkOf(gray - 60));
      assert.equal(whole.length, 1, `seed ${seed}: whole digits`);
      const [gray, { box }] = whole[0] as (typeof whole)[number];
      const [object] = scene.objects;
      assert.equal(object?.label, (gray - 60) % 10);
      assert.deepEqual(object?.box, box);
      scene.pixels.forEach((value, at) => {
        assert.equal(object?.mask[at], value === gray ? 1 : 0, `seed ${seed}: mask at ${at}`);
      });
    }
  });

  it("has 8 patches, 10x10 pixels at most, none blank, none near the digit or another", () => {
    for (const seed of seeds) {
      const scene = clutteredScene({ digits, seed });
      const [object] = scene.objects;
      // Faint ink counts here: nothing at all may touch.
      const pieces = connectedComponents(rowsOf(scene.pixels, 64));
      assert.equal(pieces.length, 9, `seed ${seed}: pieces`);
      for (const { box } of pieces) {
        const { top, left, bottom, right } = box;
        const isDigit = boxHolds(box, { row: object?.box.top ?? -1, column: object?.box.left ?? -1 });
        assert.ok(isDigit || (bottom - top <= 10 && right - left <= 10), `seed ${seed}: a patch too large`);
      }
    }
  });

  it("follows its seed", () => {
    const [first, again, other] = [7, 7, 8].map((seed) => clutteredScene({ digits, seed }));
    assert.deepEqual(first, again);
    assert.notDeepEqual(first?.pixels, other?.pixels);
  });

  it("puts digits everywhere, also flush with the edges, and all labels", () => {
    const scenes = Array.from(
      { length: 400 },
      (_, seed) => clutteredScene({ digits, seed: 1000 + seed }).objects[0],
    );
    assert.equal(new Set(scenes.map((object) => object?.label)).size, 10);
    // The faint frame is part of the digit, so ink begins at 1 and ends at 63.
    assert.equal(Math.min(...scenes.map((object) => object?.box.top ?? 99)), 1);
    assert.equal(Math.max(...scenes.map((object) => object?.box.right ?? 0)), 63);
    const middles = scenes.map((object) => ((object?.box.left ?? 0) + (object?.box.right ?? 0)) / 2);
    const centre = middles.reduce((sum, value) => sum + value, 0) / middles.length;
    assert.ok(Math.abs(centre - 32) < 2, `middles lie around 32: ${centre}`);
  });

  it("takes size, patches, count and within", () => {
    const several = clutteredScene({ digits, seed: 3, count: 4, size: 80, patches: 2 });
    assert.equal(several.pixels.length, 6400);
    assert.equal(connectedComponents(rowsOf(several.pixels, 80)).length, 6);
    assert.equal(new Set(several.objects.map(({ box }) => JSON.stringify(box))).size, 4);
    several.objects.forEach(({ mask }, index) => {
      for (const other of several.objects.slice(index + 1)) {
        assert.ok(
          mask.every((bit, at) => bit + (other.mask[at] ?? 0) < 2),
          "masks share nothing",
        );
      }
    });
    const within = { top: 30, left: 32, bottom: 64, right: 60 };
    for (const seed of seeds) {
      const { box } = clutteredScene({ digits, seed, within, patches: 0 })
        .objects[0] as Scene["objects"][number];
      assert.ok(box.top > 30 && box.left > 32 && box.bottom < 64 && box.right < 60, JSON.stringify(box));
    }
    assert.equal(clutteredScene({ digits: blots(1), seed: 1, patches: 0 }).objects.length, 1);
  });

  it("refuses what cannot be made", () => {
    const refused = (options: object, message: RegExp) =>
      assert.throws(() => clutteredScene({ digits, seed: 1, ...options }), message);
    refused({ size: 12 }, /^RangeError: Cannot make a scene of 1 whole digits and 8 patches on 12x12 pixels/);
    refused({ count: 30 }, /^RangeError: Cannot make a scene of 30 whole digits/);
    refused({ patches: 60 }, /no room for all\. Ask for fewer, or a larger size\.$/);
    refused({ within: { top: 0, left: 0, bottom: 64, right: 8 } }, /the digits within .*"right":8/);
    refused({ within: { top: 0, left: 0, bottom: 65, right: 64 } }, /^RangeError: Cannot keep digits within/);
    refused({ count: 0 }, /^RangeError: Cannot make a scene: count is 0/);
    refused({ patches: -1 }, /^RangeError: Cannot make a scene: patches is -1/);
    refused({ size: 64.5 }, /^RangeError: Cannot make a scene: size is 64.5/);
    refused({ seed: 0.5 }, /^RangeError: Cannot seed/);
    refused(
      { digits: blots(1) },
      /^RangeError: Cannot make a scene of 1 digits: 1 whole and 8 patches of others take 2/,
    );
    const faint = digitsFrom([[[0, 40], [9, 0]]], [1]); // biome-ignore format: one line
    refused({ digits: faint, patches: 0 }, /^RangeError: Cannot place digit 0: it has no ink above 51/);
    const blank = digitsFrom([[[0, 0], [0, 0]]], [1]); // biome-ignore format: one line
    refused({ digits: blank, patches: 0 }, /^RangeError: Cannot place digit 0: it is blank/);
  });
});

describe("sceneSet", () => {
  it("is so many scenes, each from a seed of its own", () => {
    const left = { top: 0, left: 0, bottom: 64, right: 32 };
    const { scenes, boxes } = sceneSet({
      digits,
      number: 3,
      seed: 5,
      within: (index) => (index === 1 ? left : undefined),
    });
    assert.deepEqual([scenes.count, scenes.height, scenes.width, boxes.length], [3, 64, 64, 3]);
    for (const index of [0, 1, 2]) {
      const place = index === 1 ? { within: left } : {};
      const alone = clutteredScene({ digits, seed: 5_000_000 + index, ...place });
      assert.deepEqual(scenes.pixels.subarray(4096 * index, 4096 * (index + 1)), alone.pixels);
      assert.equal(scenes.labels[index], alone.objects[0]?.label);
      assert.deepEqual(boxes[index], alone.objects[0]?.box);
    }
  });

  it("refuses a number that is none", () => {
    for (const number of [0, 1.5, 2_000_000]) {
      assert.throws(
        () => sceneSet({ digits, number, seed: 1 }),
        /^RangeError: Cannot make scenes: number is/,
      );
    }
  });
});

it("clutteredScene(options) refuses digits in colour, which it would read askew", () => {
  const digits = blots(3);
  const colour = { ...digits, channels: 3, classes: ["a"], width: digits.width / 3 } as const;
  assert.throws(
    () => clutteredScene({ digits: colour, seed: 1 }),
    /^RangeError: Cannot make a scene of images in colour\. Give gray ones/,
  );
});
