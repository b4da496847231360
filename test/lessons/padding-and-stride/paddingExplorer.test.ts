import assert from "node:assert/strict";
import { test } from "node:test";
import { type AxisPadding, outputLength, paddingOf } from "../../../src/arithmetic/window.js";
import { paddingExplorer } from "../../../src/lessons/padding-and-stride/paddingExplorer.js";
import { useCounts } from "../../../src/lessons/padding-and-stride/useCounts.js";
import { driven, textsOf } from "../explorer/vegaExplorer.js";

interface Sliders {
  length: number;
  kernel: number;
  stride: number;
  dilation: number;
  padding: string;
  ownBefore?: number;
  ownAfter?: number;
}
type Pixel = { place: number; uses: number; real: boolean };
type Square = { row: Pixel; column: Pixel; uses: number; real: boolean; taken: boolean };

const explored = (
  { padding, ...sliders }: Sliders,
  pointed: { row: number; column: number } = { row: 0, column: 0 },
) =>
  driven(
    paddingExplorer(),
    { ...sliders, paddingRule: padding, pointedRow: pointed.row, pointedColumn: pointed.column },
    (view) => ({
      before: view.signal("before") as number,
      after: view.signal("after") as number,
      outputs: view.signal("outputs") as number,
      pixels: (view.data("pixels") as Pixel[]).map(({ place, uses, real }) => ({ place, uses, real })),
      square: view.data("square") as Square[],
      results: view.data("results").length,
      texts: textsOf(view),
    }),
  );

/** The library's name for the explorer's choice. */
function libraryPadding(sliders: Sliders): AxisPadding {
  if (sliders.padding.startsWith("my own")) return [sliders.ownBefore ?? 0, sliders.ownAfter ?? 1];
  if (sliders.padding.startsWith("half")) return Math.floor(((sliders.kernel - 1) * sliders.dilation) / 2);
  return sliders.padding as "valid" | "same" | "full";
}

const cases: Sliders[] = [];
for (const padding of ["valid", "same", "full", "half the reach on both sides", "my own, below"]) {
  for (const [length, kernel, stride, dilation] of [
    [8, 3, 1, 1],
    [6, 3, 2, 1],
    [10, 3, 2, 1],
    [16, 4, 1, 1],
    [13, 5, 3, 2],
    [8, 2, 4, 3],
    [16, 5, 4, 3],
    [5, 1, 1, 1],
  ] as const) {
    const own = padding.startsWith("my own") ? { ownBefore: 3, ownAfter: 2 } : {};
    cases.push({ length, kernel, stride, dilation, padding, ...own });
  }
}

for (const sliders of cases) {
  test(`paddingExplorer() counts like the library at ${Object.values(sliders).join(" ")}`, async () => {
    const { length, kernel, stride, dilation } = sliders;
    const window = { kernel, stride, dilation, padding: libraryPadding(sliders) };
    const found = await explored(sliders);
    assert.deepEqual([found.before, found.after], paddingOf(length, window));
    const outputs = outputLength(length, window);
    assert.equal(found.outputs, outputs);
    assert.equal(found.results, outputs ** 2);
    const uses = useCounts(length, window);
    assert.deepEqual(
      found.pixels.filter(({ real }) => real).map((pixel) => pixel.uses),
      uses,
    );
    assert.equal(found.pixels.length, length + found.before + found.after);
    assert.deepEqual(
      found.square.filter(({ real }) => real).map((pixel) => pixel.uses),
      uses.flatMap((inRow) => uses.map((inColumn) => inRow * inColumn)),
    );
    const formula = `floor((${length} + ${found.before} + ${found.after} - ${(kernel - 1) * dilation + 1}) / ${stride}) + 1 = ${outputs}`;
    assert.ok(
      found.texts.some((text) => text.includes(formula)),
      `no ${formula} in ${found.texts.slice(0, 5)}`,
    );
    const unseen = `seen by no window: ${uses.filter((count) => count === 0).length} of ${length} pixels`;
    assert.ok(
      found.texts.some((text) => text.includes(unseen)),
      `no ${unseen}`,
    );
  });
}

test("paddingExplorer() takes the reader's own padding as soon as one of its sliders moves", async () => {
  const padding = await driven(paddingExplorer(), { ownAfter: 4 }, (view) =>
    ["paddingRule", "before", "after"].map((name) => view.signal(name) as unknown),
  );
  assert.deepEqual(padding, ["my own, below", 0, 4]);
  const first = await driven(paddingExplorer(), {}, (view) => view.signal("paddingRule") as unknown);
  assert.equal(first, "same");
});

test("paddingExplorer() marks the pixels of the output pointed at", async () => {
  const sliders = { length: 10, kernel: 3, stride: 2, dilation: 2, padding: "same" };
  const { square, before } = await explored(sliders, { row: 1, column: 3 });
  const taken = square
    .filter((pixel) => pixel.taken)
    .map(({ row, column }) => `${row.place} ${column.place}`);
  const places = (output: number) => [0, 1, 2].map((weight) => output * 2 - before + weight * 2);
  assert.deepEqual(
    taken.sort(),
    places(1)
      .flatMap((row) => places(3).map((column) => `${row} ${column}`))
      .sort(),
  );
});

test("paddingExplorer() says so when the window does not fit, and keeps the pointer on the output", async () => {
  const none = await explored({ length: 3, kernel: 5, stride: 1, dilation: 3, padding: "valid" });
  assert.deepEqual([none.outputs, none.results], [0, 0]);
  assert.ok(
    none.texts.some((text) => text.includes("a window of 13 does not fit into 3")),
    none.texts.join(),
  );
  const few = await explored(
    { length: 5, kernel: 3, stride: 2, dilation: 1, padding: "valid" },
    { row: 9, column: 9 },
  );
  assert.equal(few.square.filter(({ taken }) => taken).length, 9);
});
