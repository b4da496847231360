import assert from "node:assert/strict";
import { test } from "node:test";
import { headExplorer } from "../../../src/lessons/gap-vs-flatten/headExplorer.js";
import { driven, itemsOf, textsOf } from "../explorer/vegaExplorer.js";

// The numbers of the picture, written down apart from the chart.
const blob = [[2, 7, 3], [7, 12, 7], [2, 6, 3]]; // biome-ignore format: a map
const ring = -0.05;
const weights = [
  [0, 0, 0, 0, 0, 0, 0],
  [0, ring, ring, ring, ring, ring, 0],
  [0, ring, 0.05, 0.1, 0.1, ring, 0],
  [0, ring, 0.1, 0.2, 0.1, ring, 0],
  [0, ring, 0.1, 0.1, 0.1, ring, 0],
  [0, ring, ring, ring, ring, ring, 0],
  [0, 0, 0, 0, 0, 0, 0],
];

interface Head {
  head: string;
  logit: number;
  answers: boolean;
  way: string;
}

async function explored(signals: Record<string, unknown>) {
  return driven(headExplorer(), signals, (view) => ({
    heads: Object.fromEntries((view.data("heads") as Head[]).map((row) => [row.head, row])) as Record<
      string,
      Head
    >,
    map: (view.data("map") as { value: number }[]).map(({ value }) => value),
    bars: itemsOf(view, ({ name }) => name === "bars") as unknown as { x: number; x2: number }[],
    texts: textsOf(view),
  }));
}

const near = (found: number | undefined, wanted: number) =>
  assert.ok(Math.abs((found ?? Number.NaN) - wanted) < 1e-9, `${found}, not ${wanted}`);

/** The map by loops. */
function mapAt(side: number, top: number, left: number, blank: number): number[] {
  const map = Array.from({ length: side * side }, () => blank);
  for (const [y, row] of blob.entries())
    for (const [x, value] of row.entries()) map[(top + y) * side + left + x] = value;
  return map;
}

test("headExplorer() begins where all heads say 6", async () => {
  const { heads, texts } = await explored({});
  for (const head of ["Flatten", "GAP", "global max"]) near(heads[head]?.logit, 6);
  for (const words of [
    "49 values, each times its weight, add up to 6.00",
    "mean 1.00 · weight 6 = 6.00",
    "largest 12.00 · weight 0.5 = 6.00",
  ])
    assert.ok(texts.includes(words), `${words} in ${texts.join(" | ")}`);
});

for (const signals of [
  { down: 0, right: 4, blank: 0 },
  { down: 3, right: 2, blank: 0 },
  { down: 1, right: 1, blank: 0.5 },
]) {
  test(`headExplorer() moves the response and adds up: ${JSON.stringify(signals)}`, async () => {
    const { heads, map } = await explored(signals);
    const wanted = mapAt(7, signals.down, signals.right, signals.blank);
    assert.deepEqual(map, wanted);
    near(
      heads.Flatten?.logit,
      wanted.reduce((sum, value, at) => sum + value * (weights.flat()[at] ?? 0), 0),
    );
    near(heads.GAP?.logit, (6 * wanted.reduce((sum, value) => sum + value, 0)) / 49);
    near(heads["global max"]?.logit, 6);
  });
}

test("headExplorer() on a larger canvas: a quarter is left to GAP, Flatten has no answer, global max stays", async () => {
  const { heads, map, bars } = await explored({ canvas: 14, down: 0 });
  assert.deepEqual(map, mapAt(14, 3, 5, 0));
  near(heads.GAP?.logit, 6 / 4);
  near(heads["global max"]?.logit, 6);
  assert.equal(heads.Flatten?.answers, false);
  assert.equal(heads.Flatten?.way, "no answer: 49 weights, 196 values");
  near(bars[0]?.x2, bars[0]?.x ?? 0);
  const responding = await explored({ canvas: 28, blank: 1 });
  near(responding.heads.GAP?.logit, (6 * (49 + 28 * 28 - 9)) / (28 * 28));
});

test("headExplorer() takes the canvas as text too, as some pages give it", async () => {
  near((await explored({ canvas: "21" })).heads.GAP?.logit, 6 / 9);
});
