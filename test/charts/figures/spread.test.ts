import assert from "node:assert/strict";
import { test } from "node:test";
import { type Figure, jupyterDisplay } from "../../../src/charts/figure.js";
import { type SpreadChartOptions, spreadChart } from "../../../src/charts/figures/spread.js";
import { vegaLiteMime } from "../../../src/charts/figures/vega.js";

interface Layer {
  readonly mark: { readonly type: string };
  readonly data: { readonly values: readonly Readonly<Record<string, unknown>>[] };
}

const layersOf = (figure: Figure) => (figure[jupyterDisplay]()[vegaLiteMime] as { layer: Layer[] }).layer;
const runs = (values: readonly number[], series?: string) =>
  values.map((value) => ({ group: "a", value, series }));
const interval = (values: readonly number[], options: Partial<SpreadChartOptions>) => {
  const layers = layersOf(spreadChart(runs(values), { yTitle: "y", ...options }));
  const { low, high } = layers.find(({ mark }) => mark.type === "rule")?.data.values[0] ?? {};
  return [low, high].map((end) => Number(Number(end).toFixed(3)));
};

test("spreadChart(points, options) cuts an interval where no value can lie, and nowhere else", () => {
  // Deviations -1, 0, 1: 4.303 / sqrt(3) = 2.484 to both sides.
  assert.deepEqual(interval([1, 2, 3], {}), [-0.484, 4.484]);
  assert.deepEqual(interval([1, 2, 3], { zero: true }), [0, 4.484]);
  assert.deepEqual(interval([-1, 0, 1], { zero: true }), [-2.484, 2.484]);
  assert.deepEqual(interval([0.97, 0.98, 0.99], { format: "percent" }), [0.955, 1]);
  assert.deepEqual(interval([-0.01, 0, 0.01], { format: "percent" }), [-0.025, 0.025]);
  assert.deepEqual(interval([0.97, 0.98, 0.99], {}), [0.955, 1.005]);
  // Half of t's distribution with two degrees of freedom lies within 0.816.
  assert.deepEqual(interval([1, 2, 3], { confidence: 0.5 }), [1.529, 2.471]);
});

test("spreadChart(points, options) has no axis above 100%, and keeps it out of what is far below", () => {
  const topOf = (values: readonly number[], format: "number" | "percent") => {
    const [layer] = layersOf(spreadChart(runs(values), { yTitle: "y", format }));
    return (layer as unknown as { encoding: { y: { scale: { domainMax?: number } } } }).encoding.y.scale
      .domainMax;
  };
  assert.equal(topOf([0.2, 0.9, 0.95], "percent"), 1);
  assert.equal(topOf([0.2, 0.21, 0.22], "percent"), undefined);
  assert.equal(topOf([0.2, 0.9, 0.95], "number"), undefined);
  assert.equal(topOf([0.9, 1.1, 1.2], "percent"), undefined);
});

test("spreadChart(points, options) draws an interval for each group of two runs or more", () => {
  const points = [...runs([1, 2], "b"), ...runs([3], "c"), ...runs([5, 6, 7], "d")];
  const of = (layers: readonly Layer[], type: string) =>
    layers.filter(({ mark }) => mark.type === type).flatMap(({ data }) => data.values);
  const layers = layersOf(spreadChart(points, { yTitle: "y" }));
  assert.deepEqual(
    of(layers, "rule").map(({ series }) => series),
    ["b", "d"],
  );
  assert.equal(of(layers, "point").length, points.length);
  assert.equal(of(layers, "tick").length, 3);
  assert.deepEqual(of(layersOf(spreadChart(points, { yTitle: "y", confidence: false })), "rule"), []);
  assert.deepEqual(of(layersOf(spreadChart(runs([3]), { yTitle: "y" })), "rule"), []);
});

test("spreadChart(points, options) stays within a narrow notebook with ten groups of long names", () => {
  const groups = Array.from({ length: 10 }, (_, index) => `max 2/${index}, max end`);
  const points = groups.flatMap((group) => [1, 2].map((value) => ({ group, value })));
  const { metadata } = spreadChart(points, { yTitle: "y" });
  const size = metadata?.["image/png"] as { width: number } | undefined;
  assert.ok(size && size.width <= 584, `${size?.width}`);
});
