import assert from "node:assert/strict";
import { test } from "node:test";
import { type ImageShape, type LayerSpec, layerTable } from "../../src/arithmetic/layers.js";
import { seeded } from "../../src/arithmetic/random.js";

type Line = readonly [shape: string, parameters: number, multiplyAdds: number, sees: string];

function lines(input: ImageShape, layers: readonly LayerSpec[]): Line[] {
  return layerTable(input, layers).map(({ shape, parameters, multiplyAdds, receptiveField }) => {
    return [shape.join("x"), parameters, multiplyAdds, `${receptiveField.rows}x${receptiveField.columns}`];
  });
}

test("layerTable(input, layers) describes the network of the MNIST lesson", () => {
  const layers: LayerSpec[] = [
    { kind: "conv", filters: 32, kernel: 5 },
    { kind: "maxPool", size: 2 },
    { kind: "conv", filters: 64, kernel: 5 },
    { kind: "maxPool", size: 2 },
    { kind: "flatten" },
    { kind: "dense", units: 64 },
    { kind: "dense", units: 10 },
  ];
  // biome-ignore format: an aligned table shows the wrong row
  const expected: Line[] = [
    [ "24x24x32", 25 * 32 + 32,        24 * 24 * 32 * 25,       "5x5" ],
    [ "12x12x32", 0,                   0,                       "6x6" ],
    [ "8x8x64",   25 * 32 * 64 + 64,   8 * 8 * 64 * 25 * 32,    "14x14" ],
    [ "4x4x64",   0,                   0,                       "16x16" ],
    [ "1024",     0,                   0,                       "16x16" ],
    [ "64",       1024 * 64 + 64,      1024 * 64,               "28x28" ],
    [ "10",       64 * 10 + 10,        64 * 10,                 "28x28" ],
  ];
  assert.deepEqual(lines({ height: 28, width: 28, channels: 1 }, layers), expected);
  assert.equal(
    expected.reduce((sum, [, parameters]) => sum + parameters, 0),
    118_346,
  );
});

test("layerTable(input, layers) gives 61,706 parameters for LeNet as textbooks draw it", () => {
  const rows = layerTable({ height: 28, width: 28, channels: 1 }, [
    { kind: "conv", filters: 6, kernel: 5, padding: 2 },
    { kind: "averagePool", size: 2 },
    { kind: "conv", filters: 16, kernel: 5 },
    { kind: "averagePool", size: 2 },
    { kind: "flatten" },
    { kind: "dense", units: 120 },
    { kind: "dense", units: 84 },
    { kind: "dense", units: 10 },
  ]);
  assert.deepEqual(
    rows.map((row) => row.parameters),
    [156, 0, 2416, 0, 0, 48_120, 10_164, 850],
  );
  assert.deepEqual(
    rows.map((row) => row.shape.join("x")),
    ["28x28x6", "14x14x6", "10x10x16", "5x5x16", "400", "120", "84", "10"],
  );
  assert.deepEqual(
    rows.map((row) => row.receptiveField.rows),
    [5, 6, 14, 16, 16, 28, 28, 28],
  );
});

const photo = { height: 10, width: 20, channels: 8 };

// biome-ignore format: an aligned table shows the wrong row
const single: readonly [layer: LayerSpec, line: Line][] = [
  [ { kind: "conv", filters: 4, kernel: 1 },                              ["10x20x4",  8 * 4 + 4,            10 * 20 * 8 * 4,        "1x1"] ],
  [ { kind: "conv", filters: 4, kernel: 3, bias: false },                 ["8x18x4",   9 * 8 * 4,            8 * 18 * 9 * 8 * 4,     "3x3"] ],
  [ { kind: "conv", filters: 4, kernel: { rows: 1, columns: 5 } },        ["10x16x4",  5 * 8 * 4 + 4,        10 * 16 * 5 * 8 * 4,    "1x5"] ],
  [ { kind: "conv", filters: 4, kernel: 3, dilation: 3 },                 ["4x14x4",   9 * 8 * 4 + 4,        4 * 14 * 9 * 8 * 4,     "7x7"] ],
  [ { kind: "conv", filters: 4, kernel: 3, dilation: { rows: 1, columns: 2 } },  ["8x16x4", 9 * 8 * 4 + 4,   8 * 16 * 9 * 8 * 4,     "3x5"] ],
  [ { kind: "conv", filters: 4, kernel: 3, stride: { rows: 2, columns: 3 }, padding: "same" }, ["5x7x4", 9 * 8 * 4 + 4, 5 * 7 * 9 * 8 * 4, "3x3"] ],
  [ { kind: "conv", filters: 4, kernel: 3, padding: { rows: [0, 1], columns: "full" } }, ["9x22x4", 9 * 8 * 4 + 4, 9 * 22 * 9 * 8 * 4, "3x3"] ],
  [ { kind: "conv", filters: 4, kernel: 3, groups: 2 },                   ["8x18x4",   9 * 4 * 4 + 4,        8 * 18 * 9 * 4 * 4,     "3x3"] ],
  [ { kind: "conv", filters: 8, kernel: 3, groups: 8 },                   ["8x18x8",   9 * 8 + 8,            8 * 18 * 9 * 8,         "3x3"] ], // depthwise
  [ { kind: "maxPool", size: 3 },                                         ["3x6x8",    0,                    0,                      "3x3"] ],
  [ { kind: "averagePool", size: { rows: 2, columns: 4 }, stride: 1 },    ["9x17x8",   0,                    0,                      "2x4"] ],
  [ { kind: "maxPool", size: 3, stride: 2, padding: "same" },             ["5x10x8",   0,                    0,                      "3x3"] ],
  [ { kind: "zeroPadding", padding: 2 },                                  ["14x24x8",  0,                    0,                      "1x1"] ],
  [ { kind: "zeroPadding", padding: [0, 3] },                             ["13x23x8",  0,                    0,                      "1x1"] ],
  [ { kind: "zeroPadding", padding: { rows: 1, columns: [2, 0] } },       ["12x22x8",  0,                    0,                      "1x1"] ],
  [ { kind: "dropout", rate: 0.5 },                                       ["10x20x8",  0,                    0,                      "1x1"] ],
  [ { kind: "softmax" },                                                  ["10x20x8",  0,                    0,                      "1x1"] ],
  [ { kind: "flatten" },                                                  ["1600",     0,                    0,                      "1x1"] ],
  [ { kind: "globalAverage" },                                            ["8",        0,                    0,                      "10x20"] ],
  [ { kind: "globalMax" },                                                ["8",        0,                    0,                      "10x20"] ],
];

