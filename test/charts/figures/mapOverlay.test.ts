import assert from "node:assert/strict";
import { test } from "node:test";
import type { Matrix } from "../../../src/arithmetic/matrix.js";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import { digitGrid } from "../../../src/charts/figures/digits.js";
import { mapOverlay } from "../../../src/charts/figures/mapOverlay.js";
import { decodeImage } from "../../../src/images/photographs/decodeImage.js";

const orange = {
  height: 64,
  width: 64,
  channels: 3,
  pixels: Uint8Array.from({ length: 3 * 64 * 64 }, (_, at) => [230, 90, 30][at % 3] ?? 0),
} as const;

/** How far apart red, green and blue are in the middle of what is drawn: 0 is gray. */
function colourOf(maps: readonly Matrix[]): number {
  const base64 = mapOverlay(orange, maps)[jupyterDisplay]()["image/jpeg"];
  const { width, pixels } = decodeImage(Buffer.from(String(base64), "base64"));
  // The first map is the upper left of the picture.
  const at = 3 * (40 * width + 40);
  const rgb = [...pixels.subarray(at, at + 3)];
  return Math.max(...rgb) - Math.min(...rgb);
}

test("mapOverlay(photograph, maps) shows a coloured photograph gray where there is no evidence", () => {
  assert.ok(colourOf([[[-3]], [[8]]]) < 12);
  assert.ok(colourOf([[[8]], [[-3]]]) > 80);
});

test("mapOverlay(photograph, maps) makes half of the evidence plainly visible", () => {
  assert.ok(colourOf([[[4]], [[8]]]) > 50);
});

/** Two images of a set: a red and a blue one, 4x4. */
const set = {
  count: 2,
  height: 4,
  width: 4,
  channels: 3,
  pixels: Uint8Array.from({ length: 96 }, (_, at) => (at % 3 === (at < 48 ? 0 : 2) ? 250 : 10)),
} as const;
const pixelsOf = (figure: { [jupyterDisplay](): object }) => {
  const forms = Object.entries(figure[jupyterDisplay]()) as [string, string][];
  const base64 = forms.find(([type]) => type.startsWith("image/"))?.[1] ?? "";
  return decodeImage(Buffer.from(base64, "base64"));
};

test("mapOverlay(images, maps) lays each map over its own image, enlarged", () => {
  const flat: Matrix = [[0]];
  const { width, pixels } = pixelsOf(mapOverlay(set, [flat, flat]));
  // Gray by brightness: red is lighter than blue. Tiles of 128 CSS pixels, a margin of 12, a gap of 8, two pixels each.
  const levelAt = (x: number) => pixels[3 * (150 * width + x)] as number;
  assert.ok(Math.abs(levelAt(150) - (0.299 * 250 + 0.701 * 10)) < 6, `${levelAt(150)}`);
  assert.ok(Math.abs(levelAt(420) - (0.114 * 250 + 0.886 * 10)) < 6, `${levelAt(420)}`);
  const { channels: _, ...gray } = set;
  mapOverlay({ ...gray, pixels: gray.pixels.subarray(0, 32) }, [flat, flat]);
});

test("mapOverlay(images, maps) refuses as many images as fit neither", () => {
  const flat: Matrix = [[0]];
  assert.throws(() => mapOverlay(set, [flat, flat, flat]), {
    name: "RangeError",
    message:
      /Cannot lay 3 maps over 2 images\. Give one image for all maps, or one for each: take\(images, 0, 3\)/,
  });
  assert.throws(
    () => mapOverlay({ ...set, channels: 1 }, [flat, flat]),
    /there are 96 bytes\. Check the size/,
  );
});

test("digitGrid(images) draws colour", () => {
  const { width, pixels } = pixelsOf(digitGrid(set, { scale: 10 }));
  const at = 3 * (40 * width + 40);
  assert.deepEqual([...pixels.subarray(at, at + 3)], [250, 10, 10]);
  const second = 3 * (40 * width + 2 * (12 + 48 + 10));
  assert.deepEqual([...pixels.subarray(second, second + 3)], [10, 10, 250]);
  assert.throws(() => digitGrid({ ...set, channels: 2 as 1 }), /Cannot draw images of 2 channels/);
});
