import assert from "node:assert/strict";
import { test } from "node:test";
import {
  edge,
  frameRed,
  ink,
  onDark,
  onPale,
  seriesColors,
  setColors,
  themedInk,
} from "../../../src/charts/color.js";
import { compileVegaLite, vegaToSvg } from "../../../src/charts/drawing/draw.js";
import { stillTheme } from "../../../src/charts/drawing/stillTheme.js";
import { type Figure, jupyterDisplay } from "../../../src/charts/figure.js";
import { confusionMatrix } from "../../../src/charts/figures/confusion.js";
import { numberMaps } from "../../../src/charts/figures/numberMaps.js";
import { vegaLiteMime, vegaMime } from "../../../src/charts/figures/vega.js";
import { contrast } from "../contrast.js";
import { gallery } from "../galleries.js";
import { ground } from "../themes.js";

const grounds = [ground.light, ground.dark];

test("contrast(color, ground) is WCAG's", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.equal(contrast("rgb(255, 255, 255)", "#ffffff"), 1);
  assert.equal(contrast("#777777", "#ffffff").toFixed(2), "4.48");
});

test("the colours of still pictures are seen on white and on JupyterLab's dark ground", () => {
  // White has 18.9 to 1 on the dark ground: nothing has more than the root of that, 4.35, on both.
  for (const color of [ink, frameRed]) {
    assert.ok(contrast(color, ground.light) >= 4.5, color);
    assert.ok(contrast(color, ground.dark) >= 4.15, color);
  }
  // Lines and marks: 3 to 1, and that also on the gray ground of charts in JupyterLab's dark theme.
  for (const color of [edge, ...seriesColors, ...Object.values(setColors)])
    for (const behind of [...grounds, "#333333"])
      assert.ok(contrast(color, behind) >= 2.95, `${color} on ${behind}`);
});

const onCells = [onPale, onDark, "#c92a2a"];

for (const { name, figure } of gallery) {
  if (/explorer/i.test(name)) continue;
  const svg = stillOf(await figure());
  if (svg === undefined) continue;
  test(`still: ${name} has no text that is lost on light or on dark ground`, () => {
    const texts = textColors(svg);
    assert.ok(texts.length > 0);
    for (const color of new Set(texts.filter((each) => !onCells.includes(each))))
      for (const behind of grounds) assert.ok(contrast(color, behind) >= 4.15, `${color} on ${behind}`);
  });
}

test("still: numbers in painted cells are read on every colour of the scale", () => {
  const counts = Array.from({ length: 16 }, (_, index) => index);
  const errors = counts.map((_, row) =>
    counts.map((count, column) => (row === column ? 1 : row === 0 ? count : 0)),
  );
  const pictures = [
    { what: "numbers", svg: stillOf(numberMaps([counts.map((count) => [count])])) },
    { what: "errors", svg: stillOf(confusionMatrix(errors)) },
  ];
  for (const { what, svg = "" } of pictures) {
    const painted = [...svg.matchAll(/<path [^>]*?d="M[^"]+"[^>]*? fill="(rgb[^"]+|#[0-9a-f]{6})"/g)];
    const fills = painted
      .map(([, fill]) => fill as string)
      .filter((fill) => !["#d9d9d9", "#ffffff"].includes(fill));
    const written = textColors(svg).filter((color) => color === onPale || color === onDark);
    // The diagonal of the matrix is written before, in one colour.
    const inks = written.slice(-fills.length);
    assert.equal(fills.length, 15, what);
    fills.forEach((fill, index) => {
      const found = contrast(inks[index] as string, fill);
      assert.ok(found >= 4.3, `${what}: ${inks[index]} on ${fill}, ${found.toFixed(2)}`);
    });
    assert.equal(new Set(inks).size, 2, "dark on pale and white on dark");
  }
});

test("themedInk is as legible as the labels of axes, on whatever ground the theme has", () => {
  const spec = {
    data: { values: [{ a: 1 }] },
    mark: { type: "text", color: themedInk },
    encoding: { text: { field: "a" } },
  };
  for (const background of ["#ffffff", "#333", "#111111"]) {
    const svg = vegaToSvg(compileVegaLite(spec, { background }));
    const [color = ""] = textColors(svg);
    const full = background.length === 4 ? "#333333" : background;
    assert.ok(contrast(color, full) >= 12, `${color} on ${background}`);
  }
  assert.deepEqual(textColors(vegaToSvg(compileVegaLite(spec, stillTheme))), [ink]);
});

/** What the picture of a chart is drawn from. */
function stillOf(figure: Figure): string | undefined {
  const bundle = figure[jupyterDisplay]();
  if (vegaLiteMime in bundle) {
    return vegaToSvg(compileVegaLite(bundle[vegaLiteMime] as object, stillTheme), stillTheme);
  }
  return vegaMime in bundle ? vegaToSvg(bundle[vegaMime] as object, stillTheme) : undefined;
}

function textColors(svg: string): string[] {
  return [...svg.matchAll(/<text [^>]*fill="([^"]+)"/g)].map(([, fill]) => fill as string);
}
