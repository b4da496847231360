import assert from "node:assert/strict";
import { test } from "node:test";
import { encodePng } from "../../../src/charts/drawing/png.js";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import { pictureFigure } from "../../../src/charts/figures/picture.js";

test("pictureFigure(picture) takes PNG bytes and SVG text, and sends PNG", () => {
  const png = encodePng({ width: 4, height: 2, channels: 1, pixels: new Uint8Array(8) });
  const halved = pictureFigure(png, "four by two", { pixelRatio: 2 });
  assert.deepEqual(halved.metadata?.["image/png"], { width: 2, height: 1, alt: "four by two" });
  const drawn = pictureFigure('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>', "empty");
  assert.deepEqual(Object.keys(drawn[jupyterDisplay]()), ["image/png", "text/plain"]);
});
