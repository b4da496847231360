import assert from "node:assert/strict";
import { test } from "node:test";
import { type Figure, jupyterDisplay } from "../../../src/charts/figure.js";
import { table, tableFigure } from "../../../src/charts/figures/table.js";

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

test("tableFigure(data) lets heads and long text go on in a second line, and keeps numbers and short text on one", () => {
  const html = htmlOf(
    table([{ "difference, of 10,000": -38, arms: "learned minus designed by people", found: "38 fewer" }]),
  );
  const styleOf = (text: string) => new RegExp(`style="([^"]*)">${text}<`).exec(html)?.[1] ?? "";
  for (const text of ["difference, of 10,000", "found", "learned minus designed by people"])
    assert.doesNotMatch(styleOf(text), /nowrap/, text);
  for (const text of ["-38", "38 fewer"]) assert.match(styleOf(text), /nowrap/, text);
});

function htmlOf(figure: Figure): string {
  return figure[jupyterDisplay]()["text/html"] as string;
}
