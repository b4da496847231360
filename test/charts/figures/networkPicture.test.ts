import assert from "node:assert/strict";
import { test } from "node:test";
import { PNG } from "pngjs";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import { networkPicture } from "../../../src/charts/figures/networkPicture.js";

/** The colour in the middle of a layer that is one map of zeros. */
function colourOfZero(range?: readonly [number, number]): number[] {
  const map = Array.from({ length: 10 }, (_, row) => new Array<number>(10).fill(row === 0 ? 1 : 0));
  const layer = { name: "a", maps: [map], columns: 1, scale: 6, ...(range === undefined ? {} : { range }) };
  const picture = networkPicture([layer])[jupyterDisplay]()["image/png"] as string;
  const { width, height, data } = PNG.sync.read(Buffer.from(picture, "base64"));
  const colours = new Map<string, number>();
  for (let at = 0; at < 4 * width * height; at += 4) {
    if ((data[at + 3] ?? 0) < 255) continue;
    const colour = `${data[at]},${data[at + 1]},${data[at + 2]}`;
    colours.set(colour, (colours.get(colour) ?? 0) + 1);
  }
  const [most] = [...colours].sort((a, b) => b[1] - a[1]);
  return (most?.[0] ?? "").split(",").map(Number);
}

test("networkPicture(layers) is white at zero where a range reaches as far below as above, and else dark where least", () => {
  assert.deepEqual(colourOfZero([-1.7, 1.7]), [255, 255, 255]);
  const [red = 0, green = 0, blue = 0] = colourOfZero();
  assert.ok(red < 80 && green < 20 && blue < 100, `${red}, ${green}, ${blue}`);
  assert.deepEqual(colourOfZero([0, 1]), [red, green, blue]);
});
