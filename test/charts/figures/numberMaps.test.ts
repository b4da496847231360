import assert from "node:assert/strict";
import { test } from "node:test";
import { numberMaps } from "../../../src/charts/figures/numberMaps.js";
import { driven, itemsOf } from "../../lessons/explorer/vegaExplorer.js";

const maps = [
  [
    [1, 2],
    [0, 9],
  ],
  [[4, 5, 6]],
];

test("numberMaps(maps) writes every number, and a zero is white", async () => {
  const figure = numberMaps(maps, { captions: ["one", "two"], what: "used" });
  await driven(figure, {}, (view) => {
    const texts = itemsOf(view, (mark) => mark.marktype === "text").map(({ text }) => String(text));
    assert.deepEqual(texts.sort(), ["0", "1", "2", "4", "5", "6", "9", "one", "two"]);
    const fills = itemsOf(view, (mark) => mark.marktype === "rect").map(({ fill }) => fill);
    assert.equal(fills.filter((fill) => fill === "#ffffff").length, 1);
    assert.equal(new Set(fills).size, 7, "another shade for every number");
  });
});

test("numberMaps(maps) refuses what cannot be drawn", () => {
  assert.throws(() => numberMaps([]), /^RangeError: Cannot draw the numbers/);
  assert.throws(() => numberMaps([[]]), /^RangeError: Cannot draw the numbers: the matrix is empty/);
  assert.throws(
    () => numberMaps(maps, { captions: ["one"] }),
    /^RangeError: Cannot draw the numbers: there are 2 maps and 1 captions/,
  );
});
