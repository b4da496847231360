import assert from "node:assert/strict";
import { test } from "node:test";
import { type Figure, jupyterDisplay } from "../../src/charts/figure.js";
import { layerTableFigure } from "../../src/charts/figures/layers.js";
import { table, tableFigure } from "../../src/charts/figures/table.js";
import { count, escapeMarkup, percent, plural, short } from "../../src/charts/format.js";

test("short(value) keeps three significant digits", () => {
  const cases = [
    [0, "0"],
    [0.07234, "0.0723"],
    [1.5, "1.5"],
    [2, "2"],
    [999.9, "1000"],
    [1234.5, "1,235"],
    [-0.333333, "-0.333"],
    [0.00001234, "1.23e-5"],
    [1e7, "1.00e+7"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
  ] as const;
  for (const [value, text] of cases) assert.equal(short(value), text);
});

test("percent(share) has one decimal, and two above 98%, where single errors count", () => {
  const cases = [
    [0, "0.0%"],
    [0.5, "50.0%"],
    [0.9744, "97.4%"],
    [0.9895, "98.95%"],
    [1, "100%"],
  ] as const;
  for (const [share, text] of cases) assert.equal(percent(share), text);
});

test("count(value) and plural(amount, noun) read like English", () => {
  assert.equal(count(51264), "51,264");
  assert.equal(plural(1, "epoch"), "1 epoch");
  assert.equal(plural(60000, "image"), "60,000 images");
  assert.equal(escapeMarkup('<a href="x">&'), "&lt;a href=&quot;x&quot;&gt;&amp;");
});

test("table(rows) aligns text to the left, numbers to the right, and their points below one another", () => {
  const figure = table(
    [
      { filters: "8/16", accuracy: 0.971, parameters: 12345 },
      { filters: "32/64", accuracy: 0.98, parameters: 1234567 },
    ],
    { caption: "Widths" },
  );
  assert.equal(
    figure.description,
    [
      "Widths",
      "",
      "filters  accuracy  parameters",
      "-------  --------  ----------",
      "8/16        0.971      12,345",
      "32/64       0.980   1,234,567",
    ].join("\n"),
  );
  const html = htmlOf(figure);
  assert.match(html, /<caption>Widths<\/caption>/);
  assert.match(html, /<th scope="col" style="text-align: left[^>]*>filters/);
  assert.match(html, /<td style="text-align: right[^>]*>1,234,567/);
});

test("table(rows) escapes text and leaves a missing cell empty", () => {
  const html = htmlOf(table([{ a: "<script>x</script>", b: 1 }, { a: "y" }]));
  assert.doesNotMatch(html, /<script/);
  assert.match(html, /&lt;script&gt;/);
  assert.match(html, /<td[^>]*><\/td>/);
});

test("table(rows, { columns }) takes the columns named, in that order", () => {
  const { description } = table([{ a: 1, b: 2, c: 3 }], { columns: ["c", "a"] });
  assert.equal(description, "c  a\n-  -\n3  1");
});

test("tableFigure({ total }) sets the last row apart", () => {
  const figure = tableFigure({
    columns: ["layer", "parameters"],
    rows: [["conv", 832]],
    total: ["total", 832],
  });
  assert.match(htmlOf(figure), /<tfoot><tr><td[^>]*><b>total<\/b>/);
  assert.equal(
    figure.description,
    "layer  parameters\n-----  ----------\nconv          832\n-----  ----------\ntotal         832",
  );
});

const layers = [
  {
    kind: "conv",
    shape: [24, 24, 32],
    parameters: 832,
    multiplyAdds: 460800,
    receptiveField: { rows: 5, columns: 5 },
  },
  {
    kind: "dense",
    shape: [10],
    parameters: 650,
    multiplyAdds: 640,
    receptiveField: { rows: 28, columns: 28 },
  },
];

test("layerTableFigure(layers) adds up parameters and multiply-adds", () => {
  const { description } = layerTableFigure(layers);
  assert.match(description, /total +1,482 +461,440/);
  assert.doesNotMatch(description, /TensorFlow/);
});

test("layerTableFigure(layers, { confirmed }) ticks what agrees and names what differs", () => {
  const confirmed = [
    { shape: [null, 24, 24, 32], parameters: 832 },
    { shape: [null, 10], parameters: 650 },
  ];
  const agreed = layerTableFigure(layers, { confirmed }).description;
  assert.equal(agreed.match(/✓/g)?.length, 3);
  assert.doesNotMatch(agreed, /✗/);
  const other = layerTableFigure(layers, {
    confirmed: [{ shape: [null, 28, 28, 32], parameters: 800 }, confirmed[1] as never],
  });
  assert.match(other.description, /✗ shape and parameters/);
  assert.match(other.description.split("\n").at(-1) ?? "", /✗$/);
});

function htmlOf(figure: Figure): string {
  return figure[jupyterDisplay]()["text/html"] as string;
}
