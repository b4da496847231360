import assert from "node:assert/strict";
import { test } from "node:test";
import { PNG } from "pngjs";
import { type Figure, jupyterDisplay } from "../../../src/charts/figure.js";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { evidenceMaps } from "../../../src/lessons/class-activation-maps/evidenceMaps.js";
import { pixelsOf } from "../../charts/pixels.js";

const heightOf = (figure: Figure) =>
  PNG.sync.read(Buffer.from(figure[jupyterDisplay]()["image/png"] as string, "base64")).height;
const image = Array.from({ length: 4 }, () => [0, 255, 0, 255]);

test("evidenceMaps(image, maps) is white at zero, red above and blue below, on one scale for all", () => {
  const figure = evidenceMaps(image, [[[0, 4], [-4, 1]], [[0, 1], [0, 0]]], { scale: 10 }); // biome-ignore format: maps
  assert.match(figure.description, /from -4 to 4; colours from -4 to 4, white at zero/);
  const at = pixelsOf(figure);
  // A tile is 40 pixels wide; they stand 48 apart, from 12 on; a place of a map is 20. The picture has two pixels for each.
  const place = (tile: number, row: number, column: number) =>
    at(2 * (12 + 48 * tile + 20 * column + 10), 2 * (12 + 20 * row + 10));
  assert.deepEqual(place(1, 0, 0), [255, 255, 255]);
  const [red, green, blue] = place(1, 0, 1) as [number, number, number];
  assert.ok(red > 2 * blue && green < 60, "the most is red");
  const low = place(1, 1, 0) as [number, number, number];
  assert.ok(low[2] > 1.5 * low[0], "the least is blue");
  assert.deepEqual(place(2, 0, 1), place(1, 1, 1), "one number, one colour");
});

test("evidenceMaps(image, maps) takes the first image of a set, and boxes for all or for each", () => {
  const box = { top: 0, left: 0, bottom: 2, right: 2 };
  const set = digitsFrom([image, image.map((row) => row.map(() => 0))], [1, 2]);
  const map = [[1]];
  assert.match(evidenceMaps(set, [map], { boxes: [[box]] }).description, /image of 4 x 4 and 1 map of 1 x 1/);
  evidenceMaps(set, [map, map], { boxes: [[], [box], []] });
  assert.throws(() => evidenceMaps(set, [map, map], { boxes: [[], [box]] }), /lists of boxes/);
});

test("evidenceMaps(image, []) draws the image alone, without a colour bar", () => {
  const figure = evidenceMaps(image, [], { captions: ["a 4"], scale: 10 });
  assert.equal(figure.description, "An image of 4 x 4: a 4.");
  assert.ok(
    heightOf(figure) < heightOf(evidenceMaps(image, [[[1]]], { captions: ["a 4", "a map"], scale: 10 })),
  );
});

test("evidenceMaps(image, maps) refuses what cannot be drawn", () => {
  assert.throws(() => evidenceMaps(image, [[[1, 2, 3]]]), /do not divide an image of 4 x 4/);
  assert.throws(() => evidenceMaps(image, [[[1, Number.NaN]]]), /Cannot/);
  assert.throws(() => evidenceMaps(image, [[[1]]], { captions: ["one"] }), /captions/);
});
