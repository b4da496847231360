import assert from "node:assert/strict";
import { test } from "node:test";
import type { Figure } from "../../../src/charts/figure.js";
import { featureMaps } from "../../../src/charts/figures/maps.js";
import { pixelsOf } from "../pixels.js";

test("featureMaps(maps, { range }) shares one scale, or gives each map its own", () => {
  const maps = [[[0, 1]], [[0, 4]]];
  const bright = [253, 231, 37]; // the bright end of viridis
  // One pixel is 10 wide, so the tiles start at 12 and at 12 + 20 + 8 CSS pixels.
  const second = (figure: Figure) => pixelsOf(figure)(2 * (12 + 28 + 15), 2 * 17);
  const first = (figure: Figure) => pixelsOf(figure)(2 * (12 + 15), 2 * 17);
  const shared = featureMaps(maps, { scale: 10 });
  const each = featureMaps(maps, { scale: 10, range: "each" });
  assert.deepEqual(second(shared), bright);
  assert.notDeepEqual(first(shared), bright);
  assert.deepEqual(first(each), bright);
  assert.deepEqual(second(each), bright);
});
