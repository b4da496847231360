import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { PNG } from "pngjs";
import { diverging, gray, hex, sequential } from "../../../src/charts/color.js";
import { rasterise } from "../../../src/charts/drawing/draw.js";
import { encodePng, pngSize } from "../../../src/charts/drawing/png.js";
import { textWidth } from "../../../src/charts/drawing/textwidth.js";
import { type Figure, isFigure, jupyterDisplay, makeFigure } from "../../../src/charts/figure.js";
import { digitGrid } from "../../../src/charts/figures/digits.js";
import { kernelGrid } from "../../../src/charts/figures/kernels.js";
import { featureMaps } from "../../../src/charts/figures/maps.js";
import { pictureFigure } from "../../../src/charts/figures/picture.js";

test("encodePng(image) comes back from another decoder as it went in", () => {
  const images = fc
    .record({
      width: fc.integer({ min: 1, max: 9 }),
      height: fc.integer({ min: 1, max: 9 }),
      channels: fc.constantFrom(1, 3, 4),
    })
    .chain(({ width, height, channels }) => {
      const length = width * height * channels;
      return fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        channels: fc.constant(channels as 1 | 3 | 4),
        pixels: fc.uint8Array({ minLength: length, maxLength: length }),
      });
    });
  fc.assert(
    fc.property(images, (image) => {
      const { width, height, channels, pixels } = image;
      const png = encodePng(image);
      assert.deepEqual(pngSize(png), { width, height });
      const decoded = PNG.sync.read(Buffer.from(png));
      for (let at = 0; at < width * height; at++) {
        const part = (channel: number) => pixels[at * channels + (channels === 1 ? 0 : channel)];
        const wanted = [part(0), part(1), part(2), channels === 4 ? part(3) : 255];
        assert.deepEqual([...decoded.data.subarray(4 * at, 4 * at + 4)], wanted);
      }
    }),
    { numRuns: 60 },
  );
});

test("digitGrid(digits) keeps hard edges: a block of pixels has one gray, exactly", () => {
  const digits = { count: 1, height: 2, width: 2, pixels: Uint8Array.of(0, 255, 128, 64) };
  const at = pixelsOf(digitGrid(digits, { scale: 10 }));
  // Two device pixels per CSS pixel, a margin of 12: the image starts at 24 and a pixel of it is 20 wide.
  const corners = [0, 10, 19];
  for (const [row, column, level] of [
    [0, 0, 0],
    [0, 1, 255],
    [1, 0, 128],
    [1, 1, 64],
  ] as const) {
    for (const dy of corners) {
      for (const dx of corners) {
        assert.deepEqual(
          at(24 + 20 * column + dx, 24 + 20 * row + dy),
          [level, level, level],
          `${row}, ${column}`,
        );
      }
    }
  }
  assert.deepEqual(at(2, 2), [255, 255, 255], "the card is white");
});

test("kernelGrid(kernels) has white for zero, and the same strength for -1 and 1", () => {
  const at = pixelsOf(kernelGrid([[[-1, 0, 1]]], { scale: 10 }));
  const [negative, zero, positive] = [34, 54, 74].map((x) => at(x, 34));
  assert.deepEqual(zero, [255, 255, 255]);
  assert.deepEqual(negative, [5, 48, 97], "the blue end");
  assert.deepEqual(positive, [103, 0, 31], "the red end");
});

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

test("kernelGrid(kernels) draws kernels that are all zero", () => {
  assert.deepEqual(pixelsOf(kernelGrid([[[0]]], { scale: 10 }))(34, 34), [255, 255, 255]);
});

test("colour maps begin and end where they should and hold their ends outside", () => {
  const cases = [
    [sequential, 0, "#440154"],
    [sequential, 1, "#fde725"],
    [sequential, -3, "#440154"],
    [sequential, 7, "#fde725"],
    [diverging, 0.5, "#ffffff"],
    [diverging, 0, "#053061"],
    [diverging, 1, "#67001f"],
    [gray, 0.5, "#808080"],
  ] as const;
  for (const [map, value, color] of cases) assert.equal(hex(map(value)), color);
});

test("sequential(value) grows brighter all the way", () => {
  const brightness = (value: number) => {
    const [red, green, blue] = sequential(value);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  for (let step = 1; step <= 50; step++)
    assert.ok(brightness(step / 50) > brightness((step - 1) / 50), `${step}`);
});

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

test("textWidth(text, fontSize) adds the widths of the font's letters", () => {
  assert.equal(textWidth("", 10), 0);
  assert.equal(textWidth("00", 10), 2 * 5.72);
  assert.ok(textWidth("iii", 10) < textWidth("mmm", 10));
  assert.ok(textWidth("mmm", 10, "bold") > textWidth("mmm", 10));
});

test("makeFigure(description, forms, draw) draws when first shown, and once", () => {
  let drawings = 0;
  const figure = makeFigure("one pixel", {}, () => {
    drawings++;
    return {
      png: encodePng({ width: 1, height: 1, channels: 1, pixels: Uint8Array.of(7) }),
      width: 1,
      height: 1,
    };
  });
  assert.equal(drawings, 0);
  figure[jupyterDisplay]();
  figure[jupyterDisplay]();
  assert.deepEqual(figure.metadata, { "image/png": { width: 1, height: 1, alt: "one pixel" } });
  assert.equal(drawings, 1);
});

test("pictureFigure(picture) takes PNG bytes and SVG text, and sends PNG", () => {
  const png = encodePng({ width: 4, height: 2, channels: 1, pixels: new Uint8Array(8) });
  const halved = pictureFigure(png, "four by two", { pixelRatio: 2 });
  assert.deepEqual(halved.metadata?.["image/png"], { width: 2, height: 1, alt: "four by two" });
  const drawn = pictureFigure('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>', "empty");
  assert.deepEqual(Object.keys(drawn[jupyterDisplay]()), ["image/png", "text/plain"]);
});

test("isFigure(value) knows a figure by its display method", () => {
  assert.ok(isFigure({ [Symbol.for("Jupyter.display")]: () => ({}) }));
  for (const value of [null, undefined, 1, "x", {}, { [Symbol.for("Jupyter.display")]: 1 }])
    assert.ok(!isFigure(value));
});

/** Red, green and blue of a device pixel of a figure's picture. */
function pixelsOf(figure: Figure): (x: number, y: number) => number[] {
  const { width, data } = PNG.sync.read(
    Buffer.from(figure[jupyterDisplay]()["image/png"] as string, "base64"),
  );
  return (x, y) => [...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 3)];
}
