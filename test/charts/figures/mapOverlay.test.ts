import assert from "node:assert/strict";
import { test } from "node:test";
import type { Matrix } from "../../../src/arithmetic/matrix.js";
import { jupyterDisplay } from "../../../src/charts/figure.js";
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
