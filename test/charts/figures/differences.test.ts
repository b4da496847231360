import assert from "node:assert/strict";
import { test } from "node:test";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import { differenceChart } from "../../../src/charts/figures/differences.js";
import { vegaLiteMime } from "../../../src/charts/figures/vega.js";

type Row = Readonly<Record<string, unknown>>;

const arm = (name: string, ...values: number[]) => ({ name, values });
const comparisons = [
  { first: arm("A", 0.5, 0.625, 0.75), second: arm("B", 0.25, 0.25, 0.5) },
  { first: arm("A", 0.5, 0.625, 0.75), second: arm("C", 0.5, 0.75, 0.625) },
];
const rowsOf = (format: "number" | "percent", type: string) => {
  const figure = differenceChart(comparisons, { what: "y", format });
  const { layer } = figure[jupyterDisplay]()[vegaLiteMime] as {
    layer: { mark: { type: string; shape?: string }; data: { values: Row[] } }[];
  };
  return layer
    .filter(({ mark }) => `${mark.type}${mark.shape ?? ""}` === type)
    .flatMap(({ data }) => data.values);
};

test("differenceChart(comparisons, options) draws a dot a pair, first minus second", () => {
  const dots = rowsOf("number", "point");
  assert.deepEqual(
    dots.map(({ label, pair, first, second, difference }) => [label, pair, first, second, difference]),
    [
      ["A\nminus B", 1, 0.5, 0.25, 0.25],
      ["A\nminus B", 2, 0.625, 0.25, 0.375],
      ["A\nminus B", 3, 0.75, 0.5, 0.25],
      ["A\nminus C", 1, 0.5, 0.5, 0],
      ["A\nminus C", 2, 0.625, 0.75, -0.125],
      ["A\nminus C", 3, 0.75, 0.625, 0.125],
    ],
  );
  assert.deepEqual(
    rowsOf("percent", "point").map(({ difference }) => difference),
    dots.map(({ difference }) => 100 * Number(difference)),
  );
});

test("differenceChart(comparisons, options) has an interval for each, and a colour for what is shown", () => {
  const means = rowsOf("number", "pointdiamond");
  // Differences 0.25, 0.375, 0.25: the standard error is 0.125 / 3, times 4.3027.
  const [first, second] = means.map(({ low, high, says }) => [Number(low), Number(high), says]);
  assert.deepEqual([first?.[2], second?.[2]], ["0.11 to 0.47 more", "not shown"]);
  assert.ok(Math.abs(Number(first?.[0]) - (0.875 - 0.125 * 4.3027) / 3) < 1e-4);
  assert.ok(Math.abs(Number(first?.[1]) - (0.875 + 0.125 * 4.3027) / 3) < 1e-4);
  assert.notEqual(means[0]?.color, means[1]?.color);
  for (const [index, { label, color }] of means.entries())
    assert.ok(
      rowsOf("number", "point").some((dot) => dot.label === label && dot.color === color),
      `${index}`,
    );
  assert.deepEqual(
    rowsOf("number", "rule").map(({ zero }) => zero),
    [0, undefined, undefined],
  );
});

test("differenceChart(comparisons, options) has room for long names, in a narrow notebook too", () => {
  const [first, second] = ["seventeen convolutions, both", "seventeen convolutions, normalised"];
  const of = (one: string, other: string) =>
    differenceChart([{ first: arm(one, 3, 4, 5), second: arm(other, 1, 2, 2) }], { what: "y" });
  const sizeOf = (figure: ReturnType<typeof of>) => figure.metadata?.["image/png"] as { width: number };
  assert.ok(sizeOf(of(first, second)).width <= 584, `${sizeOf(of(first, second)).width}`);
  const plotOf = (figure: ReturnType<typeof of>) =>
    (figure[jupyterDisplay]()[vegaLiteMime] as { width: number }).width;
  assert.equal(plotOf(of("A", "B")), 340);
  assert.ok(plotOf(of(first, second)) >= 200);
});
