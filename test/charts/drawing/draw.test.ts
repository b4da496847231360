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
  const inked = data.filter((value, index) => index % 4 === 3 && value > 128).length;
  assert.ok(inked > 50, `${inked} pixels of letters`);
  assert.deepEqual(picture("Arial").png, png, "another family falls back to the shipped one");
});

test("rasterise(svg) is clear where nothing is drawn, and opaque on a ground", () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"><rect width="1" height="1" fill="#ff8040" fill-opacity="0.6"/></svg>';
  const pixels = (options: object) => [
    ...PNG.sync.read(Buffer.from(rasterise(svg, { pixelRatio: 1, ...options }).png)).data,
  ];
  assert.deepEqual(pixels({}), [255, 128, 63, 153, 0, 0, 0, 0]);
  assert.deepEqual(pixels({ background: "#000000" }), [153, 77, 38, 255, 0, 0, 0, 255]);
});
