import assert from "node:assert/strict";
import { test } from "node:test";
import { PNG } from "pngjs";
import { rasterise } from "../../../src/charts/drawing/draw.js";

test("rasterise(svg) sets text in the shipped font, on every machine alike", () => {
  const picture = (family: string) =>
    rasterise(
      `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20"><text x="2" y="15" font-family="${family}">Hg 123</text></svg>`,
    );
  const { png, width, height } = picture("Noto Sans");
  assert.deepEqual([width, height], [80, 20]);
  const { data } = PNG.sync.read(Buffer.from(png));
  const dark = data.filter((value, index) => index % 4 === 0 && value < 128).length;
  assert.ok(dark > 50, `${dark} dark pixels`);
  assert.deepEqual(picture("Arial").png, png, "another family falls back to the shipped one");
});