test("layerTable(input, [layer]) has the shape, parameters, multiply-adds and view of each kind", () => {
  for (const [layer, line] of single) {
    assert.deepEqual(lines(photo, [layer]), [line], JSON.stringify(layer));
  }
});

test("layerTable(input, layers) sees through globalAverage and dense only what the map covers", () => {
  const input = { height: 8, width: 8, channels: 1 };
  const strided: LayerSpec = { kind: "conv", filters: 2, kernel: 5, stride: 4 }; // one place, three pixels left over
  assert.deepEqual(lines(input, [strided, { kind: "globalAverage" }])[1]?.[3], "5x5");
  const padded: LayerSpec = { kind: "conv", filters: 2, kernel: 5, padding: "same" };
  const whole = lines(input, [padded, { kind: "flatten" }, { kind: "dense", units: 3, bias: false }]);
  assert.deepEqual(whole[2], ["3", 8 * 8 * 2 * 3, 8 * 8 * 2 * 3, "8x8"]);
});

test("layerTable(input, layers) counts no pixel where the whole map lies on padding", () => {
  const input = { height: 3, width: 3, channels: 1 };
  const whole: LayerSpec = { kind: "globalAverage" };
  const beside: LayerSpec = { kind: "conv", filters: 1, kernel: 1, padding: 5, stride: 100 };
  assert.equal(lines(input, [beside, whole])[1]?.[3], "0x0");
  // Places at -5, 1 and 7: one of three sees the image, one pixel of it.
  assert.equal(lines(input, [{ ...beside, stride: 6 }, whole])[1]?.[3], "1x1");
  assert.equal(lines(input, [beside, { kind: "flatten" }, { kind: "dense", units: 2 }])[2]?.[3], "0x0");
  // The first convolution leaves the last of eight pixels over; padding of the second brings it no nearer.
  const over: LayerSpec = { kind: "conv", filters: 1, kernel: 3, stride: 2 };
  const padded: LayerSpec = { kind: "conv", filters: 1, kernel: 3, padding: 5 };
  assert.equal(lines({ height: 8, width: 8, channels: 1 }, [over, padded, whole])[2]?.[3], "7x7");
});

test("layerTable(input, layers) has the same rows for padding in a layer of its own as inside the convolution", () => {
  const input = { height: 11, width: 14, channels: 3 };
  const padding = { rows: [2, 1], columns: [0, 3] } as const;
  const slides = { kind: "conv", filters: 4, kernel: 5, stride: 3 } as const;
  const rest: LayerSpec[] = [{ kind: "globalMax" }, { kind: "dense", units: 2 }, { kind: "softmax" }];
  const [, ...apart] = lines(input, [{ kind: "zeroPadding", padding }, slides, ...rest]);
  assert.deepEqual(apart, lines(input, [{ ...slides, padding }, ...rest]));
});

test("layerTable(input, []) is empty", () => {
  assert.deepEqual(layerTable(photo, []), []);
});

