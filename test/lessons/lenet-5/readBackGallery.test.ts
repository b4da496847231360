import assert from "node:assert/strict";
import { test } from "node:test";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { readBackGallery } from "../../../src/lessons/lenet-5/readBackGallery.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { lenet5 } from "../../../src/networks/models/lenet5.js";

const dots = (count: number) =>
  digitsFrom(
    Array.from({ length: count }, (_, index) =>
      Array.from({ length: 28 }, (_, row) =>
        Array.from({ length: 28 }, (_, column) => ((row + index) % 7 === 0 && column % 3 === 0 ? 255 : 0)),
      ),
    ),
    Array.from({ length: count }, (_, index) => index % 10),
  );

test("readBackGallery(networks, layer, fitted, digits) names a row for each, with its share", () => {
  const model = lenet5();
  const { description } = readBackGallery({ "by dice": model }, "f6", dots(60), dots(12));
  assert.match(description, /blind: -?\d+%; label: -?\d+%; by dice: \d+%\.$/);
  assert.throws(
    () => readBackGallery({ "by dice": model }, "f6", dots(60), dots(9)),
    /^RangeError: Cannot show 9 digits read back/,
  );
  assert.throws(() => readBackGallery({}, "f6", dots(60), dots(12)), /^RangeError: Cannot read digits back/);
  disposeModel(model);
});
