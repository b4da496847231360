import assert from "node:assert/strict";
import { test } from "node:test";
import type { Matrix } from "../../../src/arithmetic/matrix.js";
import { averagePool, maxPool } from "../../../src/arithmetic/pool.js";
import { seeded } from "../../../src/arithmetic/random.js";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { undoGallery } from "../../../src/lessons/pooling/undoGallery.js";

const random = seeded(2);
const some = (count: number) =>
  digitsFrom(
    Array.from({ length: count }, () =>
      Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => Math.floor(256 * random()))),
    ),
    Array(count).fill(0),
  );
const [fitted, digits] = [some(400), some(60)];
const reductions = {
  everything: (image: Matrix) => image,
  mean: (image: Matrix) => averagePool(image, { size: 2 }),
  nothing: (image: Matrix) => maxPool(image, { size: 4 }).map(() => [0]),
};

test("undoGallery(reductions, fitted, digits) names each row by how far its guesses are off", () => {
  const { description } = undoGallery(reductions, fitted, digits);
  const errors = [...description.matchAll(/(\w+): (\d\.\d{3})/g)].map(([, name, error]) => [
    name,
    Number(error),
  ]);
  const named = Object.fromEntries(errors) as Record<string, number>;
  assert.ok((named.everything as number) < 0.03, description);
  // Without anything left the guess is the mean, and pixels drawn evenly from 0 to 1 lie 0.289 from it.
  assert.ok(Math.abs((named.nothing as number) - 1 / Math.sqrt(12)) < 0.02, description);
  // Of four numbers the mean is known, and takes a quarter of their variance away.
  assert.ok(Math.abs((named.mean as number) - Math.sqrt(3 / 4 / 12)) < 0.02, description);
});

test("undoGallery(reductions, fitted, digits, options) takes the first of each, and needs six digits to show", () => {
  const few = undoGallery({ mean: reductions.mean }, fitted, digits, { count: 50 });
  assert.notEqual(few.description, undoGallery({ mean: reductions.mean }, fitted, digits).description);
  assert.throws(
    () => undoGallery(reductions, fitted, some(5)),
    /^RangeError: Cannot show what is left of 5 digits/,
  );
});