// biome-ignore format: an aligned table shows the wrong row
const refused: readonly [layers: unknown[], message: RegExp][] = [
  [ [{ kind: "conv", filters: 4, kernel: 11 }],                              /^Cannot compute layer 1 \(conv\): Cannot slide a window of 11 over 10 pixels/ ],
  [ [{ kind: "conv", filters: 4, kernel: 3, groups: 3 }],                    /Cannot split 8 channels and 4 filters into 3 groups/ ],
  [ [{ kind: "conv", filters: 6, kernel: 3, groups: 4 }],                    /Cannot split 8 channels and 6 filters into 4 groups/ ],
  [ [{ kind: "conv", filters: 0, kernel: 3 }],                               /filters is 0/ ],
  [ [{ kind: "conv", filters: 4, kernel: 3, groups: 0 }],                    /groups is 0/ ],
  [ [{ kind: "conv", filters: 4 }],                                          /kernel is undefined/ ],
  [ [{ kind: "conv", filters: 4, kernel: 3, stride: 0 }],                    /stride is 0/ ],
  [ [{ kind: "maxPool", size: 2, padding: 2 }],                              /padding \[2, 2\] and size 2/ ],
  [ [{ kind: "dense", units: 10 }],                                          /layer 1 \(dense\): Cannot connect shape \[10, 20, 8\]\. Put flatten/ ],
  [ [{ kind: "flatten" }, { kind: "dense", units: 1.5 }],                    /layer 2 \(dense\): .*units is 1\.5/ ],
  [ [{ kind: "flatten" }, { kind: "conv", filters: 1, kernel: 1 }],          /layer 2 \(conv\): Cannot slide over shape \[1600\], which is flat/ ],
  [ [{ kind: "flatten" }, { kind: "globalAverage" }],                        /layer 2 \(globalAverage\)/ ],
  [ [{ kind: "flatten" }, { kind: "globalMax" }],                            /layer 2 \(globalMax\): Cannot slide over shape \[1600\], which is flat/ ],
  [ [{ kind: "flatten" }, { kind: "zeroPadding", padding: 1 }],              /layer 2 \(zeroPadding\): Cannot slide over shape \[1600\], which is flat/ ],
  [ [{ kind: "zeroPadding" }],                                               /layer 1 \(zeroPadding\): Cannot pad with zeros: padding is undefined\. Give a number/ ],
  [ [{ kind: "zeroPadding", padding: "same" }],                              /Cannot pad with zeros: padding is "same"/ ],
  [ [{ kind: "zeroPadding", padding: -1 }],                                  /padding before is -1/ ],
  [ [{ kind: "zeroPadding", padding: { rows: 1 } }],                         /Cannot slide along two axes with/ ],
  [ [{ kind: "dropout", rate: 1 }],                                          /layer 1 \(dropout\): Cannot drop out values: rate is 1\. Give a share/ ],
  [ [{ kind: "dropout" }],                                                   /rate is undefined/ ],
  [ [{ kind: "relu" }],                                                      /layer 1 \(relu\): Cannot tell what it computes\. Use conv/ ],
  [ [undefined],                                                             /layer 1 \(undefined\): Cannot tell what it computes/ ],
  [ [{ kind: "conv", filters: 4, kernel: { rows: 3 } }],                     /layer 1 \(conv\): Cannot slide along two axes with/ ],
];

test("layerTable(input, layers) refuses a layer that does not fit, by number and kind", () => {
  for (const [layers, message] of refused) {
    assert.throws(() => layerTable(photo, layers as LayerSpec[]), { name: "RangeError", message });
  }
  assert.throws(() => layerTable({ height: 0, width: 1, channels: 1 }, []), /the height of the input is 0/);
  assert.throws(
    () => layerTable(undefined as unknown as ImageShape, []),
    /the height of the input is undefined/,
  );
  assert.throws(() => layerTable(photo, { kind: "flatten" } as unknown as LayerSpec[]), {
    name: "TypeError",
    message: /^Cannot make a layer table: the layers are not a list/,
  });
});

test("layerTable(input, layers) counts the products that a loop over every place really makes", () => {
  const random = seeded(4);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  for (let round = 0; round < 200; round++) {
    const groups = between(1, 3);
    const input = { height: between(6, 12), width: between(6, 12), channels: groups * between(1, 3) };
    const filters = groups * between(1, 3);
    const [rows, columns, stride, dilation] = [between(1, 3), between(1, 3), between(1, 3), between(1, 2)];
    const layer = { kind: "conv", filters, kernel: { rows, columns }, stride, dilation, groups } as const;
    let products = 0;
    const weights = new Set<string>();
    for (let top = 0; top + (rows - 1) * dilation < input.height; top += stride)
      for (let left = 0; left + (columns - 1) * dilation < input.width; left += stride)
        for (let filter = 0; filter < filters; filter++)
          for (let channel = 0; channel < input.channels; channel++) {
            const [ownPart, channelPart] = [
              Math.floor((filter * groups) / filters),
              Math.floor((channel * groups) / input.channels),
            ];
            if (ownPart !== channelPart) continue; // a filter sees only the channels of its own group
            for (let tap = 0; tap < rows * columns; tap++) {
              products++;
              weights.add(`${filter} ${channel} ${tap}`);
            }
          }
    const [row] = layerTable(input, [layer]);
    assert.equal(row?.multiplyAdds, products, JSON.stringify({ input, layer }));
    assert.equal(row?.parameters, weights.size + filters, JSON.stringify({ input, layer }));
  }
});
