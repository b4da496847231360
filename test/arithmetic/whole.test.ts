import assert from "node:assert/strict";
import { test } from "node:test";
import { isWhole, requireIndex, requireWhole } from "../../src/arithmetic/whole.js";

// biome-ignore format: a table
const values: readonly [value: unknown, whole: boolean, said: string][] = [
  [ 0,                       true,  "" ],
  [ -0,                      true,  "" ],
  [ -7,                      true,  "" ],
  [ 3,                       true,  "" ],
  [ 3.0,                     true,  "" ],
  [ 2 ** 53 - 1,             true,  "" ],
  [ 2 ** 53,                 false, "9007199254740992" ],
  [ 1e300,                   false, "1e+300" ],
  [ 0.5,                     false, "0.5" ],
  [ 3 + 1e-9,                false, "3.000000001" ],
  [ Number.NaN,              false, "NaN" ],
  [ Number.POSITIVE_INFINITY, false, "Infinity" ],
  [ Number.NEGATIVE_INFINITY, false, "-Infinity" ],
  [ "3",                     false, '"3"' ],
  [ "",                      false, '""' ],
  [ "three",                 false, '"three"' ],
  [ 3n,                      false, "3n" ],
  [ true,                    false, "true" ],
  [ null,                    false, "null" ],
  [ undefined,               false, "undefined" ],
  [ [3],                     false, "a list" ],
  [ { valueOf: () => 3 },    false, "an object" ],
  [ Object.create(null),     false, "an object" ],
  [ new Number(3),           false, "an object" ],
  [ Symbol("3"),             false, "Symbol(3)" ],
];

test("isWhole(value) knows whole numbers from all else", () => {
  for (const [value, whole, said] of values) assert.equal(isWhole(value), whole, said || String(value));
});

test("requireWhole(action, { name }) refuses what is no whole number, by name and value", () => {
  for (const [value, whole, said] of values) {
    const ask = () => requireWhole("count", { steps: value });
    if (whole) ask();
    else
      assert.throws(ask, {
        name: "RangeError",
        message: `Cannot count: steps is ${said}. Give a whole number.`,
      });
  }
});

test("isWhole and requireWhole keep to a range, both ends included", () => {
  // biome-ignore format: a table
  const ranges = [
    [{ from: 1 },         [1, 9],     [0, -0, -1],  " from 1 up"],
    [{ from: 0 },         [0, -0, 1], [-1],         " from 0 up"],
    [{ to: 5 },           [5, -9],    [6],          " up to 5"],
    [{ from: -2, to: 2 }, [-2, 0, 2], [-3, 3],      " from -2 to 2"],
  ] as const;
  for (const [range, inside, outside, words] of ranges) {
    for (const value of inside) {
      assert.ok(isWhole(value, range));
      requireWhole("count", { value }, range);
    }
    for (const value of outside) {
      assert.ok(!isWhole(value, range));
      const message = `Cannot count: value is ${value}. Give a whole number${words}.`;
      assert.throws(() => requireWhole("count", { value }, range), { name: "RangeError", message });
    }
  }
});

test("requireWhole(action, { … }) names the first of several that is wrong", () => {
  requireWhole("pool", { size: 2, stride: 1 }, { from: 1 });
  assert.throws(() => requireWhole("pool", { size: 2, stride: 0 }, { from: 1 }), /stride is 0/);
  assert.throws(() => requireWhole("pool", { size: 0, stride: 0 }, { from: 1 }), /size is 0/);
});

test("requireIndex(action, { index }, count) counts from 0", () => {
  for (const index of [0, 2]) requireIndex("show a digit", { index }, 3);
  for (const index of [-1, 3, 1.5, Number.NaN, "1"]) {
    assert.throws(
      () => requireIndex("show a digit", { index }, 3),
      /^RangeError: Cannot show a digit: index is .*\. Give a whole number from 0 to 2\.$/,
    );
  }
  assert.throws(
    () => requireIndex("show a digit", { index: 0 }, 0),
    /^RangeError: Cannot show a digit: there is none\. Give at least one\.$/,
  );
});
