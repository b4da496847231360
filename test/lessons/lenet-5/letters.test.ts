import assert from "node:assert/strict";
import { test } from "node:test";
import { digitAt } from "../../../src/images/digits/digits.js";
import { letterImages, letters } from "../../../src/lessons/lenet-5/letters.js";

test("letters are 26 different drawings of 7x9", () => {
  assert.equal(Object.keys(letters).join(""), "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  assert.equal(new Set(Object.values(letters)).size, 26);
  for (const [name, art] of Object.entries(letters)) {
    const lines = art.split("\n");
    assert.equal(lines.length, 9, name);
    for (const line of lines) assert.match(line, /^[.#]{7}$/, name);
  }
  assert.equal(letters.T, `#######${"\n...#...".repeat(8)}`);
  // Letters that look alike in a mirror, drawn so.
  for (const name of "AHIMOTUVWXY") {
    for (const line of (letters[name] as string).split("\n")) {
      assert.equal([...line].reverse().join(""), line, name);
    }
  }
});

test("letterImages(options) draws every letter so many times, MNIST-like", () => {
  const images = letterImages({ seed: 3, each: 5 });
  assert.deepEqual([images.count, images.height, images.width, images.names.length], [130, 28, 28, 130]);
  assert.equal(images.names.slice(0, 6).join(""), "AAAAAB");
  const inks: number[] = [];
  for (let index = 0; index < images.count; index++) {
    const pixels = digitAt(images, index);
    const mass = pixels.flat().reduce((sum, value) => sum + value, 0);
    const at = (axis: (row: number, column: number) => number) =>
      pixels
        .flatMap((line, row) => line.map((ink, column) => ink * axis(row, column)))
        .reduce((a, b) => a + b, 0) / mass;
    assert.ok(Math.abs(at((row) => row) - 13.8) < 3.5, `row of ${images.names[index]}`);
    assert.ok(Math.abs(at((_, column) => column) - 13.8) < 3.5, `column of ${images.names[index]}`);
    inks.push(mass / 255);
  }
  // The ink of MNIST's digits is about 100 full pixels, from 25 to 250 for nearly all of them; drawn letters may be bolder.
  assert.ok(
    Math.min(...inks) > 25 && Math.max(...inks) < 290,
    `${Math.min(...inks)} to ${Math.max(...inks)}`,
  );
});

test("letterImages(options) repeats with its seed and varies within a letter", () => {
  assert.deepEqual(letterImages({ seed: 3 }), letterImages({ seed: 3 }));
  assert.notDeepEqual(letterImages({ seed: 4 }).pixels, letterImages({ seed: 3 }).pixels);
  assert.notDeepEqual(digitAt(letterImages({ seed: 3 }), 0), digitAt(letterImages({ seed: 3 }), 1));
  assert.throws(() => letterImages({ seed: 1, each: 0 }), /^RangeError: Cannot draw letters: each is 0/);
});
