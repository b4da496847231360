import assert from "node:assert/strict";
import { test } from "node:test";
import { count, escapeMarkup, inWords, percent, plural, short } from "../../src/charts/format.js";

test("short(value) keeps three significant digits", () => {
  const cases = [
    [0, "0"],
    [0.07234, "0.0723"],
    [1.5, "1.5"],
    [2, "2"],
    [999.9, "1000"],
    [1234.5, "1,235"],
    [-0.333333, "-0.333"],
    [0.00001234, "1.23e-5"],
    [1e7, "1.00e+7"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
  ] as const;
  for (const [value, text] of cases) assert.equal(short(value), text);
});

test("percent(share) has one decimal, and two above 98%, where single errors count", () => {
  const cases = [
    [0, "0.0%"],
    [0.5, "50.0%"],
    [0.9744, "97.4%"],
    [0.9895, "98.95%"],
    [1, "100%"],
  ] as const;
  for (const [share, text] of cases) assert.equal(percent(share), text);
});

test("count(value) and plural(amount, noun) read like English", () => {
  assert.equal(count(51264), "51,264");
  assert.equal(plural(1, "epoch"), "1 epoch");
  assert.deepEqual([1, 3, 10, 11, 2000].map(inWords), ["one", "three", "ten", "11", "2,000"]);
  assert.equal(plural(60000, "image"), "60,000 images");
  assert.equal(escapeMarkup('<a href="x">&'), "&lt;a href=&quot;x&quot;&gt;&amp;");
});
