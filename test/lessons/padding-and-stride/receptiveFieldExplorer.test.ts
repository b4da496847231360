import assert from "node:assert/strict";
import { test } from "node:test";
import { crossCorrelate } from "../../../src/arithmetic/correlate.js";
import { type AxisWindow, outputLength, receptiveField } from "../../../src/arithmetic/window.js";
import { receptiveFieldExplorer } from "../../../src/lessons/padding-and-stride/receptiveFieldExplorer.js";
import { driven, textsOf } from "../explorer/vegaExplorer.js";

// What the names of the explorer mean, written down once more.
const kinds: Record<string, AxisWindow> = {
  "3x3": { kernel: 3 },
  "5x5": { kernel: 5 },
  "7x7": { kernel: 7 },
  "3x3, stride 2": { kernel: 3, stride: 2 },
  "5x5, stride 2": { kernel: 5, stride: 2 },
  "3x3, dilation 2": { kernel: 3, dilation: 2 },
  "pooling 2x2, stride 2": { kernel: 2, stride: 2 },
};

type Pixel = { row: { place: number }; column: { place: number }; ways: number };

const explored = (
  length: number,
  names: readonly string[],
  padding: string,
  pointed: { row: number; column: number },
) => {
  const layers = Object.fromEntries(
    [1, 2, 3, 4, 5].map((layer) => [`layer${layer}`, names[layer - 1] ?? "none"]),
  );
  const signals = {
    length,
    paddingRule: padding,
    ...layers,
    pointedRow: pointed.row,
    pointedColumn: pointed.column,
  };
  return driven(receptiveFieldExplorer(), signals, (view) => ({
    outputs: view.signal("outputs") as number,
    facts: [1, 2, 3, 4, 5].map((layer) =>
      ["size", "jump", "start", "places"].map((name) => view.signal(`${name}${layer}`) as number),
    ),
    pixels: view.data("pixels") as Pixel[],
    results: view.data("results").length,
    texts: textsOf(view),
  }));
};

/** On how many ways each pixel reaches the output: one pixel after the other is lit under kernels of ones. */
function waysTo(length: number, layers: readonly AxisWindow[], output: number): number[] {
  return Array.from({ length }, (_, lit) => {
    let row = [Array.from({ length }, (_, pixel) => Number(pixel === lit))];
    for (const { kernel, stride = 1, dilation = 1, padding = "valid" } of layers) {
      row = crossCorrelate(row, [new Array<number>(kernel).fill(1)], {
        stride: { rows: 1, columns: stride },
        dilation: { rows: 1, columns: dilation },
        padding: { rows: "valid", columns: padding },
      }) as number[][];
    }
    return row[0]?.[output] as number;
  });
}

const cases = [
  [24, ["5x5", "5x5, stride 2", "3x3"]],
  [28, ["5x5", "pooling 2x2, stride 2", "5x5", "pooling 2x2, stride 2"]],
  [32, ["3x3, stride 2", "3x3, dilation 2", "3x3, stride 2", "3x3"]],
  [31, ["3x3", "3x3", "3x3", "3x3", "3x3"]],
  [31, ["3x3, stride 2", "3x3, stride 2", "3x3, stride 2", "3x3, stride 2"]],
  [20, ["none", "3x3, dilation 2", "3x3, dilation 2"]],
  [17, ["none", "7x7"]],
  [9, []],
] as const;

for (const padding of ["valid", "same"] as const) {
  for (const [length, names] of cases) {
    test(`receptiveFieldExplorer() sees like the library: ${names.join(" + ") || "no layer"}, ${padding}`, async () => {
      const layers = names.map((name) => ({ ...(kinds[name] ?? { kernel: 1 }), padding }));
      const outputs = layers.reduce(outputLength, length);
      const pointed = { row: outputs - 1, column: Math.min(1, outputs - 1) };
      const found = await explored(length, names, padding, pointed);
      assert.equal(found.outputs, outputs);
      assert.equal(found.results, outputs ** 2);
      for (let count = 1; count <= 5; count++) {
        const { size, jump, start } = receptiveField(length, layers.slice(0, count));
        const places = layers.slice(0, count).reduce(outputLength, length);
        assert.deepEqual(found.facts[count - 1], [size, jump, start, places], `layer ${count}`);
      }
      const [rowWays, columnWays] = [
        waysTo(length, layers, pointed.row),
        waysTo(length, layers, pointed.column),
      ];
      assert.equal(found.pixels.length, length ** 2);
      for (const { row, column, ways } of found.pixels) {
        const wanted = (rowWays[row.place] as number) * (columnWays[column.place] as number);
        assert.equal(ways, wanted, `row ${row.place}, column ${column.place}`);
      }
      const { size, jump, start } = receptiveField(length, layers);
      assert.ok(
        found.texts.some((text) =>
          text.startsWith(
            `the output at row ${pointed.row}, column ${pointed.column}: a view of ${size} x ${size}, from row ${start + pointed.row * jump},`,
          ),
        ),
        found.texts.join("; "),
      );
      const lit = (ways: readonly number[]) => ways.filter((count) => count > 0).length;
      const reached = `lit one by one, ${lit(rowWays)} x ${lit(columnWays)} pixels reach it`;
      assert.ok(
        found.texts.some((text) => text.startsWith(reached)),
        `no ${reached}: ${found.texts.join("; ")}`,
      );
    });
  }
}

test("receptiveFieldExplorer() says so when the stack does not fit", async () => {
  const found = await explored(8, ["7x7", "7x7"], "valid", { row: 0, column: 0 });
  assert.equal(found.outputs, 0);
  assert.ok(
    found.texts.includes("2 layers on 8 pixels, padding valid: the stack does not fit"),
    found.texts.join("; "),
  );
  assert.ok(
    found.pixels.every(({ ways }) => ways === 0),
    "nothing is seen",
  );
});
